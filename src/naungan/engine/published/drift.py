"""Denominators that move faster than a workforce does.

A region's number of workers grows by one to three percent a year. Consecutive
denominators of one region and segment that differ by more than five percent per
year between them (by more than five percent within one year) are two different
universes under one name, and a coverage computed over them is not a trend.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from naungan.engine.published.figure import Figure
from naungan.engine.published.rounding import count_span
from naungan.engine.published.wording import number, percent


MOST_PER_YEAR: Final = Fraction(5, 100)
"""The largest yearly change of a workforce that is believed."""

MONTHS_A_YEAR: Final = 12


@dataclass(frozen=True)
class Drift:
    """Two consecutive denominators too far apart, and how far."""

    before: Figure
    after: Figure
    change: Fraction
    reason: str


def drifts(figures: Iterable[Figure]) -> list[Drift]:
    """Find the leaps between consecutive denominators, by region and segment."""
    series: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.denominator is not None:
            series[figure.region_code, figure.segment].append(figure)
    found = []
    for _, members in sorted(series.items()):
        ordered = sorted(members, key=lambda figure: (figure.as_of, figure.row))
        for before, after in pairwise(ordered):
            leap = _leap(before, after)
            if leap is not None:
                found.append(leap)
    return found


def _leap(before: Figure, after: Figure) -> Drift | None:
    assert before.denominator is not None
    assert after.denominator is not None
    months = after.as_of.months - before.as_of.months
    believed = MOST_PER_YEAR * max(Fraction(1), Fraction(months, MONTHS_A_YEAR))
    if _least_change(before, after) <= believed:
        return None
    change = Fraction(after.denominator - before.denominator, before.denominator)
    direction = "naik" if change > 0 else "turun"
    reason = (
        f"Penyebut {before.region_name} {before.segment} {direction} "
        f"{percent(abs(change) * 100, 1)}: {number(before.denominator)} "
        f"({before.as_of.label}) menjadi {number(after.denominator)} "
        f"({after.as_of.label}); yang wajar paling banyak "
        f"{percent(believed * 100, 1)}."
    )
    return Drift(before, after, change, reason)


def _least_change(before: Figure, after: Figure) -> Fraction:
    """Give the smallest relative change that the rounding of both counts allows."""
    assert before.denominator is not None
    assert after.denominator is not None
    old = count_span(before.denominator, approximate=before.approximate)
    new = count_span(after.denominator, approximate=after.approximate)
    assert old.high is not None
    assert new.high is not None
    if old.meets(new):
        return Fraction(0)
    if new.low > old.high:
        return new.low / old.high - 1
    return 1 - new.high / old.low
