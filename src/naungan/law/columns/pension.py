"""What JP pays in a month, for a column of mean wages.

A plan is judged by the very code that answers one question; what is left for each
row is one ratio of its mean wage, kept between two amounts. Rows that state no
monthly pension (too few months, nobody entitled) have 0.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import numpy as np

from naungan.law.answer import Draft
from naungan.law.benefits import jp
from naungan.law.columns.benefit_rounding import rounding_on
from naungan.law.columns.exact import NO_CAP, Column, picked, rates
from naungan.law.old_age.pension_amount import (
    ACCRUAL,
    BOUNDS,
    ON_FORMULA,
    bounds_order,
)
from naungan.law.old_age.pension_case import PensionCase, judge
from naungan.law.question import read_facts
from naungan.law.reader import Reader
from naungan.law.rounding import Rule, times, whole


AMOUNTS: Final = ("average_wage",)
"""The field that differs from row to row: the indexed mean wage, in rupiah."""


@dataclass(frozen=True)
class Plan:
    """The ratio of the mean wage that is paid, and what it is kept between."""

    ratio: Fraction
    lowest: int
    highest: int
    rule: Rule


def plan_of(stated: Mapping[str, Any], reader: Reader) -> Plan:
    """Judge what rows state beside their mean wage.

    Raises LawRefused, in Indonesian, as the same question alone would.
    """
    case = judge(read_facts(stated, jp.FIELDS), reader, Draft())
    when = case.read_on
    rule = rounding_on(reader, when)
    if case.outcome != "monthly":
        return Plan(Fraction(0), 0, 0, rule)
    accrual = reader.at(ACCRUAL, when, Decimal)
    part = case.share.ratio.value if case.share else Decimal(1)
    lowest, highest = _bounds(case, part, rule)
    ratio = times(accrual.value, case.months, part) / 12
    return Plan(ratio, lowest, highest, rule)


def _bounds(case: PensionCase, part: Decimal, rule: Rule) -> tuple[int, int]:
    """Give the bounds of what is paid; of a share, if they bind the formula."""
    if case.begins_on is None:
        return 0, NO_CAP
    when = case.read_on
    lowest, highest = (case.reader.at(path, when, int).value for path in BOUNDS)
    if case.share is None or bounds_order(case.reader, when).value != ON_FORMULA:
        return lowest, highest
    return whole(times(lowest, part), rule), whole(times(highest, part), rule)


def evaluate(
    plans: Sequence[Plan], key: Column, amounts: Mapping[str, Column]
) -> dict[str, Column]:
    """Give `monthly` of every row, whole rupiah, each rounded once."""
    ratios = rates([plan.ratio for plan in plans], [plan.rule for plan in plans])
    monthly = ratios.of(amounts["average_wage"], key)
    lowest = np.array([plan.lowest for plan in plans], dtype=np.int64)
    highest = np.array([plan.highest for plan in plans], dtype=np.int64)
    return {"monthly": np.clip(monthly, picked(lowest, key), picked(highest, key))}
