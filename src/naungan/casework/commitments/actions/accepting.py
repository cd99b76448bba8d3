"""Accept what was read from a report: an event with its facts, each beside its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.db import transaction

from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.actions import promising
from naungan.casework.commitments.actions.promising import Said
from naungan.casework.coordination.actions import (
    attending,
    chains,
    events,
    figures,
    saying,
)
from naungan.casework.coordination.actions.attending import Attendee
from naungan.casework.coordination.actions.events import EventPlan
from naungan.casework.coordination.arithmetic import COUNTS
from naungan.casework.coordination.models import Event, EventSource, Figure


LONGEST_QUOTE: Final = 500


@dataclass(frozen=True, kw_only=True)
class Number:
    """A figure of a report: its value, unit of the figures, meaning, and its words.

    A percent says `of` which printed counts it is the share: the part and the whole.
    """

    value: Decimal
    unit: str
    meaning: str
    words: str
    of: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where the report stood; `sha256` is of its text, which is not kept."""

    outlet: str = ""
    url: str = ""
    title: str = ""
    published_on: date | None = None
    sha256: str = ""


@dataclass(frozen=True, kw_only=True)
class Reported:
    """What somebody accepted of a report; the last of each pair are the words.

    `bases` are (kind, number, year, words); `obstacles` (kind, text).
    """

    plan: EventPlan
    source: Source
    day_words: str = ""
    organisers: Sequence[tuple[str, str]] = ()
    people: Sequence[tuple[Attendee, str]] = ()
    bases: Sequence[tuple[str, str, int | None, str]] = ()
    figures: Sequence[Number] = ()
    obstacles: Sequence[tuple[str, str]] = ()
    promises: Sequence[tuple[Said, str]] = ()


def accept(*, by: Scope, reported: Reported, today: date) -> Event:
    """Write down a reported event with everything accepted, all of it or nothing."""
    with transaction.atomic():
        event = events.plan_event(by=by, plan=reported.plan, draft=True)
        source = chains.add_source(by=by, event=event, **vars(reported.source))
        _quote(by, event, source, reported.day_words)
        _about_event(by, event, source, reported)
        # A report tells of what took place; only then is what was said written.
        held = events.hold(by=by, event=event, today=today)
        _said(by, held, source, reported, today)
    return held


def add_report(*, by: Scope, event: Event, source: Source) -> EventSource:
    """Keep a second report of an event that is on record already."""
    return chains.add_source(by=by, event=event, **vars(source))


def _about_event(
    by: Scope, event: Event, source: EventSource, reported: Reported
) -> None:
    for name, words in reported.organisers:
        organiser = events.add_organiser(by=by, event=event, name=name)
        _quote(by, event, source, words, ("organiser", organiser.pk))
    for kind, number, year, words in reported.bases:
        basis = events.add_basis(
            by=by, event=event, kind=kind, number=number, year=year
        )
        _quote(by, event, source, words, ("basis", basis.pk))
    for who, words in reported.people:
        row = attending.add_attendance(by=by, event=event, who=who, how="report")
        _quote(by, event, source, words, ("attendance", row.pk))


def _said(
    by: Scope, event: Event, source: EventSource, reported: Reported, today: date
) -> None:
    for number, figure in _figures(by, event, reported.figures):
        _quote(by, event, source, number.words, ("figure", figure.pk))
    for kind, text in reported.obstacles:
        noted_on = event.held_on or today
        obstacle = saying.add_obstacle(
            by=by, kind=kind, text=text, noted_on=noted_on, event=event
        )
        _quote(by, event, source, text, ("obstacle", obstacle.pk))
    for said, words in reported.promises:
        promise = promising.promise(by=by, said=said, today=today, event=event)
        _quote(by, event, source, words, ("commitment", promise.pk))


def _figures(
    by: Scope, event: Event, numbers: Sequence[Number]
) -> Iterator[tuple[Number, Figure]]:
    """Write figures down, shares behind the counts that they are of.

    A share of counts that nobody accepted names none.
    """
    written: list[tuple[Number, Figure]] = []
    for number in sorted(numbers, key=lambda one: one.of is not None):
        counts = [_count(written, value) for value in number.of or ()]
        part, whole = counts if all(counts) and counts else (None, None)
        figure = figures.add_figure(
            by=by,
            event=event,
            value=number.value,
            unit=number.unit,
            meaning=number.meaning,
            words=number.words,
            part=part,
            whole=whole,
        )
        written.append((number, figure))
        yield number, figure


def _count(written: Sequence[tuple[Number, Figure]], value: Decimal) -> Figure | None:
    return next(
        (row for one, row in written if one.value == value and one.unit in COUNTS),
        None,
    )


def _quote(
    by: Scope,
    event: Event,
    source: EventSource,
    words: str,
    about: tuple[str, int] = ("event", 0),
) -> None:
    """Keep the words beside the fact; a fact without words has none to keep."""
    kept = words.strip()[:LONGEST_QUOTE]
    if kept:
        chains.add_quote(by=by, event=event, words=kept, about=about, source=source)
