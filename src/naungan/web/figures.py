"""Figures of coverage as a page shows them: percentages, points, classes, gaps.

Every percentage carries the name of its universe; ranges are shown where
matches await review; a hidden figure stays hidden in every form.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from naungan.casework.intake.queries import RegionFigures
from naungan.lib import regions
from naungan.lib.dates import month_label, parse_month
from naungan.lib.numbers import format_number, format_percent, format_points


LIMITS: Final = (10, 20, 30, 40, 60)
"""Lower limits of the colour classes in percent, the same on every page."""
CLASSES: Final = ("< 10 %", "10–20 %", "20–30 %", "30–40 %", "40–60 %", "≥ 60 %")
SEGMENTS: Final = ("PU", "BPU", "JAKON", "PMI")

Row = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """One region's coverage against one universe in one month."""

    code: str
    name: str
    covered: str
    at_most: str
    universe: str
    percent: str
    shade: int | None
    gap: str
    change: str
    beside: str


@dataclass(frozen=True)
class Cell:
    """One month of one segment."""

    text: str
    shade: int | None


@dataclass(frozen=True)
class UniverseChoice:
    """A universe by its name, and the percentage that it gives."""

    name: str
    size: str
    percent: str
    chosen: bool


@dataclass(frozen=True)
class CoveragePage:
    """Everything that the page of one region shows."""

    month: str
    universe: str
    whole: Figure | None
    universes: list[UniverseChoice]
    children: list[Figure]
    months: list[str]
    matrix: list[tuple[str, list[Cell]]]
    legend: list[tuple[int, str, int, str]]
    trend: list[tuple[str, str, str]]


def present(found: RegionFigures, name: str, universe: str | None) -> CoveragePage:
    """Arrange the rows of a region for its page."""
    own = [
        row for row in found.own if row["measure"] == "coverage" and not row["funder"]
    ]
    whole = [row for row in own if not row["segment"] and not row["category"]]
    names = list(dict.fromkeys(row["universe"] for row in whole))
    # A count that somebody published comes before our own list, where both are there.
    chosen = min(names, key=_is_own, default="")
    if universe is not None and universe in names:
        chosen = universe
    months = sorted({row["month"] for row in whole})
    series = [row for row in whole if row["universe"] == chosen]
    newest, first = _ends(series)
    share = _share(newest) if newest else None
    children = _children(found.below, share)
    return CoveragePage(
        month=_label(months[-1]) if months else "",
        universe=chosen,
        whole=_figure(newest, first, name, None) if newest else None,
        universes=_universes(whole, months, chosen),
        children=children,
        months=[_label(month).split()[0][:3] for month in months],
        matrix=_matrix(own, months),
        legend=_legend(children),
        trend=[
            (_label(row["month"]), format_number(row["low"]), _percent(row))
            for row in sorted(series, key=lambda row: row["month"])
        ],
    )


def shade(percent: Decimal) -> int:
    """Give the class of a percentage; a lower limit belongs to its class."""
    return sum(percent >= limit for limit in LIMITS)


def _children(rows: Iterable[Row], share: Decimal | None) -> list[Figure]:
    by_code: dict[str, list[Row]] = {}
    for row in rows:
        if row["measure"] == "coverage":
            by_code.setdefault(row["region_code"], []).append(row)
    found = []
    for code, series in by_code.items():
        newest, first = _ends(series)
        region = regions.by_code(code)
        if newest:
            name = region.name if region else code
            found.append((_share(newest), _figure(newest, first, name, share)))
    ordered = sorted(found, key=lambda one: (-(one[0] or Decimal(-1)), one[1].code))
    return [figure for _, figure in ordered]


def _figure(row: Row, first: Row | None, name: str, beside: Decimal | None) -> Figure:
    share = _share(row)
    before = _share(first) if first else None
    hidden = share is None
    return Figure(
        code=row["region_code"],
        name=name,
        covered="–" if hidden else format_number(row["low"]),
        at_most=""
        if hidden or row["high"] == row["low"]
        else format_number(row["high"]),
        universe="< 10" if hidden else format_number(row["denominator"]),
        percent="–" if share is None else format_percent(share),
        shade=None if share is None else shade(share),
        gap="–" if hidden else format_number(row["denominator"] - row["low"]),
        change=_points(share, before),
        beside=_points(share, beside),
    )


def _universes(rows: list[Row], months: list[str], chosen: str) -> list[UniverseChoice]:
    return [
        UniverseChoice(
            row["universe"],
            format_number(row["denominator"]),
            _percent(row),
            row["universe"] == chosen,
        )
        for row in rows
        if months and row["month"] == months[-1]
    ]


def _matrix(rows: list[Row], months: list[str]) -> list[tuple[str, list[Cell]]]:
    found = []
    for segment in SEGMENTS:
        own = {
            row["month"]: row
            for row in rows
            if row["segment"] == segment and not row["category"]
        }
        if own:
            found.append((segment, [_cell(own.get(month)) for month in months]))
    return found


def _cell(row: Row | None) -> Cell:
    share = _share(row) if row else None
    if share is None:
        return Cell("–", None)
    return Cell(format_number(share, 1), shade(share))


def _legend(children: list[Figure]) -> list[tuple[int, str, int, str]]:
    counted = []
    for number, label in enumerate(CLASSES):
        inside = [one for one in children if one.shade == number]
        gap = sum(int(one.gap.replace(".", "")) for one in inside)
        counted.append((number, label, len(inside), format_number(gap)))
    return counted


def _ends(series: list[Row]) -> tuple[Row | None, Row | None]:
    ordered = sorted(series, key=lambda row: row["month"])
    return (ordered[-1], ordered[0]) if ordered else (None, None)


def _share(row: Row) -> Decimal | None:
    if row["hidden"] or not row["denominator"]:
        return None
    return Decimal(100 * int(row["low"])) / int(row["denominator"])


def _percent(row: Row) -> str:
    share = _share(row)
    return "–" if share is None else format_percent(share)


def _points(now: Decimal | None, before: Decimal | None) -> str:
    return (
        "–"
        if now is None or before is None
        else format_points(now - before).removesuffix(" poin")
    )


def _label(month: str) -> str:
    return month_label(parse_month(month) or 0)


def _is_own(name: str) -> bool:
    return name.startswith("daftar")
