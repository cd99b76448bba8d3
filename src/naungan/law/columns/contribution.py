"""What millions of participants cost: the contribution of every row at once.

Rows that state the same but for their amount share one plan, read from the law by
the very code that answers a single question; only amounts are counted here, as
whole numbers, so that every row equals the answer of one case.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np

from naungan.law.columns.contribution_plan import AMOUNTS, SURENESS, Plan, plan_of
from naungan.law.columns.contribution_sheet import CONFIDENCE, Sheet
from naungan.law.columns.exact import Column
from naungan.law.contributions.share import PAYERS


__all__ = ["AMOUNTS", "SURENESS", "Plan", "evaluate", "plan_of"]

CHUNK: Final = 1 << 15
"""Rows counted together: few enough that all their columns stay in the cache."""


def evaluate(
    plans: Sequence[Plan],
    key: Column,
    amounts: Mapping[str, Column],
    *,
    confidence: bool = False,
) -> dict[str, Column]:
    """Count every row: `plans[key[row]]` on its amount, in whole rupiah.

    Gives int64 columns named as the results of one case joined by `_`
    (`jkk_employer`, `jht_total`, `employer`, `total`); a part that a row does not
    have is 0. With `confidence`, a column of ranks in `SURENESS` beside them.
    """
    groups = _alike(plans)
    results: dict[str, Column] = {}
    new = np.empty if len(groups) == 1 else np.zeros  # one group fills every row
    for places in groups:
        sheet = Sheet([plans[place] for place in places], confidence=confidence)
        local = np.zeros(len(plans), dtype=np.int64)
        local[places] = np.arange(len(places))
        amount = amounts.get(plans[places[0]].amount, np.zeros(len(key), np.int64))
        for name in sheet.of(amount[:0], key[:0]):  # every column, even without rows
            if name not in results:
                results[name] = new(len(key), dtype=np.int64)
        for rows in _chunks(_rows_of(places, len(plans), key), len(key)):
            chosen = key[rows] if len(groups) == 1 else local[key[rows]]
            made = sheet.of(amount[rows], chosen)
            for name, column in made.items():
                results[name][rows] = column
    return {name: results[name] for name in sorted(results, key=_order)}


def _order(name: str) -> tuple[bool, bool, bool, bool]:
    """Put parts first, then totals of programmes, of payers, of all; doubt last."""
    programme = name.endswith("_total")
    return name == CONFIDENCE, name == "total", name in PAYERS, programme


def _alike(plans: Sequence[Plan]) -> list[list[int]]:
    """Put plans together that find their base in the same way."""
    groups: dict[Any, list[int]] = {}
    for place, plan in enumerate(plans):
        tiers = tuple(sorted(plan.tiers.items()))
        kind = (plan.amount, plan.bands, tiers, plan.rule if tiers else "")
        groups.setdefault(kind, []).append(place)
    return list(groups.values())


def _rows_of(places: Sequence[int], plans: int, key: Column) -> Column | None:
    """Find the rows of a group of plans; None stands for all rows."""
    if len(places) == plans:
        return None
    chosen = np.zeros(plans, dtype=bool)
    chosen[list(places)] = True
    return np.flatnonzero(chosen[key])


def _chunks(rows: Column | None, count: int) -> Iterator[Any]:
    if rows is None:
        yield from (slice(start, start + CHUNK) for start in range(0, count, CHUNK))
        return
    for start in range(0, len(rows), CHUNK):
        yield rows[start : start + CHUNK]
