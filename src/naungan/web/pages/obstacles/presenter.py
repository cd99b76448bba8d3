"""The register of obstacles as its page shows it: lines, and counts over time and place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from naungan.casework.coordination import catalogue
from naungan.casework.coordination.models import Obstacle
from naungan.casework.coordination.queries.obstacles import Counted, category_of
from naungan.lib import regions
from naungan.lib.numbers import format_number
from naungan.web.download import Column, Sheet
from naungan.web.pages.meetings import words


MOST_QUARTERS: Final = 8
ROMAN: Final = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Line:
    """One obstacle of the register."""

    number: int
    text: str
    kind: str
    category: str
    place: str
    noted: str
    event_id: int | None
    event: str
    state: str
    tone: str
    resolution: str
    is_open: bool
    keeper: int


@dataclass(frozen=True)
class CountRow:
    """One kind: how often in each quarter, in all, and how many are still open."""

    name: str
    category: str
    cells: list[str]
    total: str
    left: str


@dataclass(frozen=True)
class Counts:
    """The register counted by kind and quarter, by regency, and by category."""

    quarters: list[str]
    rows: list[CountRow]
    places: list[tuple[str, str, str]]
    categories: list[tuple[str, str]]
    many: int
    total: str
    is_cut: bool


def line(one: Obstacle) -> Line:
    """Arrange one obstacle."""
    is_open = one.resolved_on is None
    return Line(
        number=one.pk,
        text=one.text,
        kind=words.word("obstacle_kinds", one.kind),
        category=words.word("obstacle_categories", category_of(one.kind)),
        place=place(one.region_code),
        noted=words.on(one.noted_on),
        event_id=one.event_id,
        event=one.event.title if one.event else "",
        state=_("belum teratasi")
        if is_open
        else _("teratasi %(day)s") % {"day": words.on(one.resolved_on)},
        tone="warn" if is_open else "good",
        resolution=one.resolution,
        is_open=is_open,
        keeper=one.institution_id,
    )


def place(code: str) -> str:
    """Name a region; nothing where none was said."""
    found = regions.by_code(code) if code else None
    return found.name if found else code


def counts(found: Counted) -> Counts:
    """Arrange what was counted: the newest quarters, kinds in the order of the catalogue."""
    quarters = found.quarters[-MOST_QUARTERS:]
    known = list(catalogue.words("obstacle_kinds"))
    kinds = sorted(
        found.by_kind,
        key=lambda code: known.index(code) if code in known else len(known),
    )
    return Counts(
        quarters=[quarter(one) for one in quarters],
        rows=[_row(code, found, quarters) for code in kinds],
        places=[_place(code, found) for code in found.regions],
        categories=[
            (words.word("obstacle_categories", code), format_number(many))
            for code, many in found.categories.most_common()
        ],
        many=found.total,
        total=format_number(found.total),
        is_cut=len(found.quarters) > MOST_QUARTERS,
    )


def quarter(first: date) -> str:
    """Name a quarter by its number and year."""
    return _("Tw %(number)s %(year)s") % {
        "number": ROMAN[(first.month - 1) // 3],
        "year": first.year,
    }


def _row(code: str, found: Counted, quarters: list[date]) -> CountRow:
    by_quarter = found.by_kind[code]
    return CountRow(
        name=words.word("obstacle_kinds", code),
        category=words.word("obstacle_categories", category_of(code)),
        cells=[format_number(by_quarter[one]) for one in quarters],
        total=format_number(sum(by_quarter.values())),
        left=format_number(found.open_by_kind[code]),
    )


def _place(code: str, found: Counted) -> tuple[str, str, str]:
    by_kind = {kind: places[code] for kind, places in found.by_region.items()}
    most = max(by_kind, key=lambda kind: by_kind[kind])
    return (
        place(code) or _("tanpa wilayah"),
        format_number(sum(by_kind.values())),
        words.word("obstacle_kinds", most),
    )


def sheet(rows: Iterable[Obstacle]) -> Sheet:
    """Give the register as a table."""
    columns = (
        *(Column(_("Dicatat"), "date"), Column(_("Kode wilayah"), "code")),
        *(Column(_("Wilayah")), Column(_("Golongan")), Column(_("Jenis"))),
        *(Column(_("Hambatan")), Column(_("Kegiatan")), Column(_("Teratasi"), "date")),
        *(Column(_("Cara teratasi")), Column(_("Dicatat oleh"))),
    )
    return Sheet("obstacle", _("Hambatan"), (), columns, map(_cells, rows))


def _cells(one: Obstacle) -> tuple[Any, ...]:
    shown = line(one)
    return (
        *(one.noted_on, one.region_code, shown.place, shown.category, shown.kind),
        *(one.text, shown.event, one.resolved_on, one.resolution),
        one.institution.name,
    )
