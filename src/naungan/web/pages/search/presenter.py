"""What a search found, as lines that lead somewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format

from naungan.casework.accounts.scope import Scope
from naungan.lib import programmes, regions
from naungan.lib.dates import month_start
from naungan.lib.region_search import Candidate
from naungan.web.persons.born import born
from naungan.web.persons.nik import NOTHING, grouped


Row = dict[str, Any]


@dataclass(frozen=True)
class RegionLine:
    """A region that may be meant, with what it lies in."""

    code: str
    name: str
    around: str
    has_coverage: bool
    has_workers: bool


@dataclass(frozen=True)
class PersonLine:
    """A person, NIK masked."""

    number: int
    name: str
    nik: str
    born: str
    place: str
    series: str


@dataclass(frozen=True)
class MemberLine:
    """A membership of somebody on no list, NIK masked."""

    name: str
    nik: str
    born: str
    programmes: str
    paid_through: str


@dataclass(frozen=True)
class EmployerLine:
    """An employer with its numbers."""

    number: int
    name: str
    codes: str
    place: str


def region_lines(found: Iterable[Candidate], scope: Scope | None) -> list[RegionLine]:
    """Arrange regions, each with the pages that one may open about it."""
    return [
        RegionLine(
            code=one.region.code,
            name=one.region.name,
            around=_around(one.region.code),
            has_coverage=scope is not None and scope.may("see_coverage"),
            has_workers=scope is not None
            and scope.may("see_persons")
            and _inside(scope, one.region.code),
        )
        for one in found
    ]


def person_lines(rows: Iterable[Row], scope: Scope, series: str) -> list[PersonLine]:
    """Arrange persons; a snapshot of one's own region needs no naming in the link."""
    named = series if _inside(scope, series) else ""
    return [
        PersonLine(
            number=row["person_id"],
            name=row["name"] or "–",
            nik=grouped(row.get("nik")),
            born=born(row),
            place=_place(row.get("village_code")),
            series=named,
        )
        for row in rows
    ]


def member_lines(rows: Iterable[Row]) -> list[MemberLine]:
    """Arrange memberships that stand alone."""
    return [
        MemberLine(
            name=row["name"] or NOTHING,
            nik=grouped(row.get("nik")),
            born=born(row),
            programmes=programmes.text_of(row.get("programmes") or 0) or NOTHING,
            paid_through=_month(row.get("paid_through")),
        )
        for row in rows
    ]


def _month(index: int | None) -> str:
    return NOTHING if index is None else date_format(month_start(index), "F Y")


def employer_lines(rows: Iterable[Row]) -> list[EmployerLine]:
    """Arrange employers."""
    return [
        EmployerLine(
            number=row["employer_id"],
            name=row["name"] or "–",
            codes=" · ".join(
                f"{label} {row[key]}"
                for label, key in (("NPP", "npp"), ("NIB", "nib"))
                if row.get(key)
            ),
            place=_place(row.get("village_code")),
        )
        for row in rows
    ]


def _inside(scope: Scope, code: str) -> bool:
    own = scope.region_code
    return regions.lies_in(code, own)


def _around(code: str) -> str:
    return ", ".join(one.name for one in reversed(regions.chain(code)[:-1]))


def _place(village: int | None) -> str:
    if village is None:
        return "–"
    chain = regions.chain(regions.dotted(village))
    return ", ".join(one.name for one in reversed(chain[-2:])) or "–"
