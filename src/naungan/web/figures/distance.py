"""How far a coverage is from the targets of each series, in points and people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Final

from django.utils.translation import gettext as _

from naungan.casework.regions.national import Target
from naungan.lib.dates import month_of, month_text, parse_month
from naungan.lib.numbers import format_number, format_percent
from naungan.web.figures.region import Figure, month_words, points_words


HUNDRED: Final = 100
MOST_DRAWN: Final = 2


@dataclass(frozen=True)
class Distance:
    """One series' next target beside the coverage now."""

    target: Target
    percent: str
    until: str
    points: str
    people: str
    months_left: int
    reached: bool
    national: bool
    is_past: bool

    @property
    def outcome(self) -> str:
        """Say of a target whose month is past whether it was met, as far as one knows."""
        if not self.is_past:
            return ""
        if self.months_left:
            told = _("lewat; data belum sampai bulan itu")
            return _("lewat; sudah tercapai sebelumnya") if self.reached else told
        return _("lewat, tercapai") if self.reached else _("lewat, tidak tercapai")


def distances(
    whole: Figure | None, targets: Iterable[Target], today: date
) -> list[Distance]:
    """Give each series once, with the target next to the data, the nearest first."""
    if whole is None or whole.share is None or whole.denominator is None:
        return []
    now = parse_month(whole.month) or 0
    this_month = month_of(today)
    found = [
        _distance(one, whole, now, is_past=one.month < this_month)
        for one in _next_of_each(targets, now)
    ]
    return sorted(found, key=lambda one: one.target.percent)


def drawn(found: Iterable[Distance]) -> list[tuple[str, Decimal]]:
    """Give the nearest targets not yet reached, for the line of months."""
    ahead = [one.target for one in found if not one.reached]
    return [(one.series, one.percent) for one in ahead[:MOST_DRAWN]]


def _next_of_each(targets: Iterable[Target], now: int) -> list[Target]:
    by_series: dict[tuple[str, str], list[Target]] = {}
    for one in targets:
        if not one.segment:
            by_series.setdefault((one.series, one.region_code), []).append(one)
    found = []
    for series in by_series.values():
        ordered = sorted(series, key=lambda one: one.month)
        ahead = [one for one in ordered if one.month >= now]
        found.append(ahead[0] if ahead else ordered[-1])
    return found


def _distance(target: Target, whole: Figure, now: int, *, is_past: bool) -> Distance:
    assert whole.share is not None
    assert whole.denominator is not None
    assert whole.low is not None
    difference = whole.share - target.percent
    wanted = (target.percent * whole.denominator / HUNDRED).to_integral_value(
        ROUND_CEILING
    )
    missing = max(0, int(wanted) - whole.low)
    return Distance(
        target=target,
        percent=format_percent(target.percent, 2),
        until=month_words(month_text(target.month)),
        points=points_words(difference),
        people=format_number(missing),
        months_left=max(0, target.month - now),
        reached=difference >= 0,
        national=not target.region_code,
        is_past=is_past,
    )
