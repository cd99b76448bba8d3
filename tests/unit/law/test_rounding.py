from decimal import Decimal
from fractions import Fraction

import pytest

from naungan.law.rounding import is_whole, times, whole


@pytest.mark.parametrize(
    ("amount", "half_up", "up", "down"),
    [
        (Fraction(7), 7, 7, 7),
        (Fraction(1, 3), 0, 1, 0),
        (Fraction(1, 2), 1, 1, 0),
        (Fraction(2, 3), 1, 1, 0),
        (Decimal("10.4999"), 10, 11, 10),
        (Decimal("10.5"), 11, 11, 10),
        (0, 0, 0, 0),
    ],
)
def test_each_rule_makes_whole_rupiah(amount, half_up, up, down):
    assert whole(amount, "half_up") == half_up
    assert whole(amount, "up") == up
    assert whole(amount, "down") == down


def test_a_product_is_exact_where_a_float_is_not():
    assert times(5_000_000, Decimal("0.0024")) == 12_000
    assert times(3, Fraction(1, 3)) == 1


def test_a_whole_amount_needs_no_rounding():
    assert is_whole(Decimal("12000.00"))
    assert not is_whole(Fraction(1, 3))
