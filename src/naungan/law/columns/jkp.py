"""What JKP pays after a layoff, for a column of wages.

A plan is the share of every month by the rule of the day of the layoff, none where
a condition fails or the claim came too late.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import numpy as np

from naungan.law.answer import Draft
from naungan.law.benefits import jkp
from naungan.law.columns.benefit_rounding import rounding_on
from naungan.law.columns.exact import Column, capped, rates
from naungan.law.question import read_facts
from naungan.law.reader import Reader
from naungan.law.rounding import Rule


AMOUNTS: Final = ("wage",)
"""The field that differs from row to row: the last reported wage, in rupiah."""


@dataclass(frozen=True)
class Plan:
    """The cap on the wage and the share of it that each month pays."""

    cap: int
    ratios: tuple[Decimal, ...]
    rule: Rule


def plan_of(stated: Mapping[str, Any], reader: Reader) -> Plan:
    """Judge what rows state beside their wage.

    Raises LawRefused, in Indonesian, as the same question alone would.
    """
    facts = read_facts(stated, jkp.FIELDS)
    judged = jkp.judge(facts, reader, Draft())
    rule = rounding_on(reader, judged.laid_off_on)
    cap = reader.at(jkp.WAGE_CAP, judged.laid_off_on, int)
    months = jkp.months_of(reader, judged.laid_off_on) if judged.due else ()
    return Plan(cap.value, tuple(ratio for _, ratio in months), rule)


def evaluate(
    plans: Sequence[Plan], key: Column, amounts: Mapping[str, Column]
) -> dict[str, Column]:
    """Give `cash_1`, `cash_2` … and `total` of every row, each month rounded."""
    caps = np.array([plan.cap for plan in plans], dtype=np.int64)
    based = capped(amounts["wage"], caps, key)
    longest = max((len(plan.ratios) for plan in plans), default=0)
    rules = [plan.rule for plan in plans]
    found: dict[str, Column] = {}
    total = np.zeros(len(key), dtype=np.int64)
    made: dict[tuple[Decimal, ...], Column] = {}  # months of one share are alike
    for month in range(longest):
        ratios = tuple(_at(plan, month) for plan in plans)
        if ratios not in made:
            made[ratios] = rates(ratios, rules).of(based, key)
        found[f"cash_{month + 1}"] = made[ratios]
        total = total + made[ratios]
    return found | {"total": total}


def _at(plan: Plan, month: int) -> Decimal:
    return plan.ratios[month] if month < len(plan.ratios) else Decimal(0)
