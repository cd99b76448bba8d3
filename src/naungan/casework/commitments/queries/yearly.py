"""A year of a region as the data tell it: no figure here was typed by anybody for it.

Snapshots speak of everybody. Records speak of the institution that asks: what it does
not hold is not zero, and is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from django.db.models import Count, Q, QuerySet

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import eyes
from naungan.casework.commitments.extent import Extent
from naungan.casework.commitments.indicator import Asked, Reading, all_indicators
from naungan.casework.commitments.models import Sight
from naungan.casework.commitments.queries.ledger import Tally, tally
from naungan.casework.commitments.queries.lists import sights
from naungan.casework.commitments.record_days import inside
from naungan.casework.coordination.models import Obstacle
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.casework.regions import queries as regions
from naungan.casework.regions.national import Target
from naungan.lib.dates import month_index


SEGMENTS: Final = ("", "PU", "BPU", "JAKON", "PMI")
FLAGGED: Final = ("came_late", "contradicted")
"""What an evaluation counts of promises beside where they stand."""
DECEMBER: Final = 12


@dataclass(frozen=True)
class Achieved:
    """A figure at the end of a year, or so far, beside what it was when the year began.

    `part` is the segment that it is about, where it is about one; `before_on` the day
    of the figure before: the end of the last year, or the first data of this one.
    `universe` names the count against which a share is taken, the same at both ends.
    """

    code: str
    value: Decimal
    as_of: date
    before: Decimal | None = None
    before_on: date | None = None
    part: str = ""
    universe: str = ""


@dataclass(frozen=True)
class Aim:
    """A target whose month lies in the year, and whether coverage reached it."""

    target: Target
    reached: bool | None


@dataclass(frozen=True)
class Year:
    """What a year brought: figures, targets, promises that were due or made, obstacles.

    `obstacles` are kind, how many were noted, how many of these are not resolved.
    """

    year: int
    until: date
    segments: list[Achieved]
    achieved: list[Achieved]
    aims: list[Aim]
    promises: Tally
    obstacles: list[tuple[str, int, int]]


def of_year(scope: Scope, code: str, year: int, today: date) -> Year:
    """Read everything of a year in a region, until its last day or today."""
    first, last = date(year, 1, 1), min(date(year, 12, 31), today)
    ends = _publication(code, month_index(year, DECEMBER))
    begins = _publication(code, month_index(year - 1, DECEMBER)) or _first(code, year)
    segments = _coverage(scope, code, begins, ends)
    whole = next((one for one in segments if not one.part), None)
    return Year(
        year=year,
        until=max(first, last),
        segments=segments,
        achieved=[
            *_snapshots(scope, code, begins, ends),
            *_records(scope, code, first, last),
        ],
        aims=_aims(code, year, whole),
        promises=tally(_of_year(scope, code, first, last), today, FLAGGED),
        obstacles=_obstacles(code, first, last),
    )


def _publication(code: str, month: int) -> Publication | None:
    """Give what was published last of a region with data of a month or before."""
    newest = door.newest(code)
    if newest is None:
        return None
    found = Publication.objects.filter(region_code=newest.region_code, month__lte=month)
    return found.order_by("-month", "-run").first()


def _first(code: str, year: int) -> Publication | None:
    """Give what was published first of a region with data of a year."""
    newest = door.newest(code)
    if newest is None:
        return None
    months = (month_index(year, 1), month_index(year, DECEMBER))
    found = Publication.objects.filter(
        region_code=newest.region_code, month__range=months
    )
    return found.order_by("month", "run").first()


def _coverage(
    scope: Scope, code: str, begins: Publication | None, ends: Publication | None
) -> list[Achieved]:
    found = (
        _achieved(scope, "coverage", code, begins, ends, Extent(segment=segment))
        for segment in SEGMENTS
    )
    return [one for one in found if one is not None]


def _snapshots(
    scope: Scope, code: str, begins: Publication | None, ends: Publication | None
) -> Iterable[Achieved]:
    for indicator, known in all_indicators().items():
        if known.of_snapshot and indicator != "coverage":
            found = _achieved(scope, indicator, code, begins, ends, Extent())
            yield from [found] if found else []


def _achieved(
    scope: Scope,
    indicator: str,
    code: str,
    begins: Publication | None,
    ends: Publication | None,
    extent: Extent,
) -> Achieved | None:
    """Read a figure of snapshots at both ends; the same snapshot tells of no change."""
    now = _read(scope, indicator, code, ends, extent)
    if now is None:
        return None
    universe = str(now.parts.get("universe", ""))
    same = replace(extent, universe=universe)
    was = None if begins == ends else _read(scope, indicator, code, begins, same)
    return Achieved(
        code=indicator,
        value=now.value,
        as_of=now.as_of,
        before=was.value if was else None,
        before_on=was.as_of if was else None,
        part=extent.segment,
        universe=universe,
    )


def _read(
    scope: Scope,
    indicator: str,
    code: str,
    publication: Publication | None,
    extent: Extent,
) -> Reading | None:
    if publication is None:
        return None
    asked = Asked(scope, code, extent, date.max, publication=publication)
    return all_indicators()[indicator].read(asked)


def _records(scope: Scope, code: str, first: date, last: date) -> Iterable[Achieved]:
    """Read what one's own institution did in the year, as far as it holds that."""
    house = Institution.objects.get(pk=scope.institution_id)
    asked = Asked(eyes.of(house), code, Extent(), last, since=first)
    for indicator, known in all_indicators().items():
        if known.counts == "since" and known.is_held_by(house.kind):
            found = known.read(asked)
            if found is not None:
                yield Achieved(indicator, found.value, found.as_of)


def _aims(code: str, year: int, whole: Achieved | None) -> list[Aim]:
    """Give the targets of the year; the data tell once they are of that month."""
    found = [one for one in regions.targets(code) if one.month // 12 == year]
    return [Aim(one, _is_reached(one, whole)) for one in found if not one.segment]


def _is_reached(target: Target, whole: Achieved | None) -> bool | None:
    if whole is None:
        return None
    reached = whole.value >= target.percent
    known = month_index(whole.as_of.year, whole.as_of.month) >= target.month
    return reached if reached or known else None


def _of_year(scope: Scope, code: str, first: date, last: date) -> QuerySet[Sight]:
    """Give the promises made in the year, or due in it."""
    made = Q(year=first.year)
    due = Q(due_on__range=(first, date(first.year, 12, 31)))
    return sights(scope).filter(made | due, inside(code, "region_code"))


def _obstacles(code: str, first: date, last: date) -> list[tuple[str, int, int]]:
    """Count the obstacles noted in the year by kind, the most named first."""
    noted = Obstacle.objects.filter(
        inside(code, "region_code"), noted_on__range=(first, last)
    )
    counted = noted.order_by().values_list("kind").annotate(many=Count("pk"))
    rows = counted.annotate(left=Count("pk", filter=Q(resolved_on=None)))
    return list(rows.order_by("-many", "kind"))
