from datetime import date

import pytest

from naungan.lib import dates
from naungan.lib.dates import Bounds, PartialDate, read_date


TWELFTH_OF_MAY = PartialDate(1980, 5, 12)
WORKING_LIVES = Bounds(date(1940, 1, 1), date(2010, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "1980-05-12",
        "1980/5/12",
        "12/05/1980",
        "12-05-1980",
        "12-5-1980",
        "12.05.1980",
        "12 05 1980",
        "12 / 05 / 1980",
        "12 Mei 1980",
        "12 MEI 1980",
        "12-Mei-1980",
        "12 mei, 1980",
        "12 May 1980",
        "12\u00a0Mei\u00a01980",
        "'12/05/1980",
        "(12/5/1980)",
        "19800512",
        "12051980",
        "29353",
        "29353,5",
        "1980-05-12 00:00:00",
        "1980-05-12T07:30",
        "12/05/1980 06.12 WIB",
        "Senin, 12 Mei 1980",
    ],
)
def test_every_written_form_gives_the_same_day(text: str) -> None:
    read = read_date(text)
    assert (read.value, read.note) == (TWELFTH_OF_MAY, "")


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("1 Januari 2020", 1),
        ("1 Pebruari 2020", 2),
        ("1 Peb 2020", 2),
        ("1 Mar. 2020", 3),
        ("1 Apr 2020", 4),
        ("1 Jun 2020", 6),
        ("1 Juli 2020", 7),
        ("1 Agt 2020", 8),
        ("1 Agustus 2020", 8),
        ("1 Sept 2020", 9),
        ("1 Okt 2020", 10),
        ("1 Nopember 2020", 11),
        ("1 Des 2020", 12),
    ],
)
def test_month_names_may_be_full_short_or_old(text: str, month: int) -> None:
    assert dates.parse_date(text) == PartialDate(2020, month, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lahat, 12 Mei 1980", "Lahat"),
        ("LAHAT 12-05-1980", "LAHAT"),
        ("LAHAT,12/05/1980", "LAHAT"),
        ("Lahat / 12-05-1980", "Lahat"),
        ("Kab. Lahat, Sumsel, 12 Mei 1980", "Kab. Lahat, Sumsel"),
        ("SP 3, 12 Mei 1980", "SP 3"),
        ("Lubuk Linggau (12 Mei 1980)", "Lubuk Linggau"),
    ],
)
def test_a_place_may_stand_before_the_date(text: str, place: str) -> None:
    assert dates.parse_date(text) == PartialDate(1980, 5, 12, place)


def test_a_place_may_stand_before_the_year_alone() -> None:
    assert dates.parse_date("Lahat, 1980") == PartialDate(1980, place="Lahat")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1980", PartialDate(1980)),
        ("2024", PartialDate(2024)),
        ("Mei 1980", PartialDate(1980, 5)),
        ("05/1980", PartialDate(1980, 5)),
        ("1980-05", PartialDate(1980, 5)),
    ],
)
def test_a_missing_day_or_month_stays_missing(text: str, expected: PartialDate) -> None:
    read = read_date(text)
    assert (read.value, read.note) == (expected, "")
    assert expected.full is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("00/00/1980", PartialDate(1980)),
        ("1980-00-00", PartialDate(1980)),
        ("00-05-1980", PartialDate(1980, 5)),
    ],
)
def test_zeros_for_day_or_month_mean_unknown_and_are_told(
    text: str, expected: PartialDate
) -> None:
    read = read_date(text)
    assert read.value == expected
    assert "tidak diketahui" in read.note


