"""Products over columns are those of whole numbers, whatever their size."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from naungan.law.columns.exact import NO_CAP, by_slices, capped, picked, rates
from naungan.law.rounding import times, whole


RULES = ("half_up", "up", "down")
BASES = [0, 1, 3, 499, 500, 501, 4_500_500, 10**15 - 1]


def column(*values):
    return np.array(values, dtype=np.int64)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("ratio", ["0.0024", "0.0030", "0.037", "0.000024", "1", "0"])
def test_a_product_is_rounded_as_one_amount_is(rule, ratio):
    made = rates([Decimal(ratio)], [rule]).of(column(*BASES), column(*[0] * len(BASES)))
    assert made.tolist() == [whole(times(base, Decimal(ratio)), rule) for base in BASES]


def test_every_row_takes_the_ratio_and_the_rule_of_its_plan():
    made = rates([Decimal("0.01"), Fraction(1, 3)], ["up", "down"])
    assert made.of(column(101, 101), column(0, 1)).tolist() == [2, 33]


def test_products_beyond_64_bits_are_as_exact():
    ratio = Fraction(10**12 - 1, 10**12)
    made = rates([ratio], ["half_up"])
    base = column(10**15 - 1, 7)
    assert not made.fits(base)
    assert made.of(base, column(0, 0)).tolist() == [
        whole(times(int(one), ratio), "half_up") for one in base
    ]
    assert made.bites(base, column(0, 0)).tolist() == [True, True]


def test_rounding_is_said_to_bite_only_where_it_does():
    made = rates([Decimal("0.5")], ["half_up"])
    assert made.bites(column(4, 5), column(0, 0)).tolist() == [False, True]


def test_a_cap_cuts_and_no_cap_does_not():
    assert capped(column(5, 15), column(10), column(0, 0)).tolist() == [5, 10]
    same = column(5, 15)
    assert capped(same, column(NO_CAP), column(0, 0)) is same


def test_plans_that_agree_need_no_column():
    assert picked(column(7, 7), column(0, 1)) == 7
    assert picked(column(7, 8), column(1, 0)).tolist() == [8, 7]


@pytest.mark.parametrize("value", [0, 1, 100, 101, 250, 10**15 - 1])
def test_slices_are_each_taken_at_their_own_rate(value):
    ratios = [Decimal("0.0021"), Decimal("0.0017"), Decimal("0.0009")]
    made, bitten = by_slices(column(value), [0, 100, 200], ratios, "half_up")
    parts = [min(value, 100), min(max(value - 100, 0), 100), max(value - 200, 0)]
    exact = sum(times(part, ratio) for part, ratio in zip(parts, ratios, strict=True))
    assert made.tolist() == [whole(exact, "half_up")]
    assert bitten.tolist() == [exact.denominator != 1]


def test_slices_beyond_64_bits_are_as_exact():
    ratio = Decimal("0.999999999999")
    made, _ = by_slices(column(10**15 - 1), [0], [ratio], "down")
    assert made.tolist() == [whole(times(10**15 - 1, ratio), "down")]
