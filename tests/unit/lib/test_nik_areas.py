"""Areas of a NIK: current, former, unknown."""

import duckdb
import pytest

from naungan.lib import regions
from naungan.lib.nik_areas import known_area, known_area_sql


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
    exists = regions.by_code(
        f"{area:06d}"[:2] + f".{area // 100 % 100:02d}.{area % 100:02d}"
    )
    assert (exists is not None) == (state == "current")
    assert known_area(area) == (state != "unknown")


def test_every_district_of_today_is_known() -> None:
    districts = [one.number for one in regions.within(None, "district")]
    assert len(set(districts)) == 7285
    assert all(map(known_area, districts))


def test_sql_knows_the_same_areas_as_python() -> None:
    with duckdb.connect() as con:
        rows = con.sql(
            f"SELECT a, {known_area_sql('a')} FROM range(0, 1000000, 7) t(a)"
        ).fetchall()
    assert [known for _, known in rows] == [known_area(area) for area, _ in rows]
