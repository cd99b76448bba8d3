"""The league table: the newest coverage of each region, with its age and source.

Places are given only to figures that can be ordered: a bound or a coverage above
100 stands in the table without one. A figure that does not divide or that another
source contradicts keeps its place and says so. A region is set beside the figure
of its province (a province beside the nation) that is nearest in time, in
percentage points, where the two are at most a year apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from naungan.engine.published.figure import ALL, NATION, Figure
from naungan.engine.published.rounding import HUNDRED, decimals, share
from naungan.engine.published.wording import rounded
from naungan.lib import numbers


LEVELS: Final = ("province", "regency")
"""The levels that have a table."""

COMPUTED_PLACES: Final = 2

FURTHEST_MONTHS: Final = 12
"""Figures further apart in time are not set beside each other."""


@dataclass(frozen=True)
class Standing:
    """The newest figure of one region; `place` is None where it cannot be ranked."""

    figure: Figure
    percent: Fraction
    is_computed: bool
    place: int | None = None
    why_unplaced: str = ""
    doubt: str = ""
    points: Fraction | None = None
    around: Figure | None = None

    @property
    def places(self) -> int:
        """Count the decimals to show: as printed, or two where it was computed."""
        printed = self.figure.percent
        return COMPUTED_PLACES if printed is None else decimals(printed)

    @property
    def beside(self) -> str:
        """Name the region around with the time of its figure; empty without one."""
        if self.around is None:
            return ""
        return f"{self.around.region_name} ({self.around.as_of.label})"

    @property
    def comparison(self) -> str:
        """Say how it stands beside its province or nation, in points and words."""
        return f"{self.difference} daripada {self.beside}" if self.beside else ""

    @property
    def difference(self) -> str:
        """Say the difference alone: "+0,5 poin, sedikit lebih tinggi"."""
        if self.points is None:
            return ""
        size = rounded(abs(self.points), 1)
        difference = size if self.points >= 0 else -size
        points = numbers.format_points(difference)
        return f"{points}, {numbers.compare_points(difference)}"


def league(
    figures: Iterable[Figure], doubts: Mapping[int, str]
) -> dict[str, list[Standing]]:
    """Make a table per level; `doubts` say by row what speaks against a figure."""
    histories = _histories(figures)
    newest = [history[-1] for history in histories.values()]
    return {
        level: _placed(
            [
                replace(_beside(one, histories), doubt=doubts.get(one.figure.row, ""))
                for one in newest
                if one.figure.level == level
            ]
        )
        for level in LEVELS
    }


def nearest(
    figures: Iterable[Figure], region_code: str, months: int
) -> Standing | None:
    """Give a region's coverage nearest to a month, at most a year away.

    `months` is counted as a vintage counts it. A bound is no figure to stand beside.
    """
    close = [
        one
        for one in _histories(figures).get(region_code, [])
        if one.figure.bound is None
        and abs(one.figure.as_of.months - months) <= FURTHEST_MONTHS
    ]
    return min(
        reversed(close),
        key=lambda one: abs(one.figure.as_of.months - months),
        default=None,
    )


def _histories(figures: Iterable[Figure]) -> dict[str, list[Standing]]:
    """Give each region's coverages of everybody, the newest and surest last."""
    found: dict[str, list[Standing]] = defaultdict(list)
    ordered = sorted(
        (figure for figure in figures if figure.segment == ALL),
        key=lambda figure: (
            figure.as_of,
            figure.bound is None,
            not figure.approximate,
            figure.has_counts,
            -figure.row,
        ),
    )
    for figure in ordered:
        standing = _standing(figure)
        if standing is not None:
            found[figure.region_code].append(standing)
    return dict(found)


def _standing(figure: Figure) -> Standing | None:
    if figure.percent is not None:
        return Standing(figure, Fraction(figure.percent), is_computed=False)
    computed = share(figure)
    return None if computed is None else Standing(figure, computed, is_computed=True)


def _beside(standing: Standing, histories: dict[str, list[Standing]]) -> Standing:
    """Set a standing beside the nearest figure of the region around it."""
    code = standing.figure.region_code.rpartition(".")[0] or NATION
    around = [
        one
        for one in histories.get(code, [])
        if one.figure.bound is None and _distance(one, standing) <= FURTHEST_MONTHS
    ]
    if standing.figure.bound is not None or not around:
        return standing
    same_page = standing.figure.source_url
    nearest = min(
        reversed(around),
        key=lambda one: (
            _distance(one, standing),
            one.figure.source_url != same_page,
        ),
    )
    return replace(
        standing,
        points=standing.percent - nearest.percent,
        around=nearest.figure,
    )


def _distance(one: Standing, other: Standing) -> int:
    return abs(one.figure.as_of.months - other.figure.as_of.months)


def _placed(standings: list[Standing]) -> list[Standing]:
    ordered = sorted(standings, key=lambda one: (-one.percent, one.figure.region_code))
    comparable = [one.percent for one in ordered if not _why_unplaced(one)]
    return [
        replace(one, why_unplaced=why)
        if (why := _why_unplaced(one))
        else replace(one, place=comparable.index(one.percent) + 1)
        for one in ordered
    ]


def _why_unplaced(standing: Standing) -> str:
    if standing.figure.bound is not None:
        return "hanya batas yang tercetak"
    return "di atas 100" if standing.percent > HUNDRED else ""
