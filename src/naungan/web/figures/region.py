"""Figures of coverage as a page shows them: percentages, points, classes, gaps.

Every percentage carries the name of its universe; ranges are shown where
matches await review; a hidden figure stays hidden in every form.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext

from naungan.lib.dates import month_start, parse_month
from naungan.lib.numbers import format_number, format_percent, format_points


LIMITS: Final = (10, 20, 30, 40, 60)
"""Lower limits of the colour classes in percent, the same on every page."""
CLASSES: Final = ("< 10 %", "10–20 %", "20–30 %", "30–40 %", "40–60 %", "≥ 60 %")
NOTHING: Final = "–"
HIDDEN: Final = "< 10"
OWN_LIST: Final = "daftar Naungan"

Row = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """One region's coverage against one universe in one month, as text and exactly.

    `share` is the percentage, None where it is hidden; `gap_people` likewise.
    """

    code: str
    name: str
    universe_name: str
    month: str
    covered: str
    at_most: str
    universe: str
    percent: str
    bare: str
    shade: int | None
    gap: str
    change: str
    beside: str
    share: Decimal | None
    low: int | None
    denominator: int | None

    @property
    def short(self) -> str:
        """Give the last part of the code, for a tile."""
        return self.code.rpartition(".")[2]

    @property
    def is_own(self) -> bool:
        """Tell whether it is measured by our own lists, not by a published count."""
        return is_own(self.universe_name)

    @property
    def universe_words(self) -> str:
        """Name its universe in the language of the page."""
        return universe_words(self.universe_name)


@dataclass(frozen=True)
class UniverseChoice:
    """A universe by its name, and the percentage that it gives."""

    name: str
    size: str
    percent: str
    chosen: bool
    own: bool

    @property
    def words(self) -> str:
        """Name it in the language of the page."""
        return universe_words(self.name)


@dataclass(frozen=True)
class Region:
    """A region's newest figure, its universes, and the months of the chosen one."""

    whole: Figure | None
    universes: list[UniverseChoice]
    months: list[str]
    series: list[Row]


def present(rows: Iterable[Row], name: str, universe: str | None) -> Region:
    """Arrange a region's own rows against one of its universes.

    A count that somebody published comes before our own list, unless another is
    asked for by name.
    """
    whole = [row for row in rows if is_whole(row)]
    names = sorted(dict.fromkeys(row["universe"] for row in whole), key=is_own)
    first = next(iter(names), "")
    chosen = universe if universe and universe in names else first
    months = sorted({row["month"] for row in whole})
    series = sorted(
        (row for row in whole if row["universe"] == chosen),
        key=lambda row: str(row["month"]),
    )
    return Region(
        whole=figure(series[-1], series[0], name, None) if series else None,
        universes=[_universe(row, chosen) for row in _newest(whole, names, months)],
        months=months,
        series=series,
    )


def figure(row: Row, first: Row | None, name: str, beside: Decimal | None) -> Figure:
    """Give one row as a figure: its change since `first`, its points from `beside`."""
    own = share(row)
    hidden = own is None
    return Figure(
        code=row["region_code"],
        name=name,
        universe_name=row["universe"],
        month=row["month"],
        covered=NOTHING if hidden else format_number(row["low"]),
        at_most=""
        if hidden or row["high"] == row["low"]
        else format_number(row["high"]),
        universe=HIDDEN if hidden else format_number(row["denominator"]),
        percent=NOTHING if own is None else format_percent(own),
        bare=NOTHING if own is None else format_number(own, 1),
        shade=None if own is None else shade(own),
        gap=NOTHING if hidden else format_number(row["denominator"] - row["low"]),
        change=points(own, share(first) if first else None),
        beside=points(own, beside),
        share=own,
        low=None if hidden else row["low"],
        denominator=None if hidden else row["denominator"],
    )


def children(
    rows: Iterable[Row], names: dict[str, str], beside: Decimal | None
) -> list[Figure]:
    """Give the regions below with the highest coverage first, hidden ones last."""
    by_code: dict[str, list[Row]] = {}
    for row in rows:
        if row["measure"] == "coverage":
            by_code.setdefault(row["region_code"], []).append(row)
    found = []
    for code, series in by_code.items():
        ordered = sorted(series, key=lambda row: str(row["month"]))
        found.append(figure(ordered[-1], ordered[0], names.get(code, code), beside))
    return sorted(found, key=_by_share)


def shade(percent: Decimal) -> int:
    """Give the class of a percentage; a lower limit belongs to its class."""
    return sum(percent >= limit for limit in LIMITS)


def legend(regions: Iterable[Figure]) -> list[tuple[str, str, int, str, str]]:
    """Count the regions of each class: shade, words, regions, universe, gap.

    Hidden regions are counted too; what they hold is not.
    """
    shown = list(regions)
    counted = []
    for number, label in enumerate(CLASSES):
        inside = [one for one in shown if one.shade == number]
        universe = sum(one.denominator or 0 for one in inside)
        covered = sum(one.low or 0 for one in inside)
        counted.append(
            (
                str(number),
                label,
                len(inside),
                format_number(universe),
                format_number(universe - covered),
            )
        )
    hidden = sum(one.shade is None for one in shown)
    if hidden:
        counted.append(("none", "", hidden, HIDDEN, NOTHING))
    return counted


def share(row: Row) -> Decimal | None:
    """Give the covered share in percent; None where the cell is hidden or empty."""
    if row["hidden"] or not row["denominator"]:
        return None
    return Decimal(100 * int(row["low"])) / int(row["denominator"])


def points(now: Decimal | None, before: Decimal | None) -> str:
    """Write a difference of percentages as a bare signed number of points."""
    if now is None or before is None:
        return NOTHING
    return format_points(now - before).removesuffix(" poin")


def points_words(difference: Decimal, places: int = 1) -> str:
    """Write a difference of percentages with its unit, in the language of the page."""
    bare = format_points(difference, places).removesuffix(" poin")
    return f"{bare} {gettext('poin')}"


def month_words(month: str, form: str = "F Y") -> str:
    """Write a month such as 2024-12 in the language of the page."""
    return date_format(month_start(parse_month(month) or 0), form)


def vintage_words(printed: str) -> str:
    """Write a year, month or day as far as it was printed, in the language of the page."""
    month = month_words(printed[:7]) if "-" in printed else printed
    day = printed[8:].lstrip("0")
    return f"{day} {month}" if day else month


def is_whole(row: Row) -> bool:
    """Tell whether a row counts the coverage of everybody."""
    parts = (row["segment"], row["category"], row["funder"])
    return row["measure"] == "coverage" and not any(parts)


def universe_words(name: str) -> str:
    """Name a universe: ours in the language of the page, others as they are called."""
    return gettext("daftar Naungan") if name == OWN_LIST else name


def is_own(name: str) -> bool:
    """Tell whether a universe is our own list rather than a published count."""
    return name.startswith("daftar")


def _newest(rows: list[Row], names: list[str], months: list[str]) -> list[Row]:
    last = months[-1] if months else ""
    found = {row["universe"]: row for row in rows if row["month"] == last}
    return [found[name] for name in names if name in found]


def _universe(row: Row, chosen: str) -> UniverseChoice:
    own = share(row)
    return UniverseChoice(
        name=row["universe"],
        size=HIDDEN if own is None else format_number(row["denominator"]),
        percent=NOTHING if own is None else format_percent(own),
        chosen=row["universe"] == chosen,
        own=is_own(row["universe"]),
    )


def _by_share(one: Figure) -> tuple[Decimal, str]:
    return (Decimal(101) if one.share is None else -one.share, one.code)
