"""Which parts of a table in order of a key are opened for a value."""

import duckdb
import pytest

from naungan.engine.door.door import Door


PARTS = ((None, None), (None, 5), (7, 9), (9, 12))


@pytest.fixture
def door(tmp_path):
    (tmp_path / "cut").mkdir()
    for number, values in enumerate(PARTS):
        rows = ", ".join(
            f"({'NULL' if one is None else one}::BIGINT)" for one in values
        )
        path = tmp_path / "cut" / f"{number:05d}.parquet"
        duckdb.sql(f"COPY (SELECT n FROM (VALUES {rows}) t(n)) TO '{path}'")
    return Door(tmp_path, "0001", {}, lambda _look: None, _con=duckdb.connect())


@pytest.mark.parametrize(
    ("asked", "opened"),
    [
        ((None,), {0, 1}),
        ((5,), {0, 1}),
        ((7,), {1, 2}),
        ((9,), {2, 3}),
        ((12,), {3}),
        ((None, 12), {0, 1, 3}),
    ],
)
def test_the_parts_that_can_hold_a_value_are_opened(door, asked, opened):
    source = door._part_with("cut", "n", *asked)  # noqa: SLF001
    assert {n for n in range(len(PARTS)) if f"{n:05d}.parquet" in source} == opened


def test_a_table_that_is_not_cut_is_its_own_part(door):
    assert door._part_with("whole", "n", 3) == "whole"  # noqa: SLF001
