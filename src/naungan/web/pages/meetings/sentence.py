"""What a sentence written at the table says: who, by when, how many of what.

Only what stands there is read; nothing is made up. A day without a year is taken as the
first such day from the meeting on, and is shown to be corrected.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from naungan.lib import dates, numbers
from naungan.lib.calendar_words import MONTH_OF_WORD
from naungan.lib.weekdays import infer_year, read_yearless


MONTH: Final = "|".join(sorted(MONTH_OF_WORD, key=lambda word: (-len(word), word)))
BY: Final = (
    r"(?:paling lambat|selambat-lambatnya|sebelum|sampai dengan|sampai|hingga|s\.?d\.?"
    r"|batas|tenggat|pada|tanggal|per|mulai)"
)
_DAY = re.compile(
    rf"\b(?P<before>{BY}(?:\s+tanggal)?\s+)?"
    rf"(?P<day>\d{{1,2}}(?:\s+(?:{MONTH})\b(?:\s+\d{{4}})?|[/-]\d{{1,2}}(?:[/-]\d{{4}})?)(?!\d))",
    re.IGNORECASE,
)
_MONTH_END = re.compile(
    rf"\b(?P<end>akhir(?:\s+bulan)?\s+(?P<month>{MONTH})(?:\s+(?P<year>\d{{4}}))?)\b",
    re.IGNORECASE,
)
_YEAR_END = re.compile(r"\bakhir\s+tahun(?:\s+(?P<year>\d{4}))?\b", re.IGNORECASE)
_NUMBER: Final = r"\d[\d.,]*\d|\d"
_RUPIAH = re.compile(
    rf"\bRp\.?\s*(?P<number>{_NUMBER})(?P<scale>\s*(?:ribu|juta|miliar|triliun))?\b",
    re.IGNORECASE,
)
UNITS: Final = {
    "people_per_village": r"(?:orang|pekerja|peserta)(?:\s+\w+){0,2}\s+(?:per|tiap|setiap)\s+(?:desa|kelurahan|pekon)",
    "percent_points": r"(?:persen\s+poin|poin(?:\s+persen)?)",
    "percent": r"(?:persen|prosen|%)",
    "people": r"(?:orang|pekerja|peserta|petani|nelayan|kpps|jiwa|buruh|tenaga kerja)",
    "villages": r"(?:desa|kelurahan|pekon)",
    "employers": r"(?:perusahaan|pemberi kerja|badan usaha)",
    "children": r"anak",
    "cases": r"(?:kasus|perkara|skk)",
    "months": r"bulan",
    "programmes": r"program",
}
_COUNTED = re.compile(
    rf"(?<![\w.,/-])(?P<number>{_NUMBER})(?P<scale>\s*(?:ribu|juta|miliar|triliun))?\s*"
    rf"(?:{'|'.join(f'(?P<{unit}>{words})' for unit, words in UNITS.items())})(?!\w)",
    re.IGNORECASE,
)


_SHARED: Final = ("people", "villages", "employers", "cases")
_SCALE: Final = r"(?:\s*(?:ribu|juta|miliar|triliun))?"
_THINGS: Final = "|".join(UNITS[unit] for unit in _SHARED)
# As in: 51.398 dari total 239.799 pekerja; also of rupiah.
_OF = re.compile(
    rf"(?<![\w.,/-])(?P<part_idr>Rp\.?\s*)?(?P<part>(?:{_NUMBER}){_SCALE})\b"
    rf"(?!\s*(?:persen|prosen|%|poin))(?:\s+(?P<of_part>{_THINGS}))?(?:\s+[a-z]+){{0,2}}?"
    rf"\s+dari(?:\s+[a-z]+){{0,3}}?\s+(?P<whole_idr>Rp\.?\s*)?"
    rf"(?P<whole>(?:{_NUMBER}){_SCALE})\b(?!\s*(?:persen|prosen|%|poin))"
    rf"(?:\s+(?P<of_whole>{_THINGS})(?!\w))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Due:
    """A day by which something is to be done, the words, and whether its year was taken."""

    on: date
    words: str
    is_inferred: bool


@dataclass(frozen=True)
class Counted:
    """A number with what it counts, and the words in which it stands."""

    value: Decimal
    unit: str
    words: str


@dataclass(frozen=True)
class Pair:
    """Two counts of the same thing, one a part of the other: "51.398 dari 239.799"."""

    part: Counted
    whole: Counted


@dataclass(frozen=True)
class Read:
    """What one sentence says; `owner` is the key of whoever is named first."""

    owner: int | None
    due: Due | None
    counted: Counted | None
    pair: Pair | None


def read(text: str, on: date, names: Iterable[tuple[int, str]] = ()) -> Read:
    """Read a sentence of a meeting of a day; `names` are those who may be named."""
    due = due_of(text, on)
    rest = text.replace(due.words, " ", 1) if due else text
    return Read(named(text, names), due, main_count(rest), paired(rest))


def named(text: str, names: Iterable[tuple[int, str]]) -> int | None:
    """Give whoever is named first, the longer name where two begin alike."""
    found: list[tuple[int, int, int]] = []
    for key, name in names:
        at = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
        if at is not None:
            found.append((at.start(), -len(name), key))
    return min(found)[2] if found else None


def due_of(text: str, on: date) -> Due | None:
    """Read the day by which something is due; the last one that the sentence names."""
    found = [one for one in (_month_end(text, on), _year_end(text, on)) if one]
    found += [one for one in (_day(match, on) for match in _DAY.finditer(text)) if one]
    return max(found, key=lambda one: text.rfind(one.words), default=None)


def _day(match: re.Match[str], on: date) -> Due | None:
    written = " ".join(match["day"].split())
    whole = dates.parse_date(written)
    if whole is not None and whole.full is not None:
        return Due(whole.full, match[0].strip(), is_inferred=False)
    yearless = read_yearless(written)
    is_fraction = not match["before"] and written.replace("/", "").isdecimal()
    if yearless is None or is_fraction:
        return None
    years = [infer_year(yearless, (year,)).on for year in (on.year, on.year + 1)]
    days = [day for day in years if day is not None and day >= on]
    return Due(days[0], match[0].strip(), is_inferred=True) if days else None


def _month_end(text: str, on: date) -> Due | None:
    match = _MONTH_END.search(text)
    if match is None:
        return None
    month = MONTH_OF_WORD[match["month"].lower()]
    year = int(match["year"] or on.year)
    if not match["year"] and month < on.month:
        year += 1
    day = dates.month_end(dates.month_index(year, month))
    return Due(day, match[0], is_inferred=not match["year"])


def _year_end(text: str, on: date) -> Due | None:
    match = _YEAR_END.search(text)
    if match is None:
        return None
    year = int(match["year"] or on.year)
    last = date(year + 1, 1, 1) - timedelta(days=1)
    return Due(last, match[0], is_inferred=not match["year"])


def counted(text: str) -> Counted | None:
    """Read the first number that says what it counts."""
    rupiah, other = _RUPIAH.search(text), _COUNTED.search(text)
    first = min(
        (one for one in (rupiah, other) if one),
        key=lambda one: one.start(),
        default=None,
    )
    if first is None:
        return None
    unit = "idr" if first is rupiah else _unit(first)
    written = f"{first['number']}{first['scale'] or ''}"
    value = numbers.parse_number(written, percent=unit.startswith("percent"))
    return None if value is None else Counted(value, unit, first[0].strip())


def main_count(text: str) -> Counted | None:
    """Read the number of which a sentence speaks: a share before the counts it is of."""
    pair = paired(text)
    if pair is None:
        return counted(text)
    share = next((one for one in _COUNTED.finditer(text) if one["percent"]), None)
    return counted(share[0]) if share else pair.part


def paired(text: str) -> Pair | None:
    """Read the first part of a whole that a sentence counts in numbers."""
    for match in _OF.finditer(text):
        part = _of_pair(match, "part")
        whole = _of_pair(match, "whole")
        if part and whole and 0 <= part.value <= whole.value:
            return Pair(part, whole)
    return None


def _of_pair(match: re.Match[str], name: str) -> Counted | None:
    value = numbers.parse_number(match[name])
    if match["part_idr"] and match["whole_idr"]:
        unit: str | None = "idr"
    else:
        words = match["of_whole"] or match["of_part"]
        unit = next((one for one in _SHARED if words and _names(one, words)), None)
    return None if value is None or unit is None else Counted(value, unit, match[name])


def _names(unit: str, words: str) -> bool:
    return re.fullmatch(UNITS[unit], words, re.IGNORECASE) is not None


def _unit(match: re.Match[str]) -> str:
    return next(unit for unit in UNITS if match[unit])
