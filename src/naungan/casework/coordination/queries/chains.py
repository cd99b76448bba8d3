"""Which events hang together, what they left open, and which may be one and the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.db.models import Q, QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.models import (
    Event,
    EventSource,
    Obstacle,
    Official,
    Recommendation,
)
from naungan.casework.coordination.states import TOOK_PLACE
from naungan.lib import edit_distance, names, regions


# Both directions at once; UNION keeps a ring from running for ever.
CHAIN: Final = """
WITH RECURSIVE earlier (id) AS (
    SELECT parent_id FROM coordination_eventlink WHERE child_id = %(event)s
    UNION
    SELECT link.parent_id FROM coordination_eventlink link
    JOIN earlier ON link.child_id = earlier.id
), later (id) AS (
    SELECT child_id FROM coordination_eventlink WHERE parent_id = %(event)s
    UNION
    SELECT link.child_id FROM coordination_eventlink link
    JOIN later ON link.parent_id = later.id
)
SELECT id, true FROM earlier UNION ALL SELECT id, false FROM later"""
MOST_ALIKE: Final = 20
LETTERS_A_SLIP: Final = 6  # one letter may differ in a name of so many
MOST_SLIPS: Final = 2


@dataclass(frozen=True)
class Chain:
    """What came before an event and what followed it, each in the order of days."""

    earlier: list[Event]
    later: list[Event]

    @property
    def last(self) -> Event | None:
        """Give the last event before this one that took place."""
        held = [one for one in self.earlier if one.state in TOOK_PLACE]
        return held[-1] if held else None


@dataclass(frozen=True)
class OpenPoints:
    """What events left open: recommendations nobody took up, obstacles in the way."""

    recommendations: list[Recommendation]
    obstacles: list[Obstacle]

    def __len__(self) -> int:
        return len(self.recommendations) + len(self.obstacles)


@dataclass(frozen=True)
class Alike:
    """An event that may be the same one, and why."""

    event: Event
    same_source: bool
    same_day: bool
    same_organisers: tuple[str, ...] = ()


def in_sight(scope: Scope) -> QuerySet[Event]:
    """Give the events that a scope reaches: those it keeps, and those of which it is a party."""
    if not scope.may("see_meetings"):
        return Event.objects.none()
    here = scope.institution_id
    return Event.objects.filter(Q(institution_id=here) | Q(parties__contains=[here]))


def chain(scope: Scope, event: Event) -> Chain:
    """Give the chain in which an event stands, as far as the scope sees it."""
    with connection.cursor() as cursor:
        cursor.execute(CHAIN, {"event": event.pk})
        sides: dict[int, bool] = dict(cursor.fetchall())
    rows = in_sight(scope).filter(pk__in=sides).exclude(state="merged")
    rows = rows.select_related("institution")
    ordered = sorted(rows, key=lambda one: (one.sort_on is None, one.sort_on, one.pk))
    return Chain(
        [one for one in ordered if sides[one.pk]],
        [one for one in ordered if not sides[one.pk]],
    )


def open_points(scope: Scope, events: Sequence[Event]) -> OpenPoints:
    """Give what events left open, the oldest first.

    A recommendation stays open until somebody takes it up or declines it; an obstacle
    until somebody says how it was resolved.
    """
    seen = in_sight(scope).filter(pk__in=[one.pk for one in events])
    return OpenPoints(
        list(
            Recommendation.objects.filter(event__in=seen, state="open")
            .select_related("event")
            .order_by("event__sort_on", "event_id", "number")
        ),
        list(
            Obstacle.objects.filter(event__in=seen, resolved_on=None)
            .select_related("event")
            .order_by("noted_on", "pk")
        ),
    )


def same_events(scope: Scope, event: Event) -> list[Alike]:
    """Suggest records of the same event: by a source they share, or by day and place.

    Nothing is joined by this; a person decides.
    """
    own = list(event.sources.all())
    organisers = {_plain(one.name) for one in event.organisers.all()}
    others = in_sight(scope).exclude(pk=event.pk).exclude(state="merged")
    sourced = others.filter(pk__in=_sharing(own))
    dated = others.none()
    if event.held_on is not None:
        dated = others.filter(held_on=event.held_on)
    found = (sourced | dated).prefetch_related("organisers", "sources")
    likely = [_alike(event, one, own, organisers) for one in found[:MOST_ALIKE]]
    return [one for one in likely if one is not None]


def _sharing(own: Sequence[EventSource]) -> list[int]:
    """Give the events with a source at the same address or with the same text."""
    urls = [one.url for one in own if one.url]
    texts = [one.sha256 for one in own if one.sha256]
    same = EventSource.objects.filter(Q(url__in=urls) | Q(sha256__in=texts))
    return list(same.values_list("event_id", flat=True))


def _alike(
    event: Event, other: Event, own: Sequence[EventSource], organisers: set[str]
) -> Alike | None:
    marks = {mark for one in own for mark in (one.url, one.sha256) if mark}
    same_source = any(
        mark in marks for one in other.sources.all() for mark in (one.url, one.sha256)
    )
    same_day = event.held_on is not None and event.held_on == other.held_on
    shared = tuple(
        one.name for one in other.organisers.all() if _plain(one.name) in organisers
    )
    near = _nested(event.region_code, other.region_code)
    kin = bool(set(event.kinds) & set(other.kinds)) or bool(shared)
    if same_source or (same_day and near and kin):
        return Alike(other, same_source, same_day, shared)
    return None


def _nested(one: str, other: str) -> bool:
    return regions.lies_in(one, other) or regions.lies_in(other, one)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def merged_into(event: Event) -> list[Event]:
    """Give the records that were put into an event, as far as they are in sight."""
    return list(Event.objects.filter(merged_into=event).order_by("sort_on", "pk"))


def joined_at(event: Event) -> list[Official]:
    """Give names that were joined to somebody on the list of an event."""
    found = Official.objects.filter(joined_into__attendance__event=event)
    return list(found.select_related("joined_into").distinct().order_by("name", "pk"))


def similar_officials(scope: Scope, official: Official) -> list[Official]:
    """Suggest office-holders whose names may be other spellings of the same person's."""
    del scope  # row-level security bounds the list
    asked = names.normal_form(official.name)
    first = official.name[:1]
    others = Official.objects.filter(joined_into=None, name__istartswith=first)
    return [
        one for one in others.exclude(pk=official.pk) if _one_person(asked, one.name)
    ]


def _one_person(asked: str, name: str) -> bool:
    other = names.normal_form(name)
    slips = min(MOST_SLIPS, max(len(asked), len(other)) // LETTERS_A_SLIP)
    return edit_distance.distance(asked, other) <= slips
