"""One child's years of school that a scholarship pays, and why there may be none.

The child is promoted every year from where it stands on the day of the event, to
the last year of university or to the age at which the law ends the scholarship.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.law.claim.case import Case
from naungan.law.claim.span import years_later
from naungan.law.question import Facts
from naungan.law.source.unit import Row
from naungan.law.words import Words, day, number, words


NOT_YET: Final = "not_yet"
FIRST_NUMBERED: Final = "SD"  # school grades count on from here: SMP 1 is grade 7
_FROM_THE_START: Final = words(
    "karena tidak disebut, dihitung dari kelas pertama",
    "as none was given, counted from the first grade",
)
_THE_MOST: Final = words(
    "karena tidak disebut; itulah jumlah paling banyak",
    "as none was given; that is the most there can be",
)
_TOO_OLD: Final = words("anak sudah mencapai usia akhir beasiswa", "past the age limit")
_AGE_UNTESTED: Final = words(
    "Tahun masuk sekolah anak yang belum sekolah tidak diketahui (from_year), sehingga "
    "batas usia belum diperhitungkan.",
    "The first school year of a child not yet at school is not known (from_year), so "
    "the age limit was not applied.",
)
_READ_IN_JANUARY: Final = Words(
    "{name} mencapai usia akhir beasiswa pada {day}. Beasiswa tahun {year} dihitung karena "
    "usia dilihat pada 1 Januari tahun itu (tahun kejadian: pada hari kejadian); hari "
    "penilaiannya tidak terlihat dalam sumber, jadi ajukan sebelum {day}.",
    "{name} reaches the age limit on {day}. The year {year} is counted because the age is "
    "read on 1 January of that year (in the year of the event: on its day); no source "
    "seen says on which day it is judged, so claim before {day}.",
)
_WORKING: Final = words(
    "Pengecualian bagi anak yang bekerja sambil sekolah: periksa",
    "Exception for a child that works while at school: check",
)


@dataclass(frozen=True)
class Tranche:
    """One year of school; `year` None when the calendar year is not known."""

    year: int | None
    level: str
    grade: int
    amount_idr: int


@dataclass(frozen=True)
class Course:
    """What one child would receive, year by year; empty with the reason why."""

    name: Words
    tranches: tuple[Tranche, ...]
    why_none: Words | None = None

    @property
    def total_idr(self) -> int:
        """Sum all years."""
        return sum(one.amount_idr for one in self.tranches)

    def as_data(self) -> dict[str, Any]:
        """Give the course as results hold it."""
        return {
            "name": self.name.text(),
            "total": self.total_idr,
            "years": [
                {
                    "year": t.year,
                    "level": t.level,
                    "grade": t.grade,
                    "amount": t.amount_idr,
                }
                for t in self.tranches
            ],
        }


def course_of(case: Case, child: Facts, place: int) -> Course:
    """Follow one child from where it stands to the end of the schedule or the age."""
    name = _name(child, place)
    why = _why_none(case, child)
    if why is not None:
        return Course(name, (), why)
    rows = case.at("scholarship/schedule", tuple).value
    level, grade = _standing_at(child, rows)
    for said in child.assumed:
        case.facts.assumed.append(words("{n}: {s}", "{n}: {s}", n=name, s=said))
    year = _first_year(case, child)
    tranches = []
    for row in rows[level:]:
        for at in range(grade, _whole(row, "max_years") + 1):
            tranches.append(Tranche(year, str(row["level"]), at, _whole(row, "amount")))
            year = None if year is None else year + 1
        grade = 1
    kept = tuple(one for one in tranches if _young_enough(case, child, one.year))
    if child.has("birth_date") and year is None:
        case.draft.note(_AGE_UNTESTED)
    _say_last_year(case, child, name, kept)
    return Course(name, kept, None if kept else _TOO_OLD)


def _standing_at(child: Facts, rows: Sequence[Row]) -> tuple[int, int]:
    """Give the row and the grade within it; school grades may count on from SD."""
    levels = [str(row["level"]) for row in rows]
    level = child.get("level", str)
    if level is None and child.has("birth_date"):
        child.refuse("level", f"belum diisi; pilih: {NOT_YET}, {', '.join(levels)}")
    if level is None or level == NOT_YET:
        child.assume("level", NOT_YET, _THE_MOST)
        if child.has("grade"):
            child.refuse("grade", "terisi tanpa jenjang sekolah; isi level")
        return 0, 1
    place = levels.index(level)
    longest = _whole(rows[place], "max_years")
    stated = child.assume("grade", 1, _FROM_THE_START)
    first_numbered = levels.index(FIRST_NUMBERED)
    before = sum(_whole(row, "max_years") for row in rows[first_numbered:place])
    for grade in (stated, stated - before):
        if 1 <= grade <= longest:
            return place, grade
    return child.refuse("grade", f"{stated} tidak ada di {level}; 1 sampai {longest}")


def _first_year(case: Case, child: Facts) -> int | None:
    stated = child.get("from_year", int)
    if stated is None:
        return None if child.get("level", str) in (None, NOT_YET) else case.day.year
    if stated < case.day.year:
        child.refuse("from_year", f"{stated} sebelum tahun kejadian {case.day.year}")
    return stated


def _why_none(case: Case, child: Facts) -> Words | None:
    if child.get("married", bool):
        return words("anak sudah menikah", "married")
    if child.get("working", bool):
        allowed = case.find("scholarship/working_months_allowed", int)
        if allowed is not None:
            case.draft.line("scholarship.working", _WORKING, None, None, allowed.used)
        return words("anak sudah bekerja", "working")
    if not _young_enough(case, child, case.day.year):
        return _TOO_OLD
    return None


def _young_enough(case: Case, child: Facts, year: int | None) -> bool:
    """Tell whether the age limit is still ahead when the year's tranche falls due."""
    born = child.get("birth_date", date)
    if born is None or year is None:
        return True
    due = case.day if year == case.day.year else date(year, 1, 1)
    return due < years_later(born, case.at("scholarship/end_age", int).value)


def _say_last_year(
    case: Case, child: Facts, name: Words, kept: Sequence[Tranche]
) -> None:
    """Say how the age was read where it is reached within a year that is counted."""
    born = child.get("birth_date", date)
    if born is None:
        return
    ends_on = years_later(born, case.at("scholarship/end_age", int).value)
    if any(one.year == ends_on.year for one in kept):
        said = words(
            _READ_IN_JANUARY.id,
            _READ_IN_JANUARY.en,
            name=name,
            day=day(ends_on),
            year=str(ends_on.year),
        )
        case.draft.note(said)


def _name(child: Facts, place: int) -> Words:
    name = child.get("name", str)
    if name is not None:
        return words("{name}", "{name}", name=name)
    return words("anak ke-{n}", "child {n}", n=number(place))


def _whole(row: Row, column: str) -> int:
    value = row[column]
    assert isinstance(value, int)
    return value
