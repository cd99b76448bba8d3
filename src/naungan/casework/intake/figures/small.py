"""Small universes are shown to nobody, and never one alone among its sisters.

A snapshot made for an office's own work holds every count; what pages show of regions
reaches further, so a universe of fewer than ten people is hidden here. Where it would
be the only one hidden among the regions of one parent, the next smallest is hidden
with it: else the total minus the others would tell it.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from naungan.engine.disclosure import SMALLEST_SHOWN


Row = dict[str, Any]
OF_ONE: Final = ("measure", "month", "segment", "category", "funder", "universe")


def without_small(rows: Iterable[Row]) -> list[Row]:
    """Give the rows with small universes marked as hidden, in the same order."""
    found = [{**row, "hidden": row["hidden"] or _is_small(row)} for row in rows]
    sisters: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in found:
        parent = row["region_code"].rpartition(".")[0]
        sisters[parent, *(row[name] for name in OF_ONE)].append(row)
    for group in sisters.values():
        _never_one(group)
    return found


def _is_small(row: Row) -> bool:
    universe = row["denominator"]
    return universe is not None and 0 < universe < SMALLEST_SHOWN


def _never_one(group: list[Row]) -> None:
    hidden = [row for row in group if row["hidden"]]
    shown = [row for row in group if not row["hidden"] and row["denominator"]]
    if len(hidden) == 1 and shown:
        min(shown, key=lambda row: (row["denominator"], row["region_code"]))[
            "hidden"
        ] = True
