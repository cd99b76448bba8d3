"""What a search found, as lines that lead somewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from naungan.casework.accounts.scope import Scope
from naungan.lib import regions
from naungan.lib.region_search import Candidate
from naungan.web.persons.born import born


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
            nik=_grouped(row.get("nik")),
            born=born(row),
            place=_place(row.get("village_code")),
            series=named,
        )
        for row in rows
    ]


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


def _grouped(nik: object) -> str:
    written = str(nik or "")
    return " ".join(written[at : at + 4] for at in range(0, len(written), 4)) or "–"
