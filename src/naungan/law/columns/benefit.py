"""What deaths and total disabilities would pay, for every row at once.

Rows that state the same but for their wage or income share one plan, read from
the law by the very code that answers a single question. Only what grows with the
wage is counted here, as whole numbers, so that every row equals its own answer.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from naungan.law.columns.benefit_plan import AMOUNTS, PARTS, SURENESS, Plan, plan_of
from naungan.law.columns.exact import Column, rates


__all__ = ["AMOUNTS", "SURENESS", "Plan", "evaluate", "plan_of"]

PAYERS: Final = ("bpjs", "employer")
_APART: Final = ("scholarship", "scholarship_max")


def evaluate(
    plans: Sequence[Plan],
    key: Column,
    amounts: Mapping[str, Column],
    *,
    confidence: bool = False,
) -> dict[str, Column]:
    """Count every row: `plans[key[row]]` on its amount, in whole rupiah.

    Gives int64 columns named as the results of one case; a part that a row does
    not have is 0. With `confidence`, a column of ranks in SURENESS beside them.
    """
    counted = rates([one.share for one in plans], [one.rule for one in plans])
    base = _bases(plans, key, amounts)
    waged = counted.of(base, key)
    floor = _of([one.floor for one in plans])[key]
    results = _parts(plans, key, np.maximum(waged, floor))
    if confidence:
        results["confidence"] = _doubts(plans, key, base, waged < floor)
    return results


def _parts(plans: Sequence[Plan], key: Column, waged: Column) -> dict[str, Column]:
    """Put what grows with the wage beside what is flat, and say who pays."""
    results = {}
    for part in PARTS:
        column = _of([one.flat.get(part, 0) for one in plans])[key]
        here = np.array([one.part == part for one in plans])
        if here.any():
            column = np.where(here[key], waged, column)
        results[part] = column
    total = sum(
        (column for part, column in results.items() if part not in _APART),
        start=np.zeros(len(key), dtype=np.int64),
    )
    for payer in PAYERS:
        pays = np.array([one.payer == payer for one in plans])
        results[payer] = np.where(pays[key], total, 0)
    return {**results, "total": total}


def _doubts(plans: Sequence[Plan], key: Column, base: Column, floored: Any) -> Column:
    """Rank every row by the least sure value that decided it."""
    doubt = _of([one.doubt for one in plans])[key]
    by_floor = np.where(floored, _of([one.floor_doubt for one in plans])[key], 0)
    above = base != _of([one.base for one in plans])[key]
    by_band = np.where(above, _of([one.band_doubt for one in plans])[key], 0)
    return np.maximum(doubt, np.maximum(by_floor, by_band))


def _bases(plans: Sequence[Plan], key: Column, amounts: Mapping[str, Column]) -> Column:
    """Give every row's wage, or the base of the band in which its income lies."""
    base = _of([one.base for one in plans])[key]
    for name in {one.amount for one in plans} - {""}:
        stated = np.array([one.amount == name for one in plans])[key]
        base = np.where(stated, amounts[name], base)
    for bands in {one.bands for one in plans} - {()}:
        banded = np.array([one.bands == bands for one in plans])[key]
        lowest, bases = (_of(side) for side in zip(*bands, strict=True))
        found = bases[np.searchsorted(lowest, base, side="right") - 1]
        base = np.where(banded, found, base)
    return base


def _of(values: Sequence[int]) -> Column:
    return np.array(values, dtype=np.int64)
