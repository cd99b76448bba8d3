"""Events as lists and calendars ask for them; the database shows those in sight alone."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.models import Event


@dataclass(frozen=True)
class Sought:
    """Which events are asked for; empty is everything but what was merged."""

    kind: str = ""
    topic: str = ""
    region_code: str = ""
    state: str = ""
    word: str = ""
    since: date | None = None
    until: date | None = None


def events(scope: Scope, sought: Sought | None = None) -> QuerySet[Event]:
    """List the events sought, the newest first; those without any day stand last."""
    del scope  # row-level security bounds the list
    asked = sought or Sought()
    found = Event.objects.select_related("institution").exclude(state="merged")
    if asked.kind:
        found = found.filter(kinds__contains=[asked.kind])
    if asked.topic:
        found = found.filter(topics__contains=[asked.topic])
    if asked.state:
        found = found.filter(state=asked.state)
    if asked.region_code:
        inside = Q(region_code=asked.region_code) | Q(
            region_code__startswith=f"{asked.region_code}."
        )
        found = found.filter(inside)
    if asked.word:
        query = SearchQuery(asked.word, config="indonesian", search_type="websearch")
        found = found.filter(Q(words=query) | Q(title__icontains=asked.word))
    if asked.since:
        found = found.filter(sort_on__gte=asked.since)
    if asked.until:
        found = found.filter(sort_on__lte=asked.until)
    return found.order_by("-sort_on", "-pk")


def after(found: QuerySet[Event], number: int) -> QuerySet[Event]:
    """Give the events behind one in the order of the list; nothing behind an unknown one."""
    last = found.filter(pk=number).values_list("sort_on", flat=True)
    if not last:
        return found.none()
    if last[0] is None:
        return found.filter(sort_on__isnull=True, pk__lt=number)
    behind = Q(sort_on__lt=last[0]) | Q(sort_on=last[0], pk__lt=number)
    return found.filter(behind | Q(sort_on__isnull=True))


def event(scope: Scope, number: int) -> Event | None:
    """Give one event that the scope sees."""
    del scope
    return (
        Event.objects.select_related("institution", "merged_into")
        .filter(pk=number)
        .first()
    )


def between(scope: Scope, since: date, until: date) -> QuerySet[Event]:
    """List the events of which a day within is known, in the order of the days."""
    found = events(scope, Sought(since=since, until=until))
    return found.filter(held_on__isnull=False).order_by("held_on", "begins_at", "pk")


def ahead(scope: Scope, today: date) -> QuerySet[Event]:
    """List what is to come or takes place today, the nearest first."""
    states = ("planned", "invited", "held")
    return (
        events(scope)
        .filter(state__in=states, held_on__gte=today)
        .order_by("held_on", "begins_at", "pk")
    )
