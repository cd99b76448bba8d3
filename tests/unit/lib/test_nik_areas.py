"""Areas of a NIK: current, former, unknown."""

import duckdb
import pytest

from naungan.lib.nik_areas import current_areas, known_area, known_area_sql


@pytest.mark.parametrize(
    ("area", "state"),
    [
        (160410, "current"),
        (180645, "former"),
        (910105, "former"),
        (160400, "unknown"),
        (164010, "unknown"),
        (200101, "unknown"),
        (990101, "unknown"),
        (160480, "unknown"),
        (0, "unknown"),
    ],
)
def test_an_area_is_current_former_or_unknown(area: int, state: str) -> None:
    assert (area in current_areas()) == (state == "current")
    assert known_area(area) == (state != "unknown")


def test_every_district_of_today_is_known() -> None:
    assert len(current_areas()) == 7285
    assert all(map(known_area, current_areas()))


def test_sql_knows_the_same_areas_as_python() -> None:
    with duckdb.connect() as con:
        rows = con.sql(
            f"SELECT a, {known_area_sql('a')} FROM range(0, 1000000, 7) t(a)"
        ).fetchall()
    assert [known for _, known in rows] == [known_area(area) for area, _ in rows]
