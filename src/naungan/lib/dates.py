"""Days and months as Indonesian lists write them: read, never guessed, and written.

Forms read: YYYY-MM-DD, DD/MM/YYYY, DD-MM-YYYY, DD.MM.YYYY, D Month YYYY with full,
short and old month names, month and year, the year alone, eight digits without
separators, spreadsheet serials, and place-and-date cells ("Lahat, 12 Mei 1980").
Numbers are always day/month/year, never month/day/year. What is not written is not
invented: a missing day or month stays None. A year of two digits is read only when
the caller's bounds leave one century.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from naungan.lib.calendar_words import (
    MONTH_OF_WORD,
    MONTHS,
    SHORT_MONTHS,
    WEEKDAY_OF_WORD,
    WEEKDAYS,
)
from naungan.lib.parsed import Parsed


# Years outside this range are other numbers that happen to have four digits.
FIRST_YEAR: Final = 1850
LAST_YEAR: Final = 2100
SERIAL_DAYS: Final = range(10_000, 73_051)  # 1927-05-18 to 2100-01-01

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$")
_NUMERIC = re.compile(r"(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$")
_WORDED = re.compile(
    r"(?:(\d{1,2})[ ./-]*)?([^\W\d_]{3,9})\.?[ ,./-]*['’]?(\d{4}|\d{2})$"
)
_MONTH_NUMBERS = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{4})$")
_CLOCK = re.compile(r"[ t]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?(z| wib| wita| wit)?$")
_SERIAL = re.compile(r"(\d{5})([.,]\d+)?$")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the month and the day may be unknown, and where it was written.

    `place` is what stood before the date in a place-and-date cell. A day without a
    month does not occur.
    """

    year: int
    month: int | None = None
    day: int | None = None
    place: str | None = None

    @property
    def full(self) -> date | None:
        """Return the calendar day, or None unless day, month and year are known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The earliest and latest day a value can mean; both belong to the range."""

    earliest: date
    latest: date

    def years_of(self, two_digits: int) -> list[int]:
        """Return the years within the bounds that end in these two digits."""
        span = range(self.earliest.year, self.latest.year + 1)
        return [year for year in span if year % 100 == two_digits]


def read_date(text: str, *, within: Bounds | None = None) -> Parsed[PartialDate]:
    """Read one date cell; `within` only serves to settle a year of two digits.

    The note of a value names a doubt: a derived century, an unknown day written as
    00, or a weekday that does not fit the date.
    """
    body = " ".join(text.replace("\u00a0", " ").split())
    if not body:
        return Parsed(None, "Tanggal kosong.")
    folded = _CLOCK.sub("", body.lower().strip("'` ;,()"))
    whole = _read_bare(folded, within)
    if whole is not None:
        return whole
    return _read_after_place(body, folded, within) or _unread(body)


def parse_date(text: str, *, within: Bounds | None = None) -> PartialDate | None:
    """Return the date of `read_date`, or None."""
    return read_date(text, within=within).value


def serial_date(serial: int, *, from_1904: bool = False) -> date:
    """Return the day a spreadsheet serial means (1900 system unless told).

    Correct from serial 61 on: the 1900 system counts a 29 February 1900 that never was.
    """
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    return start + timedelta(days=serial)


def format_date(day: date) -> str:
    """Write "21 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_short_date(day: date) -> str:
    """Write "21 Nov 2026", for tables."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def format_partial(when: PartialDate) -> str:
    """Write what is known: "12 Mei 1980", "Mei 1980", "1980 (hari tidak diketahui)"."""
    if when.full is not None:
        return format_date(when.full)
    if when.month is not None:
        return f"{MONTHS[when.month - 1]} {when.year}"
    return f"{when.year} (hari tidak diketahui)"


def weekday_name(day: date) -> str:
    """Return "Senin" to "Minggu"."""
    return WEEKDAYS[day.weekday()]


def month_index(year: int, month: int) -> int:
    """Return the month as one integer, year*12 + (month-1), so months subtract."""
    return year * 12 + month - 1


def month_of(day: date) -> int:
    """Return the month index in which a day lies."""
    return month_index(day.year, day.month)


