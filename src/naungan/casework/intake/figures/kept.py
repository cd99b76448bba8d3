"""Figures of regions from a published snapshot, kept while the program runs.

Figures are about no person and a publication never changes, so what was read once
is kept by the folder of the publication; a newer one has another folder.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any, Final, Literal, TypeVar

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.figures.small import (
    NATIONAL,
    Cell,
    above,
    hidden_cells,
    without_hidden,
)
from naungan.casework.intake.models import Publication
from naungan.engine.explain.explanation import Explanation
from naungan.engine.explain.region import explain_region


Found = TypeVar("Found")
Row = dict[str, Any]
GapKind = Literal["village", "employer"]
PURPOSE: Final = "figures"
MOST_KEPT: Final = 256
BELOW: Final = {0: "province", 1: "regency", 2: "district", 3: "village"}
"""The level below a region, by how many parts its code has."""
_kept: OrderedDict[tuple[object, ...], Any] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class RegionFigures:
    """The rows of a region itself and of the regions just below it."""

    own: list[Row]
    below: list[Row]
    level_below: str


@dataclass(frozen=True)
class GapPart:
    """A village or employer in the gap: how many people, of how many in all."""

    key: str
    name: str
    village_code: str
    codes: tuple[str, ...]
    people: int
    of_people: int


def figures_of(publication: Publication, scope: Scope, code: str) -> RegionFigures:
    """Give the rows of a region and of the regions just below it."""

    def read() -> RegionFigures:
        found = _region(publication, scope, code)
        gone = hidden_in(publication, scope, above(code)) | hidden_cells(found.own, ())
        below = _totals(publication, scope, found.below)
        return replace(found, own=without_hidden(found.own, gone), below=below)

    return _once(("region", door.place(publication), code), read)


def _region(publication: Publication, scope: Scope, code: str) -> RegionFigures:
    snapshot = door.opened(publication, scope)
    reach = door.figures(scope, PURPOSE)
    level = BELOW.get(len(code.split(".")) if code else 0, "")
    below = snapshot.measures_inside(reach, code, level) if level else []
    return RegionFigures(snapshot.measures(reach, code), below, level)


def why_region(publication: Publication, scope: Scope, code: str) -> Explanation:
    """Explain the figures of a region, those that are hidden without their numbers."""
    snapshot = door.opened(publication, scope)
    rows = figures_of(publication, scope, code).own
    return explain_region(snapshot, door.figures(scope, "why_region"), code, rows)


def villages_of(publication: Publication, scope: Scope, code: str) -> list[Row]:
    """Give the newest whole-population rows of every village inside a region."""

    def read() -> list[Row]:
        snapshot = door.opened(publication, scope)
        rows = snapshot.measures_inside(door.figures(scope, PURPOSE), code, "village")
        last = max((row["month"] for row in rows), default="")
        newest = [row for row in rows if row["month"] == last]
        shown = _totals(publication, scope, newest)
        return [row for row in shown if row["measure"] == "coverage"]

    return _once(("villages", door.place(publication), code), read)


def hidden_in(
    publication: Publication, scope: Scope, code: str | None
) -> frozenset[Cell]:
    """Give the figures that are hidden of the regions just below a region."""
    if code is None:
        return frozenset()

    def read() -> frozenset[Cell]:
        around = hidden_in(publication, scope, above(code))
        inside = "" if code == NATIONAL else code
        level = BELOW.get(len(inside.split(".")) if inside else 0, "")
        if not level:
            return frozenset()
        snapshot = door.opened(publication, scope)
        reach = door.figures(scope, PURPOSE)
        rows = snapshot.measures_inside(reach, inside, level, whole=False)
        return hidden_cells(rows, around)

    return _once(("hidden", door.place(publication), code), read)


def _totals(publication: Publication, scope: Scope, rows: list[Row]) -> list[Row]:
    """Hide what is small among whole populations of sister regions."""
    parents = {above(row["region_code"]) for row in rows}
    around: set[Cell] = set()
    for code in {above(parent) for parent in parents if parent} - {None}:
        around |= hidden_in(publication, scope, code)
    return without_hidden(rows, hidden_cells(rows, around))


def quality_of(publication: Publication, scope: Scope) -> list[Row]:
    """Give how good the files of the scope are, by file and shortcoming."""

    def read() -> list[Row]:
        snapshot = door.opened(publication, scope)
        return snapshot.quality(door.figures(scope, "quality"))

    place = (scope.institution_code, scope.region_code)
    return _once(("quality", door.place(publication), *place), read)


def gap_of(
    publication: Publication, scope: Scope, code: str, kind: GapKind, limit: int
) -> list[GapPart]:
    """Give who makes up most of the gap of a region, those with most people first."""

    def read() -> list[GapPart]:
        snapshot = door.opened(publication, scope)
        reach = door.figures(scope, "gap_parts")
        parts = snapshot.pareto(reach, code, kind, limit)
        return [_part(row) for row in parts if _is_shown(publication, scope, row)]

    place = (scope.institution_code, scope.region_code)
    return _once(("gap", door.place(publication), code, kind, limit, *place), read)


def _is_shown(publication: Publication, scope: Scope, row: Row) -> bool:
    """Tell whether a part of the gap may be shown: no village whose gap is hidden.

    Employers stand here as on the list of employers, for whoever may see that.
    """
    if row["kind"] != "village":
        return True
    gone = hidden_in(publication, scope, above(row["key"]))
    hidden = {one.region_code for one in gone if one.measure == "gap" and one.is_whole}
    return row["key"] not in hidden


def _part(row: Row) -> GapPart:
    return GapPart(
        key=row["key"],
        name=row.get("name") or "",
        village_code=str(row.get("village_code") or ""),
        codes=tuple(row.get("codes") or ()),
        people=row["people"],
        of_people=row["of_people"],
    )


def _once(key: tuple[object, ...], read: Callable[[], Found]) -> Found:
    """Give what is kept under a key, else read it and keep it."""
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            found: Found = _kept[key]
            return found
    found = read()
    with _lock:
        _kept[key] = found
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return found
