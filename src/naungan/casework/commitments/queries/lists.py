"""Promises that a scope reaches, filtered and turned page by page."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.contrib.postgres.search import SearchQuery
from django.db.models import F, Q, QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.judging import SOON_DAYS, late, open_ended
from naungan.casework.commitments.models import Commitment
from naungan.casework.commitments.record_days import inside
from naungan.casework.coordination.models import Event


ORDER: Final = (F("due_on").asc(nulls_last=True), "pk")
FLAGS: Final = ("open_ended", "contradicted", "met", "soon")
"""What a list may be narrowed to, beside where a promise stands."""


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Which promises a list keeps; what is empty keeps all.

    `standing` is one of `kinds.STANDINGS` or `open`, `flag` one of `FLAGS`; `owner` and
    `waits_on` are numbers of institutions, `event` that of an event.
    """

    text: str = ""
    standing: str = ""
    flag: str = ""
    region: str = ""
    indicator: str = ""
    owner: int | None = None
    waits_on: int | None = None
    event: int | None = None


@dataclass(frozen=True)
class Page:
    """Some promises in order; `next` goes on after them, None where nothing is left."""

    rows: list[Commitment]
    next: str | None


def commitments(scope: Scope) -> QuerySet[Commitment]:
    """Give the promises that a scope reaches.

    Those its institution wrote down, owes or is waited for in, and those of the
    meetings in which it takes part.
    """
    if not scope.may("see_meetings"):
        return Commitment.objects.none()
    here = scope.institution_id
    sits = Event.objects.filter(parties__contains=[here])
    return Commitment.objects.filter(
        Q(institution_id=here)
        | Q(owner_institution_id=here)
        | Q(waits_on_id=here)
        | Q(event_id__in=sits.values("pk"))
    )


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
    found = sift(commitments(scope), sought, today)
    ordered = _from(found, after).order_by(*ORDER)
    rows = list(ordered.select_related("owner_institution", "event")[: limit + 1])
    kept = rows[:limit]
    last = _mark(kept[-1]) if len(rows) > limit else None
    return Page(kept, last)


def sift(
    found: QuerySet[Commitment], sought: Sought, today: date
) -> QuerySet[Commitment]:
    """Keep the promises sought."""
    exact = {
        "indicator": sought.indicator,
        "owner_institution_id": sought.owner,
        "waits_on_id": sought.waits_on,
        "event_id": sought.event,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if sought.region:
        found = found.filter(inside(sought.region, "region_code"))
    if sought.text.strip():
        asked = SearchQuery(sought.text.strip(), config="indonesian")
        found = found.filter(words=asked)
    return _flagged(_standing(found, sought.standing, today), sought.flag, today)


def _standing(
    found: QuerySet[Commitment], standing: str, today: date
) -> QuerySet[Commitment]:
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
        "open_ended": running & open_ended(),
        "contradicted": Q(state__in=("open", "kept"))
        & (Q(verdict="contradicted") | Q(state="kept", is_met=False)),
        "met": running & Q(is_met=True),
        "soon": running & Q(due_on__gte=today, due_on__lte=soon),
    }


def _flagged(
    found: QuerySet[Commitment], flag: str, today: date
) -> QuerySet[Commitment]:
    known = flags(today)
    return found.filter(known[flag]) if flag in known else found


def _mark(one: Commitment) -> str:
    return f"{one.due_on.isoformat() if one.due_on else '-'}:{one.pk}"


def _from(found: QuerySet[Commitment], after: str | None) -> QuerySet[Commitment]:
    """Go on behind a row: its day and key; what is no such mark begins anew."""
    day, colon, key = (after or "").partition(":")
    if not colon or not (key.isascii() and key.isdecimal()) or len(key) > 18:
        return found
    if day == "-":
        return found.filter(due_on=None, pk__gt=int(key))
    try:
        due = date.fromisoformat(day)
    except ValueError:
        return found
    behind = Q(due_on__gt=due) | Q(due_on=due, pk__gt=int(key)) | Q(due_on=None)
    return found.filter(behind)
