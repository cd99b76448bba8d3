from datetime import date

from hypothesis import given, strategies as st

from naungan.lib import dates
from naungan.lib.calendar_words import SHORT_MONTHS
from naungan.lib.dates import PartialDate


DAYS = st.dates(min_value=date(dates.FIRST_YEAR, 1, 1), max_value=date(2100, 12, 31))
PLACES = st.sampled_from(["Lahat", "Kab. Lahat", "BANDAR LAMPUNG", "SP 3, Lahat"])
MONTHS = st.integers(dates.month_index(1900, 1), dates.month_index(2100, 12))


def written_forms(day: date) -> list[str]:
    short = SHORT_MONTHS[day.month - 1]
    return [
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{day:%d-%m-%Y}",
        f"{day:%d.%m.%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d%m%Y}",
        f"{day:%Y%m%d}",
        f"{day.day}-{short}-{day.year}",
        dates.format_date(day),
        dates.format_short_date(day),
        f"{dates.weekday_name(day)}, {dates.format_date(day)}",
        f"{day.isoformat()} 00:00:00",
    ]


@given(DAYS)
def test_every_written_form_reads_back_as_the_day(day: date) -> None:
    expected = PartialDate(day.year, day.month, day.day)
    assert {dates.parse_date(text) for text in written_forms(day)} == {expected}


@given(DAYS, PLACES)
def test_a_place_before_a_date_is_kept(day: date, place: str) -> None:
    expected = PartialDate(day.year, day.month, day.day, place)
    assert dates.parse_date(f"{place}, {dates.format_date(day)}") == expected
    assert dates.parse_date(f"{place}, {day:%d-%m-%Y}") == expected


@given(st.sampled_from(dates.SERIAL_DAYS))
def test_serials_read_as_the_day_they_mean(serial: int) -> None:
    read = dates.parse_date(str(serial))
    assert read is not None
    assert read.full == dates.serial_date(serial)


@given(MONTHS)
def test_months_read_back_from_text_and_label(index: int) -> None:
    assert dates.parse_month(dates.month_text(index)) == index
    assert dates.parse_month(dates.month_label(index)) == index
    assert dates.month_of(dates.month_start(index)) == index
    assert dates.month_of(dates.month_end(index)) == index


@given(st.text(max_size=40))
def test_any_text_gives_a_date_or_a_reason(text: str) -> None:
    read = dates.read_date(text)
    assert read.value is not None or read.note
    month = dates.read_month(text)
    assert month.value is not None or month.note


@given(st.text("0123456789/-. ,JanuriMey'", max_size=20))
def test_whatever_is_read_as_full_is_a_day_of_the_calendar(text: str) -> None:
    read = dates.parse_date(text)
    if read is not None and read.day is not None:
        assert read.full is not None
