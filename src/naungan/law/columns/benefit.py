"""What deaths and total disabilities would pay, for every row at once.

Rows that state the same but for their wage or income share one plan, read from
the law by the very code that answers a single question. What a plan pays flat
(JKM, periodic, funeral, scholarship) is taken from that answer; only what grows
with the wage is counted here, as whole numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import numpy as np

from naungan.law import benefit
from naungan.law.columns.benefit_rounding import rounding_on
from naungan.law.columns.exact import Column, rates
from naungan.law.question import Facts, read_facts
from naungan.law.reader import Reader
from naungan.law.rounding import Rule, times


AMOUNTS: Final = ("wage", "income")
"""The fields that differ from row to row, in rupiah; a row states one or none."""

PARTS: Final = (
    "death",
    "periodic",
    "funeral",
    "one_sum",
    "disability",
    "scholarship",
    "scholarship_max",
)
"""Parts of a benefit that have a column; the scholarship is no part of the total."""

PAYERS: Final = ("bpjs", "employer")
PROGRAMMES: Final = ("JKK", "JKM")
_WAGED: Final = {"death": "death/ratio", "total_disability": "disability/total_ratio"}
_PART_OF: Final = {"death": "death", "total_disability": "disability"}
_APART: Final = ("scholarship", "scholarship_max")


@dataclass(frozen=True)
class Plan:
    """What to do with the amount of a row: `flat`, and a share of it in `part`.

    `bands` choose the base of an income first; without an amount the base is
    `base`. `floor` is the least that `part` pays.
    """

    payer: str
    flat: Mapping[str, int] = field(default_factory=dict)
    amount: str = ""
    part: str = ""
    share: Fraction = Fraction(0)
    floor: int = 0
    base: int = 0
    bands: tuple[tuple[int, int], ...] = ()
    rule: Rule = "half_up"


def plan_of(stated: Mapping[str, Any], reader: Reader) -> Plan:
    """Read the plan of all rows that state these fields; an amount stands as 1.

    Raises LawRefused, in Indonesian, as the same question alone would, and for
    what has no columns: partial disability, costs, under-reported wages.
    """
    facts = read_facts(stated, benefit.FIELDS)
    _refuse_without_columns(facts)
    answered = benefit.answer(facts, reader).results
    flat = {
        part: answered[part] for part in PARTS if isinstance(answered.get(part), int)
    }
    waged = facts.need("programme", str) == "JKK" and answered["payer"] != "none"
    if not waged or facts.get("segment", str) == "PMI":
        return Plan(answered["payer"], flat)
    return _waged(facts, reader, answered["payer"], flat)


def evaluate(
    plans: Sequence[Plan], key: Column, amounts: Mapping[str, Column]
) -> dict[str, Column]:
    """Count every row: `plans[key[row]]` on its amount, in whole rupiah.

    Gives int64 columns named as the results of one case; a part that a row does
    not have is 0.
    """
    counted = rates([one.share for one in plans], [one.rule for one in plans])
    waged = counted.of(_bases(plans, key, amounts), key)
    np.maximum(waged, _of([one.floor for one in plans])[key], out=waged)
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


def _refuse_without_columns(facts: Facts) -> None:
    programme = facts.need("programme", str)
    if programme not in PROGRAMMES:
        facts.refuse("programme", f"{programme} tanpa bentuk kolom di sini")
    outcome = facts.get("outcome", str)
    if outcome is not None and outcome not in _WAGED:
        facts.refuse("outcome", f"tanpa bentuk kolom; pilih: {', '.join(_WAGED)}")
    alone = ("transport", "costs", "stmb_months", "stmb_days", "losses")
    for name in (*alone, "reported_wage", "memberships"):
        if facts.has(name):
            facts.refuse(name, "tanpa bentuk kolom; tanyakan satu per satu")


def _waged(facts: Facts, reader: Reader, payer: str, flat: Mapping[str, int]) -> Plan:
    day = facts.need("event_date", date)
    outcome = facts.need("outcome", str)
    ratio = reader.at(f"benefits/jkk/{_WAGED[outcome]}", day, Decimal)
    multiple = reader.at("benefits/jkk/wage_multiple", day, int)
    floor = reader.at("benefits/jkk/death/floor", day, int)
    part = _PART_OF[outcome]
    segment = facts.get("segment", str)
    return Plan(
        payer,
        {name: amount for name, amount in flat.items() if name != part},
        amount=next((name for name in AMOUNTS if facts.has(name)), ""),
        part=part,
        share=times(ratio.value, multiple.value),
        floor=floor.value if outcome == "death" else 0,
        base=reader.at("contributions/bpu/lowest_base_income", day, int).value,
        bands=_bands(reader, day) if segment == "BPU" else (),
        rule=rounding_on(reader, day),
    )


def _bands(reader: Reader, day: date) -> tuple[tuple[int, int], ...]:
    table = reader.at("contributions/bpu/base_income", day, tuple).value
    return tuple((row["income_from"], row["base"]) for row in table)


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
