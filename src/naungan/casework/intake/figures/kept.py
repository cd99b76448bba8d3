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
from naungan.casework.intake.figures.small import without_small
from naungan.casework.intake.models import Publication
from naungan.casework.intake.queries import RegionFigures, region_figures


Found = TypeVar("Found")
Row = dict[str, Any]
GapKind = Literal["village", "employer"]
PURPOSE: Final = "figures"
MOST_KEPT: Final = 48
_kept: OrderedDict[tuple[object, ...], Any] = OrderedDict()
_lock = Lock()


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
        found = region_figures(publication, scope, code)
        own, below = without_small(found.own), without_small(found.below)
        return replace(found, own=own, below=below)

    return _once(("region", door.place(publication), code), read)


def villages_of(publication: Publication, scope: Scope, code: str) -> list[Row]:
    """Give the newest whole-population rows of every village inside a region."""

    def read() -> list[Row]:
        snapshot = door.opened(publication, scope)
        rows = snapshot.measures_inside(door.figures(scope, PURPOSE), code, "village")
        found = [row for row in rows if row["measure"] == "coverage"]
        last = max((row["month"] for row in found), default="")
        return without_small(row for row in found if row["month"] == last)

    return _once(("villages", door.place(publication), code), read)


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
        return [_part(row) for row in snapshot.pareto(reach, code, kind, limit)]

    place = (scope.institution_code, scope.region_code)
    return _once(("gap", door.place(publication), code, kind, limit, *place), read)


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
