"""Which figures of regions are too small to be shown: decided here, for everybody.

A snapshot made for an office's own work holds every count; what pages, files, the
interface and explanations show of regions reaches further. A figure is hidden where
it speaks of one to nine people: a universe, the people of a fund, those in arrears. A
share of a larger universe is shown however small it is: a village in which three of
six hundred are covered is what an office must see.

Hiding one cell of a total is not enough, since the rest gives it away: among sister
regions, and among the groups into which a region is split, so many more are hidden
that nobody can subtract what is left to fewer than ten.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Final, NamedTuple

from naungan.engine.disclosure import SMALLEST_SHOWN


Row = dict[str, Any]
NATIONAL: Final = "00"
NUMBERS: Final = ("numerator", "low", "high", "denominator", "value")
OTHER_SIDE: Final = {"coverage": "gap", "gap": "coverage"}
"""Two measures of which one is the universe without the other."""


class Cell(NamedTuple):
    """Which figure a row is; None where it is not split by that."""

    region_code: str
    measure: str
    month: str
    universe: str
    segment: str | None = None
    category: str | None = None
    funder: str | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether it counts everybody of the region."""
        return not (self.segment or self.category or self.funder)


SPLITS: Final[dict[str, Callable[[Cell], Cell]]] = {
    "segment": lambda cell: cell._replace(segment=None),
    "category": lambda cell: cell._replace(category=None),
    "funder": lambda cell: cell._replace(funder=None),
}
"""What a region is split by, and the cell of everybody in it."""
Group = tuple[Cell, list[Cell]]
"""A total, and the cells that add up to it."""


def cell_of(row: Row) -> Cell:
    """Name the figure of a row."""
    return Cell(*(row[name] for name in Cell._fields))


def above(code: str) -> str | None:
    """Give the region around one, as figures name it; None around the country."""
    if code == NATIONAL:
        return None
    return code.rpartition(".")[0] or NATIONAL


def hidden_cells(rows: Iterable[Row], around: Collection[Cell]) -> frozenset[Cell]:
    """Decide about the figures of sister regions: all regions of their parents.

    `around` are the hidden cells of the regions above. Totals are decided without the
    splits, so that it makes no difference whether those are among the rows.
    """
    known = {cell_of(row): row for row in rows}
    gone = {cell for cell, row in known.items() if row["hidden"] or is_small(row)}
    whole, split = _groups(known)
    for groups in (whole, split):
        _settle(groups, known, gone, around)
    return frozenset(gone)


def is_small(row: Row) -> bool:
    """Tell whether a row speaks of one to nine people."""
    return any(
        0 < one < SMALLEST_SHOWN for one in (row["denominator"] or 0, _size(row))
    )


def without_hidden(rows: Iterable[Row], gone: Collection[Cell]) -> list[Row]:
    """Give the rows in their order, those that are hidden without any number."""
    empty = {**dict.fromkeys(NUMBERS), "hidden": True}
    return [row | empty if cell_of(row) in gone else row for row in rows]


def _groups(known: Iterable[Cell]) -> tuple[list[Group], list[Group]]:
    """Part the cells into what adds up: whole populations first, then splits."""
    whole: dict[Cell, list[Cell]] = defaultdict(list)
    split: dict[tuple[str, Cell], list[Cell]] = defaultdict(list)
    for cell in known:
        around = cell._replace(region_code=above(cell.region_code) or "")
        if cell.is_whole:
            whole[around].append(cell)
            continue
        split["region_code", around].append(cell)
        for name, everybody in SPLITS.items():
            if getattr(cell, name):
                split[name, everybody(cell)].append(cell)
    return list(whole.items()), [(total, cells) for (_, total), cells in split.items()]


def _settle(
    groups: list[Group],
    known: Mapping[Cell, Row],
    gone: set[Cell],
    around: Collection[Cell],
) -> None:
    """Hide more of each group until no group gives anything away."""
    before = -1
    while len(gone) > before:
        before = len(gone)
        for total, cells in groups:
            is_hidden = total in gone or total in around
            _hide(cells, known, gone, is_total_hidden=is_hidden)
        gone |= {one for cell in gone if (one := _other_side(cell)) in known}


def _other_side(cell: Cell) -> Cell:
    return cell._replace(measure=OTHER_SIDE.get(cell.measure, cell.measure))


def _hide(
    cells: list[Cell],
    known: Mapping[Cell, Row],
    gone: set[Cell],
    *,
    is_total_hidden: bool,
) -> None:
    """Hide the next smallest cells until what is hidden cannot be computed."""
    hidden = [cell for cell in cells if cell in gone]
    if not hidden and not is_total_hidden:
        return
    people = sum(_size(known[cell]) for cell in hidden)
    count = len(hidden)
    rest = [cell for cell in cells if cell not in gone and _size(known[cell])]
    for cell in sorted(rest, key=lambda one: (_size(known[one]), one)):
        if count > 1 and people >= SMALLEST_SHOWN or (is_total_hidden and count):
            return
        gone.add(cell)
        count, people = count + 1, people + _size(known[cell])


def _size(row: Row) -> int:
    """Give of how many people a figure speaks: its universe, or those it counts."""
    is_share = row["measure"] in OTHER_SIDE and not row["funder"]
    return int(row["denominator" if is_share else "low"] or 0)
