"""Figures that were printed in reports and news: read, checked, set in a table.

The engine reads the shipped file and does the arithmetic; here it is kept, because
the file belongs to the program and does not change while it runs.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from naungan.engine.published import (
    FURTHEST_MONTHS,
    SHIPPED,
    Answer,
    Failure,
    Standing,
    check_figures,
    nearest,
    read_figures,
)


__all__ = [
    "FURTHEST_MONTHS",
    "Alarm",
    "Standing",
    "alarms",
    "answer",
    "nation_near",
    "standing",
    "standings",
]
HUNDRED = 100
NATION = "00"
PLACES = 2


@dataclass(frozen=True)
class Alarm:
    """A printed percentage beside what its own two counts make.

    `points` is printed minus computed; `people` what that is worth; `fits` the
    denominator with which the printed percentage would be right, rounded.
    """

    region_code: str
    region_name: str
    as_of: str
    as_of_label: str
    segment: str
    printed: Decimal
    computed: Decimal
    points: Decimal
    people: int
    covered: int
    denominator: int
    fits: int
    reason: str
    source_host: str
    source_url: str

    @property
    def key(self) -> tuple[str, str, str]:
        """Name the printed figure among those of its region."""
        return (self.as_of, self.segment, self.source_url)


@cache
def answer() -> Answer:
    """Give the checks on all shipped figures, computed once."""
    return check_figures(SHIPPED)


@cache
def alarms(region_code: str) -> tuple[Alarm, ...]:
    """Give the printed percentages of a region that their own counts contradict."""
    return tuple(
        _alarm(one)
        for one in answer().failed
        if one.code in ("does_not_divide", "bound_broken")
        and one.figure.region_code == (region_code or NATION)
    )


def standings(level: str, inside: str = "") -> list[Standing]:
    """Give the printed league table of a level, all of it or inside a region."""
    within = f"{inside}." if inside else ""
    return [
        one
        for one in answer().league.get(level, [])
        if one.figure.region_code.startswith(within)
    ]


@cache
def standing(region_code: str) -> Standing | None:
    """Give the newest printed coverage of one province or regency."""
    for table in answer().league.values():
        for one in table:
            if one.figure.region_code == region_code:
                return one
    return None


@cache
def nation_near(months: int) -> Standing | None:
    """Give the nation's printed coverage nearest to a month, at most a year away.

    For a province whose own average was never printed; `months` counts from year 0.
    """
    return nearest(read_figures(SHIPPED).figures, NATION, months)


def _alarm(failure: Failure) -> Alarm:
    figure = failure.figure
    assert figure.percent is not None
    assert figure.covered is not None
    assert figure.denominator is not None
    computed = _rounded(Fraction(HUNDRED * figure.covered, figure.denominator))
    points = figure.percent - computed
    return Alarm(
        region_code=figure.region_code,
        region_name=figure.region_name,
        as_of=figure.as_of.text,
        as_of_label=figure.as_of.label,
        segment=figure.segment,
        printed=figure.percent,
        computed=computed,
        points=points,
        people=round(abs(points) * figure.denominator / HUNDRED),
        covered=figure.covered,
        denominator=figure.denominator,
        fits=round(HUNDRED * figure.covered / figure.percent) if figure.percent else 0,
        reason=failure.reason,
        source_host=figure.source_host,
        source_url=figure.source_url,
    )


def _rounded(value: Fraction) -> Decimal:
    scaled = round(value * 10**PLACES)
    return Decimal(scaled).scaleb(-PLACES)
