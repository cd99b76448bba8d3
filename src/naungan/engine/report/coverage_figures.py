"""Coverage figures of a snapshot, each with the name of its universe.

A figure counts people: `low` only those whose membership is sure, `high` with
the matches that await review, out of `universe_people`. Figures of different
universes are never added or compared here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from naungan.engine.report.places import Place, place_of
from naungan.engine.report.source import Source
from naungan.engine.rows import Row
from naungan.lib import dates, numbers


MONTHS_SHOWN = 12
GROUPS = ("category", "funder")
GAP_SHARE_PERCENT = 80


@dataclass(frozen=True)
class Figure:
    """People covered in one region, segment and month, out of one universe.

    Counts are None where a small cell is hidden; then nothing is derived.
    """

    place: Place
    universe: str
    segment: str | None
    month: int
    low: int | None
    high: int | None
    people: int | None

    @property
    def share(self) -> Decimal | None:
        """Return the sure coverage in percent, one decimal."""
        return _share(self.low, self.people)

    @property
    def high_share(self) -> Decimal | None:
        """Return coverage with the matches that await review, in percent."""
        return _share(self.high, self.people)

    @property
    def is_range(self) -> bool:
        """Say whether matches that await review make the figure a range."""
        return self.high is not None and self.high != self.low

    @property
    def gap(self) -> int | None:
        """Return how many people are not surely covered.

        Below zero when a list holds more covered people than an official universe:
        then the universe is to be checked, and hiding the sign would hide that.
        """
        if self.low is None or self.people is None:
            return None
        return self.people - self.low

    @property
    def shade(self) -> int | None:
        """Return the class of the fixed colour scale, 0 to 5, or None if hidden."""
        share = self.share
        if share is None:
            return None
        return sum(share >= limit for limit in CLASS_LIMITS)


# The lower limit belongs to the class; the same everywhere, so two maps compare.
CLASS_LIMITS = (10, 20, 30, 40, 60)
CLASS_LABELS = ("< 10", "10–20", "20–30", "30–40", "40–60", "≥ 60")


def _share(part: int | None, whole: int | None) -> Decimal | None:
    return numbers.percentage(part, whole) if part is not None and whole else None


def _figure(row: Row) -> Figure:
    month = dates.parse_month(row["month"])
    assert month is not None, "a measure names its month"
    return Figure(
        place_of(row["region_code"], row["level"]),
        row["universe"],
        row["segment"],
        month,
        row["low"],
        row["high"],
        row["denominator"],
    )


COVERAGE = """
    SELECT region_code, level, universe, segment, month,
        CAST(low AS BIGINT) AS low, CAST(high AS BIGINT) AS high,
        CAST(denominator AS BIGINT) AS denominator
    FROM measures
    WHERE measure = 'coverage' AND category IS NULL AND funder IS NULL
"""


def at_level(
    source: Source, level: str, universe: str, month: int | None = None
) -> list[Figure]:
    """Return the figures of all regions of a level, in the run's month unless told."""
    query = f"""{COVERAGE} AND level = $level AND universe = $universe
        AND segment IS NULL AND month = $month ORDER BY region_code"""
    text = dates.month_text(source.month if month is None else month)
    rows = source.rows(query, level=level, universe=universe, month=text)
    return [_figure(row) for row in rows]


def first_month(source: Source, level: str, universe: str) -> int:
    """Return the earliest month of the year shown that a level has figures for."""
    earliest = source.value(
        """SELECT min(month) FROM measures WHERE measure = 'coverage'
        AND level = $level AND universe = $universe AND month >= $start""",
        level=level,
        universe=universe,
        start=dates.month_text(source.month - MONTHS_SHOWN + 1),
    )
    found = dates.parse_month(earliest) if earliest else None
    return source.month if found is None else found


def by_group(
    source: Source, place: Place, universe: str, column: str
) -> list[tuple[str, Figure]]:
    """Return one region's figures split by category or funder, largest first."""
    assert column in GROUPS, column
    others = " ".join(f"AND {name} IS NULL" for name in GROUPS if name != column)
    rows = source.rows(
        f"""SELECT region_code, level, universe, segment, month, {column} AS code,
            low, high, denominator
        FROM measures WHERE measure = 'coverage' AND {column} IS NOT NULL {others}
            AND segment IS NULL AND level = $level AND region_code = $region
            AND universe = $universe AND month = $month
        ORDER BY low DESC NULLS LAST, code""",
        level=place.level,
        region=place.code,
        universe=universe,
        month=dates.month_text(source.month),
    )
    return [(row["code"], _figure(row)) for row in rows]


def unplaced(source: Source) -> Figure | None:
    """Return the figure of the people whose village could not be read, if any."""
    universe = main_universe(source)
    found = at_level(source, "unplaced", universe) if universe else []
    return found[0] if found else None


def of_region(source: Source, level: str, code: str) -> list[Figure]:
    """Return all figures of one region: every universe, segment and month."""
    query = f"""{COVERAGE} AND level = $level AND region_code = $code
        ORDER BY universe, segment NULLS FIRST, month"""
    return [_figure(row) for row in source.rows(query, level=level, code=code)]


def main_universe(source: Source) -> str | None:
    """Return the universe known for most regions: the one that a map can show."""
    found = source.value(
        """SELECT universe FROM measures WHERE measure = 'coverage'
        GROUP BY universe ORDER BY count(DISTINCT region_code) DESC, universe LIMIT 1"""
    )
    return None if found is None else str(found)


def by_gap(figures: Iterable[Figure]) -> list[Figure]:
    """Return the shown figures, the largest gap first."""
    shown = [figure for figure in figures if figure.gap is not None]
    return sorted(shown, key=lambda figure: (-(figure.gap or 0), figure.place.code))


def by_share(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures with the highest coverage first, hidden ones last."""
    return sorted(
        figures,
        key=lambda figure: (
            figure.share is None,
            -(figure.share or 0),
            figure.place.code,
        ),
    )


def count_holding_most(figures: Sequence[Figure]) -> int:
    """Return how many regions, largest gap first, hold four fifths of the gap."""
    gaps = [max(figure.gap or 0, 0) for figure in by_gap(figures)]
    needed, held = sum(gaps) * GAP_SHARE_PERCENT, 0
    for count, gap in enumerate(gaps, 1):
        held += gap
        if held * 100 >= needed:
            return count
    return 0


def change(now: Figure, before: Figure | None) -> Decimal | None:
    """Return the change of coverage in points, or None where either is unknown."""
    if before is None or now.share is None or before.share is None:
        return None
    return now.share - before.share