def age_on(born: date, day: date) -> int:
    """Give the completed years of age on a day; of 29 February they end on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def month_start(index: int) -> date:
    """Return the first day of a month index."""
    return date(index // 12, index % 12 + 1, 1)


def month_end(index: int) -> date:
    """Return the last day of a month index."""
    return month_start(index + 1) - timedelta(days=1)


def month_text(index: int) -> str:
    """Write a month index as "2026-10"."""
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def month_label(index: int) -> str:
    """Write a month index as "Oktober 2026"."""
    return f"{MONTHS[index % 12]} {index // 12}"


def read_month(text: str) -> Parsed[int]:
    """Read "2026-10", "10/2026", "Oktober 2026", "202610" or any full date as a month.

    "Okt-26", as spreadsheets abbreviate it, is read as 2026 with a doubt: months of
    membership and contributions are of this century far more often than of the last.
    """
    body = " ".join(text.replace("\u00a0", " ").split())
    if len(body) == 6 and body.isascii() and body.isdigit():
        return _month_of_digits(body)
    this_century = Bounds(date(2000, 1, 1), date(2099, 12, 31))
    read = read_date(body, within=this_century)
    when = read.value
    if when is None or when.month is None:
        note = read.note if when is None else "Hanya tahun; bulan tidak tertulis."
        return Parsed(None, note)
    return Parsed(month_index(when.year, when.month), read.note)


def parse_month(text: str) -> int | None:
    """Return the month index of `read_month`, or None."""
    return read_month(text).value


def _month_of_digits(body: str) -> Parsed[int]:
    for year, month in ((body[:4], body[4:]), (body[2:], body[:2])):
        if _is_year(int(year)) and 1 <= int(month) <= 12:
            return Parsed(month_index(int(year), int(month)))
    return Parsed(None, f"“{body}” bukan bulan.")


def _unread(body: str) -> Parsed[PartialDate]:
    return Parsed(None, f"“{body}” bukan tanggal; tulis seperti 31/12/1980.")


def _is_year(number: int) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR


def _read_bare(text: str, within: Bounds | None) -> Parsed[PartialDate] | None:
    """Read a text that is a date and nothing else; None when it is of no known form."""
    if text.isascii() and text.isdigit():
        return _read_digits(text)
    iso = _ISO.match(text)
    if iso:
        return _checked(int(iso[1]), int(iso[3]), int(iso[4]) if iso[4] else None)
    numeric = _NUMERIC.match(text)
    if numeric:
        return _with_century(numeric[4], int(numeric[3]), int(numeric[1]), within)
    month_and_year = _MONTH_NUMBERS.match(text)
    if month_and_year:
        return _checked(int(month_and_year[2]), int(month_and_year[1]), None)
    worded = _WORDED.match(text)
    if worded and worded[2] in MONTH_OF_WORD:
        day = int(worded[1]) if worded[1] else None
        return _with_century(worded[3], MONTH_OF_WORD[worded[2]], day, within)
    serial = _SERIAL.match(text)
    return _read_serial(int(serial[1])) if serial else None


def _read_digits(text: str) -> Parsed[PartialDate] | None:
    if len(text) == 4 and _is_year(int(text)):
        return Parsed(PartialDate(int(text)))
    if len(text) == 5:
        return _read_serial(int(text))
    if len(text) != 8:
        return None
    # At most one order gives a day: where both ends could be years (19 and 20 are
    # days too), the month of the other order would be 18 or more.
    year_first = _checked(int(text[:4]), int(text[4:6]), int(text[6:]))
    if year_first.value is not None:
        return year_first
    return _checked(int(text[4:]), int(text[2:4]), int(text[:2]))


def _read_serial(serial: int) -> Parsed[PartialDate] | None:
    if serial not in SERIAL_DAYS:
        return None
    day = serial_date(serial)
    return Parsed(PartialDate(day.year, day.month, day.day))


def _with_century(
    year: str, month: int, day: int | None, within: Bounds | None
) -> Parsed[PartialDate]:
    if len(year) == 4:
        return _checked(int(year), month, day)
    candidates = within.years_of(int(year)) if within else []
    if len(candidates) != 1:
        return Parsed(None, f"Tahun “{year}” hanya dua angka; tulis empat angka.")
    read = _checked(candidates[0], month, day)
    note = f"Tahun “{year}” dibaca {candidates[0]}."
    return replace(read, note=note) if read.value is not None else read


def _checked(year: int, month: int, day: int | None) -> Parsed[PartialDate]:
    """Build the date, or refuse with the part that does not exist."""
    if not _is_year(year):
        return Parsed(None, f"Tahun {year} di luar {FIRST_YEAR}–{LAST_YEAR}.")
    if month == 0 and not day:
        note = "Bulan dan hari ditulis 00: tidak diketahui."
        return Parsed(PartialDate(year), note)
    if not 1 <= month <= 12:
        note = f"Bulan {month} tidak ada; tanggal dibaca hari/bulan/tahun."
        return Parsed(None, note)
    if day == 0:
        return Parsed(PartialDate(year, month), "Hari ditulis 00: tidak diketahui.")
    if day is not None and not 1 <= day <= month_end(month_index(year, month)).day:
        return Parsed(
            None, f"{MONTHS[month - 1]} {year} tidak mempunyai hari ke-{day}."
        )
    return Parsed(PartialDate(year, month, day))


def _read_after_place(
    body: str, folded: str, within: Bounds | None
) -> Parsed[PartialDate] | None:
    """Read "Lahat, 12 Mei 1980" and "Kamis, 2 November 2023"."""
    for at in _word_starts(folded):
        before, tail = folded[:at].rstrip(), folded[at:]
        # A long bare number after words is more likely a code than a date.
        if not _may_precede(before) or (tail.isdigit() and len(tail) != 4):
            continue
        read = _read_bare(tail, within)
        if read is not None:
            return _with_words(read, _as_written(body, before))
    return None


def _word_starts(folded: str) -> Iterator[int]:
    """Yield where a word or number begins, after the first."""
    for at in range(1, len(folded)):
        if folded[at].isalnum() and not folded[at - 1].isalnum():
            yield at


def _as_written(body: str, before: str) -> str:
    """Return the words before the date in the letters of the cell."""
    start = body.lower().find(before)
    return body[start : start + len(before)].rstrip(" ,;:/-.(")


def _may_precede(before: str) -> bool:
    """Say whether this can be a place or weekday, not the head of a broken date."""
    if not before or not before[0].isalpha():
        return False
    return before[-1] in ",;:" or not any(letter.isdigit() for letter in before)


def _with_words(read: Parsed[PartialDate], words: str) -> Parsed[PartialDate]:
    when = read.value
    if when is None:
        return read
    weekday = WEEKDAY_OF_WORD.get(words.lower())
    if weekday is None:
        return Parsed(replace(when, place=words), read.note)
    if when.full is None or when.full.weekday() == weekday:
        return read
    right = f"{format_date(when.full)} jatuh pada hari {weekday_name(when.full)}"
    return Parsed(when, f"{right}, bukan {WEEKDAYS[weekday]}.")
