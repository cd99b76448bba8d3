"""Promises that a scope reaches, filtered and turned page by page."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import RawSQL

from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import states
from naungan.casework.commitments.judging import SOON_DAYS, late
from naungan.casework.commitments.models import Commitment, Sight
from naungan.casework.commitments.record_days import inside


ORDER: Final = (F("due_on").asc(nulls_last=True), "pk")
IN_ORDER: Final = (F("due_on").asc(nulls_last=True), "commitment_id")
FLAGS: Final = ("open_ended", "contradicted", "met", "came_late", "soon")
"""What a list may be narrowed to, beside where a promise stands."""


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Which promises a list keeps; what is empty keeps all.

    `standing` is one of `kinds.STANDINGS` or `open`, `flag` one of `FLAGS`; `owner` and
    `waits_on` are numbers of institutions, the latter of those that others wait for, and
    `turn` of one whose turn it is; `owner_name` is one outside the office, `event` the
    number of an event.
    """

    text: str = ""
    standing: str = ""
    flag: str = ""
    region: str = ""
    indicator: str = ""
    owner: int | None = None
    owner_name: str = ""
    waits_on: int | None = None
    turn: int | None = None
    event: int | None = None


@dataclass(frozen=True)
class Page:
    """Some promises in order; `next` goes on after them, None where nothing is left."""

    rows: list[Commitment]
    next: str | None


def sights(scope: Scope) -> QuerySet[Sight]:
    """Give what a scope sees of promises, to be counted and put in order.

    Its institution wrote them down, owes them or is waited for in them, or they were
    made in meetings that it keeps or takes part in.
    """
    if not scope.may("see_meetings"):
        return Sight.objects.none()
    return Sight.objects.filter(viewer_id=scope.institution_id)


def commitments(scope: Scope) -> QuerySet[Commitment]:
    """Give the promises that a scope reaches."""
    if not scope.may("see_meetings"):
        return Commitment.objects.none()
    return Commitment.objects.filter(sights__viewer_id=scope.institution_id)


def commitment(scope: Scope, number: int) -> Commitment | None:
    """Give one promise by its key; None where the scope does not reach it."""
    found = commitments(scope).select_related(
        "institution",
        "owner_institution",
        "event",
        "recommendation",
        "reads_as",
        "waits_on",
        "made_by",
        "replaced_by",
    )
    return found.filter(pk=number).first()


def listed(
    scope: Scope,
    sought: Sought,
    today: date,
    *,
    after: str | None = None,
    limit: int = 50,
) -> Page:
    """Give a page of the promises sought, those first that are due first."""
    found = _from(sift(sights(scope), sought, today), after)
    rows = list(with_promises(found.order_by(*IN_ORDER))[: limit + 1])
    kept = [row.commitment for row in rows[:limit]]
    last = _mark(kept[-1]) if len(rows) > limit else None
    return Page(kept, last)


def with_promises(found: QuerySet[Sight]) -> QuerySet[Sight]:
    """Read the promises themselves beside what is seen of them."""
    return found.select_related("commitment__owner_institution", "commitment__event")


def sift(found: QuerySet[Sight], sought: Sought, today: date) -> QuerySet[Sight]:
    """Keep the promises sought."""
    exact = {
        "commitment__indicator": sought.indicator,
        "owner_id": sought.owner,
        "commitment__owner_name": sought.owner_name,
        "commitment__event_id": sought.event,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if sought.waits_on:
        found = found.filter(waits_for_id=sought.waits_on)
        found = found.exclude(owner_id=sought.waits_on)
    if sought.turn:
        found = found.filter(turn_of(sought.turn, today))
    if sought.region:
        found = found.filter(inside(sought.region, "region_code"))
    if sought.text.strip():
        said = RawSQL("SELECT commitments_said(%s)", [sought.text.strip()])
        found = found.filter(commitment_id__in=said)
    return _flagged(_standing(found, sought.standing, today), sought.flag, today)


def turn_of(institution: int, today: date) -> Q:
    """Give the condition of what waits for one: its own that are late, and others' for it."""
    is_own = Q(owner_id=institution)
    waits = Q(waits_for_id=institution) & ~is_own
    return Q(state="open") & ((is_own & late(today)) | waits)


def _standing(found: QuerySet[Sight], standing: str, today: date) -> QuerySet[Sight]:
    if standing == "late":
        return found.filter(late(today))
    if standing == "running":
        return found.filter(Q(state="open") & ~late(today))
    return found.filter(state=standing) if standing else found


def flags(today: date) -> dict[str, Q]:
    """Give the conditions of the flags; each tells of promises that still count."""
    running = Q(state="open")
    soon = today + timedelta(days=SOON_DAYS)
    return {
        "open_ended": running & Q(is_open_ended=True),
        "contradicted": Q(is_contradicted=True),
        "met": running & Q(is_met=True, began_met=False),
        "came_late": Q(state__in=states.MEASURED, came_late=True),
        "soon": running & Q(due_on__gte=today, due_on__lte=soon),
    }


def _flagged(found: QuerySet[Sight], flag: str, today: date) -> QuerySet[Sight]:
    known = flags(today)
    return found.filter(known[flag]) if flag in known else found


def _mark(one: Commitment) -> str:
    return f"{one.due_on.isoformat() if one.due_on else '-'}:{one.pk}"


def _from(found: QuerySet[Sight], after: str | None) -> QuerySet[Sight]:
    """Go on behind a row: its day and key; what is no such mark begins anew."""
    day, colon, key = (after or "").partition(":")
    if not colon or not (key.isascii() and key.isdecimal()) or len(key) > 18:
        return found
    if day == "-":
        return found.filter(due_on=None, commitment_id__gt=int(key))
    try:
        due = date.fromisoformat(day)
    except ValueError:
        return found
    behind = (
        Q(due_on__gt=due) | Q(due_on=due, commitment_id__gt=int(key)) | Q(due_on=None)
    )
    return found.filter(behind)