@pytest.mark.parametrize(
    ("text", "part_of_note"),
    [
        ("", "kosong"),
        ("   ", "kosong"),
        ("Lahat", "bukan tanggal"),
        ("0", "bukan tanggal"),
        ("123", "bukan tanggal"),
        ("99999", "bukan tanggal"),
        ("1234567", "bukan tanggal"),
        ("abc 41234", "bukan tanggal"),
        ("3/12/05/1980", "bukan tanggal"),
        ("12 Mai 1980", "bukan tanggal"),
        ("Lahat, 12 Mai 1980", "bukan tanggal"),
        ("05/13/1980", "Bulan 13"),
        ("00/13/1980", "Bulan 13"),
        ("12/00/1980", "Bulan 0"),
        ("31/02/1980", "Februari 1980"),
        ("Lahat, 31 Februari 1980", "Februari 1980"),
        ("29/02/1900", "Februari 1900"),
        ("12/05/1780", "Tahun 1780"),
        ("12/05/80", "dua angka"),
        ("12 Mei '80", "dua angka"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(
    text: str, part_of_note: str
) -> None:
    read = read_date(text)
    assert read.value is None
    assert part_of_note in read.note


def test_numbers_are_never_month_before_day() -> None:
    read = read_date("Jumat (1/11/2024)")
    assert read.value is not None
    assert read.value.full == date(2024, 11, 1)
    assert read.note == ""


def test_a_weekday_is_checked_against_the_date() -> None:
    assert read_date("Kamis, 2 November 2023").note == ""
    wrong = read_date("Rabu, 2 November 2023")
    assert wrong.value == PartialDate(2023, 11, 2)
    assert wrong.note == "2 November 2023 jatuh pada hari Kamis, bukan Rabu."


def test_a_weekday_before_a_year_alone_has_nothing_to_contradict() -> None:
    assert dates.parse_date("Kamis, 2023") == PartialDate(2023)


@pytest.mark.parametrize(
    ("text", "year"), [("12/05/80", 1980), ("12 Mei 05", 2005), ("12-05-'99", None)]
)
def test_two_digit_years_need_bounds_that_leave_one_century(
    text: str, year: int | None
) -> None:
    read = read_date(text, within=WORKING_LIVES)
    if year is None:
        assert read.value is None
        return
    assert read.value == PartialDate(year, 5, 12)
    assert str(year) in read.note


def test_bounds_with_two_centuries_or_none_settle_nothing() -> None:
    wide = Bounds(date(1900, 1, 1), date(2026, 1, 1))
    assert dates.parse_date("12/05/15", within=wide) is None
    assert dates.parse_date("12/05/15", within=WORKING_LIVES) is None
    assert dates.parse_date("31/02/80", within=WORKING_LIVES) is None


def test_serials_follow_both_spreadsheet_calendars() -> None:
    assert dates.serial_date(29353) == date(1980, 5, 12)
    assert dates.serial_date(29353 - 1462, from_1904=True) == date(1980, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10",
        "10/2026",
        "10-2026",
        "Oktober 2026",
        "OKTOBER 2026",
        "Okt 2026",
        "202610",
        "102026",
        "31/10/2026",
        "2026-10-01",
        "46296",
    ],
)
def test_every_written_form_gives_the_same_month(text: str) -> None:
    assert dates.parse_month(text) == dates.month_index(2026, 10)


def test_a_month_with_a_short_year_is_read_with_a_doubt() -> None:
    read = dates.read_month("Okt-26")
    assert read.value == dates.month_index(2026, 10)
    assert read.note


@pytest.mark.parametrize(
    ("text", "part_of_note"),
    [
        ("2026", "Hanya tahun"),
        ("13/2026", "Bulan 13"),
        ("202613", "bukan bulan"),
        ("", "kosong"),
        ("Oktober", "bukan tanggal"),
    ],
)
def test_what_is_no_month_is_refused(text: str, part_of_note: str) -> None:
    read = dates.read_month(text)
    assert read.value is None
    assert part_of_note in read.note


def test_months_are_integers_that_subtract() -> None:
    october = dates.month_index(2026, 10)
    assert october == 2026 * 12 + 9
    assert october - dates.month_index(2025, 12) == 10
    assert dates.month_of(date(2026, 10, 31)) == october
    assert dates.month_start(october) == date(2026, 10, 1)
    assert dates.month_end(october) == date(2026, 10, 31)
    assert dates.month_end(dates.month_index(2024, 2)) == date(2024, 2, 29)
    assert dates.month_text(october) == "2026-10"
    assert dates.month_label(october) == "Oktober 2026"


def test_dates_are_written_the_indonesian_way() -> None:
    day = date(2026, 11, 21)
    assert dates.format_date(day) == "21 November 2026"
    assert dates.format_short_date(day) == "21 Nov 2026"
    assert dates.weekday_name(day) == "Sabtu"


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (PartialDate(1980, 5, 12), "12 Mei 1980"),
        (PartialDate(1980, 5), "Mei 1980"),
        (PartialDate(2024), "2024 (hari tidak diketahui)"),
    ],
)
def test_a_partial_date_is_written_as_far_as_it_is_known(
    when: PartialDate, text: str
) -> None:
    assert dates.format_partial(when) == text
