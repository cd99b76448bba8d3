"""Exact arithmetic of rupiah: integers and ratios, one rounding at the end.

No float is on any path to an amount. A ratio is an exact decimal; a product is
an exact fraction; only `whole` makes rupiah of it, by a rule that is itself a
parameter of the law (`rounding/<basis>`), because no article seen states it.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal


Rule = Literal["half_up", "up", "down"]
RULES: Final[tuple[Rule, ...]] = ("half_up", "up", "down")
"""To the nearest rupiah with halves up; to the next; to the rupiah below."""

Exact = int | Decimal | Fraction


def times(*factors: Exact) -> Fraction:
    """Multiply exactly."""
    product = Fraction(1)
    for factor in factors:
        product *= Fraction(factor)
    return product


def whole(amount: Exact, rule: Rule) -> int:
    """Make whole rupiah of an exact amount of zero or more."""
    exact = Fraction(amount)
    quotient, rest = divmod(exact.numerator, exact.denominator)
    if rule == "down" or rest == 0:
        return quotient
    if rule == "up":
        return quotient + 1
    return quotient + (2 * rest >= exact.denominator)


def is_whole(amount: Exact) -> bool:
    """Tell whether an amount needs no rounding at all."""
    return Fraction(amount).denominator == 1
