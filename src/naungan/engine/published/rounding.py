"""What a printed number may stand for: the rounding that the print allows.

A percentage printed with d decimals stands for every value that rounds to it to
the nearest, a tie either way: 21 for 20.5 to 21.5. Trailing zeros do not count
as decimals, because spreadsheets add and drop them (46.0 is read as 46).

A count is exact unless its row is marked approximate. Then it stands for what
rounds to its last digit that is not zero, but at the coarsest to the unit that
people say it in: "6 juta" may be 5.5 to 6.5 million, "40 juta" 39.5 to 40.5
million, "700 ribu" 699,500 to 700,500. All bounds are exact fractions.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from naungan.engine.published.figure import Figure


SPOKEN_UNITS = (1_000_000, 1_000)
"""Juta and ribu: a rounded count is at least as fine as the unit it is said in."""

HALF = Fraction(1, 2)
HUNDRED = 100


@dataclass(frozen=True)
class Span:
    """Every value from `low` through `high`; `high` None is without end."""

    low: Fraction
    high: Fraction | None

    def meets(self, other: "Span") -> bool:
        """Tell whether one value could be in both."""
        return _reaches(self, other) and _reaches(other, self)


def _reaches(one: Span, other: Span) -> bool:
    return one.high is None or other.low <= one.high


def decimals(printed: Decimal) -> int:
    """Count the decimals of a printed number without its trailing zeros."""
    exponent = printed.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def last_place(printed: Decimal) -> Fraction:
    """Give one unit in the last decimal that was printed."""
    return Fraction(1, 10 ** decimals(printed))


def rounded_span(printed: Decimal) -> Span:
    """Give the values that round to the printed percentage."""
    half = last_place(printed) * HALF
    return Span(max(Fraction(0), Fraction(printed) - half), Fraction(printed) + half)


def cut_span(printed: Decimal) -> Span:
    """Give the values that are cut off to the printed percentage."""
    return Span(Fraction(printed), Fraction(printed) + last_place(printed))


def printed_span(figure: Figure) -> Span | None:
    """Give the percentages that a figure's print allows; None when none is printed."""
    if figure.percent is None:
        return None
    if figure.bound == "above":
        return Span(Fraction(figure.percent), None)
    if figure.bound == "below":
        return Span(Fraction(0), Fraction(figure.percent))
    span = rounded_span(figure.percent)
    if not figure.approximate or span.high is None:
        return span
    return Span(span.low, Fraction(figure.percent) + last_place(figure.percent))


def count_span(count: int, *, approximate: bool) -> Span:
    """Give the counts that a printed count may stand for."""
    half = _unit(count) * HALF if approximate else Fraction(0)
    return Span(max(Fraction(0), count - half), count + half)


def share_span(figure: Figure) -> Span | None:
    """Give the percentages that the counts allow; None without both counts."""
    if figure.covered is None or figure.denominator is None:
        return None
    part = count_span(figure.covered, approximate=figure.approximate)
    whole = count_span(figure.denominator, approximate=figure.approximate)
    assert part.high is not None
    assert whole.high is not None
    return Span(part.low / whole.high * HUNDRED, part.high / whole.low * HUNDRED)


def share(figure: Figure) -> Fraction | None:
    """Give the percentage that the counts as printed make; None without both."""
    if figure.covered is None or figure.denominator is None:
        return None
    return Fraction(figure.covered * HUNDRED, figure.denominator)


def _unit(count: int) -> int:
    """Give the unit to which an approximate count was rounded."""
    coarsest = next((unit for unit in SPOKEN_UNITS if count >= unit), 1)
    unit = 1
    while unit < coarsest and count % (unit * 10) == 0:
        unit *= 10
    return unit
