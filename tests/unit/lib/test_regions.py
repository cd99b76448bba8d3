"""Regions: counts that the ministry published, codes in any writing, content."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from naungan.lib.regions import (
    DIGITS,
    by_code,
    chain,
    children,
    code_number,
    dotted,
    lies_in,
    parent,
    villages_of,
    within,
)


def test_the_table_holds_all_regions_of_the_country() -> None:
    assert [len(list(within(None, level))) for level in DIGITS] == [
        38,
        514,
        7285,
        83762,
    ]


def test_every_region_but_a_province_lies_in_a_region() -> None:
    for level in ("regency", "district", "village"):
        assert all(by_code(r.parent_code or "") for r in within(None, level))


@pytest.mark.parametrize(
    "code", ["16.04.01.2001", "1604012001", 1604012001, " 16.04.01.2001 "]
)
def test_a_code_is_read_with_or_without_dots(code: str | int) -> None:
    region = by_code(code)
    assert region is not None
    assert (region.code, region.level, region.kind) == (
        "16.04.01.2001",
        "village",
        "desa",
    )
    assert region.number == 1604012001


@pytest.mark.parametrize("code", ["", "16.0", "lahat", "16.04.01.9999", 0, "１６"])
def test_what_is_no_code_has_no_region(code: str | int) -> None:
    assert by_code(code) is None
    assert chain(code) == ()
    assert children(code) == ()
    assert parent(code) is None


def test_regions_of_something_that_is_no_code_are_none() -> None:
    assert list(within("lahat", "village")) == []
    assert list(within("16.04", "province")) == []


def test_a_chain_leads_from_the_province_down() -> None:
    names = [region.name for region in chain("16.04.10")]
    assert names == ["Sumatera Selatan", "Kabupaten Lahat", "Lahat"]
    assert parent("16") is None
    assert parent("16.04") == by_code(16)


@pytest.mark.parametrize(
    ("code", "kinds", "districts"),
    [
        ("16.04", {"desa": 360, "kelurahan": 18}, 24),
        ("18.10", {"desa": 126, "kelurahan": 5}, 9),
        ("18.71", {"kelurahan": 126}, 20),
    ],
)
def test_pilot_regencies_have_their_villages(
    code: str, kinds: dict[str, int], districts: int
) -> None:
    assert Counter(village.kind for village in villages_of(code)) == kinds
    assert len(children(code)) == districts


def test_the_seventh_digit_tells_customary_villages() -> None:
    region = by_code("91.03.01.3007")
    assert region is not None
    assert region.kind == "desa_adat"


def test_cities_and_regencies_are_told_apart() -> None:
    kinds = Counter(region.kind for region in within(None, "regency"))
    assert kinds == {"kabupaten": 416, "kota": 98}
    assert {r.kind for r in within(None, "province")} == {"provinsi"}
    assert {r.kind for r in within("16.04", "district")} == {"kecamatan"}


def test_a_village_has_no_regions_inside() -> None:
    assert children("16.04.01.2001") == ()
    assert [r.code for r in within("16.04.01.2001", "village")] == ["16.04.01.2001"]


def test_codes_and_numbers_are_two_ways_to_write_one_thing() -> None:
    assert dotted(1604) == "16.04"
    assert code_number("16.04.01") == 160401
    assert code_number("160.4") == 1604


def test_the_ministrys_own_list_has_the_same_codes(tmp_path: Path) -> None:
    """Without the reference data a list written here takes its place."""
    given = os.environ.get("NAUNGAN_REFERENCE_DATA")
    path = tmp_path / "list.parquet"
    with duckdb.connect() as con:
        if given:
            path = Path(given) / "regions" / "regions_kemendagri_2025.parquet"
            expected = {r.code for level in DIGITS for r in within(None, level)}
        else:
            con.execute(
                f"COPY (SELECT unnest(['16', '16.04', '16.04.01']) AS code) TO '{path}'"
            )
            expected = {region.code for region in chain("16.04.01")}
        listed = con.sql(f"SELECT code FROM '{path}'").fetchall()
    assert {code for (code,) in listed} == expected


def test_the_table_is_read_only_when_asked() -> None:
    """Starting the program must not pay for 91,599 rows."""
    code = (
        "import naungan.lib.regions as r, naungan.lib.region_search;"
        "print(r._names.cache_info().currsize)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "0"


@pytest.mark.parametrize(
    ("code", "outer", "inside"),
    [
        ("16.04", "16", True),
        ("16.04", "16.04", True),
        ("16.04", "", True),
        ("", "", True),
        ("16", "16.04", False),
        ("16.041", "16.04", False),
        ("", "16", False),
    ],
)
def test_a_code_lies_in_itself_and_in_whatever_holds_it(code, outer, inside):
    assert lies_in(code, outer) is inside
