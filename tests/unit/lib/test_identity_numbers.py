from datetime import date

import pytest

from naungan.lib import identity_numbers as nik_of
from naungan.lib.identity_numbers import NikParts


LAHAT = 160401
BORN_ON = date(1980, 5, 12)
WOMAN = nik_of.invented(LAHAT, BORN_ON, "F", 9001)
MAN = nik_of.invented(LAHAT, BORN_ON, "M", 9002)


def knows_lahat(area: int) -> bool:
    return area == LAHAT


@pytest.mark.parametrize(
    "cell",
    [
        "1604015205809001",
        " 1604015205809001 ",
        "1604 0152 0580 9001",
        "1604.0152.0580.9001",
        "1604-0152-0580-9001",
        "'1604015205809001",
        "1604015205809001\u00a0",
    ],
)
def test_separators_and_quotes_do_not_matter(cell: str) -> None:
    assert nik_of.parse_nik(cell) == WOMAN


@pytest.mark.parametrize(
    ("cell", "part_of_note"),
    [
        ("", "kosong"),
        ("-", "kosong"),
        ("160401520580900", "15 angka"),
        ("16040152058090011", "17 angka"),
        ("1.60E+15", "notasi ilmiah"),
        ("16O4015205809001", "huruf"),
        ("1604015205809001/2", "huruf"),
    ],
)
def test_a_cell_that_is_no_nik_is_refused_with_the_reason(
    cell: str, part_of_note: str
) -> None:
    read = nik_of.read_nik(cell)
    assert read.value is None
    assert part_of_note in read.note


def test_the_parts_tell_area_birth_sex_and_serial() -> None:
    assert nik_of.split(WOMAN) == NikParts(LAHAT, "F", 12, 5, 80, 9001)
    assert nik_of.split(MAN) == NikParts(LAHAT, "M", 12, 5, 80, 9002)


def test_the_century_is_reported_as_both_candidates() -> None:
    assert nik_of.birth_dates(WOMAN) == (BORN_ON, date(2080, 5, 12))


def test_a_leap_day_belongs_to_one_century_only() -> None:
    leap = nik_of.invented(LAHAT, date(2000, 2, 29), "M", 9004)
    assert nik_of.birth_dates(leap) == (date(2000, 2, 29),)


def test_a_number_issued_abroad_is_not_asked_for_its_area() -> None:
    abroad = nik_of.invented(990011, BORN_ON, "M", 9005)
    assert nik_of.split(abroad).is_abroad
    assert nik_of.is_possible(abroad, knows_lahat)


@pytest.mark.parametrize(
    ("area", "birth", "serial"),
    [
        (999, 120580, 9001),  # no such area (leading zeros)
        (LAHAT + 1, 120580, 9001),
        (LAHAT, 320580, 9001),
        (LAHAT, 121380, 9001),
        (LAHAT, 580, 9001),  # day 00
        (LAHAT, 400580, 9001),  # 40 is no day of a woman
        (LAHAT, 720580, 9001),
        (LAHAT, 120580, 0),
    ],
)
def test_a_number_that_no_office_can_issue_is_impossible(
    area: int, birth: int, serial: int
) -> None:
    nik = area * 10**10 + birth * 10**4 + serial
    assert nik_of.state(nik, knows_lahat) == "impossible"


def test_a_missing_number_is_missing() -> None:
    assert nik_of.state(None, knows_lahat, born_on=BORN_ON) == "missing"


def test_a_number_that_fits_the_record_is_valid() -> None:
    assert nik_of.state(WOMAN, knows_lahat) == "valid"
    assert nik_of.state(WOMAN, knows_lahat, born_on=BORN_ON, sex="F") == "valid"
    assert nik_of.state(WOMAN, knows_lahat, birth_year=1980) == "valid"


def test_a_number_that_contradicts_the_record_is_inconsistent() -> None:
    assert nik_of.state(WOMAN, knows_lahat, sex="M") == "inconsistent"
    other_day = date(1980, 12, 5)
    assert nik_of.state(WOMAN, knows_lahat, born_on=other_day) == "inconsistent"
    assert nik_of.state(WOMAN, knows_lahat, birth_year=1981) == "inconsistent"


def test_the_mask_hides_all_but_the_regency() -> None:
    assert nik_of.mask(WOMAN) == "1604••••••••••••"
    neighbour = nik_of.invented(LAHAT, date(1999, 1, 1), "M", 9002)
    assert nik_of.mask(neighbour) == nik_of.mask(WOMAN)


def test_of_a_membership_the_last_four_are_shown() -> None:
    assert nik_of.mask_kpj("26000006079") == "•••••••6079"
    assert nik_of.mask_kpj("–") == "–"


def test_all_sixteen_digits_are_written() -> None:
    assert nik_of.nik_text(42) == "0" * 14 + "42"


def test_invented_numbers_stay_in_their_range() -> None:
    assert nik_of.is_invented(WOMAN)
    assert not nik_of.is_invented(WOMAN - 9000)
    with pytest.raises(ValueError, match="9000-9999"):
        nik_of.invented(LAHAT, BORN_ON, "F", 1)
