"""Verbs of chains: which event follows which, and which two reports tell of one."""

from datetime import date
from typing import Any, Final

from django.db import transaction
from django.dispatch import Signal
from django.utils.translation import gettext_noop as _

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import access, states
from naungan.casework.coordination.actions.writing import locked, next_number, record
from naungan.casework.coordination.models import (
    AgendaItem,
    Attendance,
    Event,
    EventBasis,
    EventLink,
    EventPaper,
    EventParty,
    EventSource,
    Figure,
    Obstacle,
    Organiser,
    Quote,
    Recommendation,
    Statement,
)


MOST_LINKS: Final = 1000
CARRIED: Final = (Quote, Attendance, Statement, Figure, Obstacle, EventPaper)
"""What is carried over as it is to the event that stays."""
ONCE: Final[tuple[tuple[type[Any], tuple[str, ...]], ...]] = (
    (EventParty, ("party_id",)),
    (Organiser, ("name",)),
    (EventBasis, ("kind", "number", "year")),
)
"""What an event holds once, and by what it is known."""

merged: Final = Signal()
"""Sent when one record of an event went into another, with `kept` and `gone`."""


def link(*, by: Scope, parent: Event, child: Event, reason: str = "") -> EventLink:
    """Say that an event follows an earlier one: what stayed open there goes on here."""
    access.check_keeps(by=by, event=child)
    access.check_text(reason)
    _check_order(parent, child)
    with transaction.atomic():
        locked(child)
        row, _made = EventLink.objects.update_or_create(
            parent=parent,
            child=child,
            defaults={"institution_id": by.institution_id, "reason": reason.strip()},
        )
        record(by, "link", "event_link", row, child, parent=parent.pk)
    return row


def _check_order(parent: Event, child: Event) -> None:
    if parent.pk == child.pk or parent.pk in _following(child.pk):
        raise ActRefused("Rantai kegiatan tidak boleh berputar.")
    earlier, later = parent.held_on, child.held_on
    if earlier is not None and later is not None and earlier > later:
        raise ActRefused("Induknya berlangsung sesudah kegiatan ini.")


def _following(number: int) -> set[int]:
    """Give every event behind one, however far."""
    found: set[int] = set()
    edge = {number}
    while edge and len(found) < MOST_LINKS:
        after = EventLink.objects.filter(parent_id__in=edge)
        edge = set(after.values_list("child_id", flat=True)) - found
        found |= edge
    return found


def unlink(*, by: Scope, parent: Event, child: Event) -> None:
    """Take back that an event follows another."""
    access.check_keeps(by=by, event=child)
    with transaction.atomic():
        for row in EventLink.objects.filter(parent=parent, child=child):
            record(by, "unlink", "event_link", row, child, parent=parent.pk)
            row.delete()


def add_source(
    *,
    by: Scope,
    event: Event,
    outlet: str = "",
    url: str = "",
    title: str = "",
    published_on: date | None = None,
    sha256: str = "",
) -> EventSource:
    """Say where an event was reported; the same address or text is one source."""
    access.check_keeps(by=by, event=event)
    if not any(one.strip() for one in (outlet, url, title)):
        raise ActRefused("Tulis media, judul, atau alamat sumbernya.")
    access.check_text(outlet, title)
    with transaction.atomic():
        held = locked(event)
        known = _known_source(held, url.strip(), sha256)
        if known is not None:
            return known
        row = EventSource.objects.create(
            institution_id=by.institution_id,
            event=held,
            outlet=outlet.strip(),
            url=url.strip(),
            title=title.strip(),
            published_on=published_on,
            sha256=sha256,
        )
        record(by, "add", "event_source", row, held)
    return row


def _known_source(event: Event, url: str, sha256: str) -> EventSource | None:
    for name, value in (("url", url), ("sha256", sha256)):
        found = event.sources.filter(**{name: value}).first() if value else None
        if found is not None:
            return found
    return None


def add_quote(
    *,
    by: Scope,
    event: Event,
    words: str,
    about: tuple[str, int] = ("event", 0),
    source: EventSource | None = None,
) -> Quote:
    """Keep the words from which a fact came; `about` is a kind and a key."""
    access.check_keeps(by=by, event=event)
    access.check_said(words, _("Tulis kutipannya."))
    with transaction.atomic():
        row = Quote.objects.create(
            institution_id=by.institution_id,
            event=event,
            source=source,
            about_kind=about[0],
            about_id=about[1],
            words=words.strip(),
        )
        record(by, "quote", "event", event, event)
    return row


def merge(*, by: Scope, event: Event, other: Event) -> Event:
    """Make one of two records of the same event: `other` goes into `event`.

    Its sources and facts are carried over; the emptied record stays, and says where
    they went. Nothing does this by itself: somebody decides that the two are one.
    """
    for one in (event, other):
        access.check_writes(by=by, event=one)
    if event.pk == other.pk:
        raise ActRefused("Ini kegiatan yang sama.")
    with transaction.atomic():
        first, second = sorted((event, other), key=lambda one: one.pk)
        rows = {one.pk: locked(one) for one in (first, second)}
        kept, gone = rows[event.pk], rows[other.pk]
        for model in CARRIED:
            model.objects.filter(event=gone).update(event=kept)
        _carry_sources(gone, kept)
        _carry_once(gone, kept)
        _carry_links(gone, kept)
        _carry_numbered(gone, kept)
        for name in ("kinds", "topics"):
            both = [*getattr(kept, name), *getattr(gone, name)]
            setattr(kept, name, list(dict.fromkeys(both)))
        kept.parties = sorted({*kept.parties, *gone.parties})
        kept.save(update_fields=["kinds", "topics", "parties"])
        gone.state = states.after("event", gone.state, "merge")
        gone.merged_into = kept
        gone.save(update_fields=["state", "merged_into"])
        merged.send(sender=Event, kept=kept, gone=gone)
        act.record(by=by, verb="merge", noun="event", noun_id=kept.pk, merged=gone.pk)
    return kept


def _carry_sources(gone: Event, kept: Event) -> None:
    for row in gone.sources.all():
        known = _known_source(kept, row.url, row.sha256)
        if known is None:
            EventSource.objects.filter(pk=row.pk).update(event=kept)
            continue
        Quote.objects.filter(source=row).update(source=known)
        row.delete()


def _carry_once(gone: Event, kept: Event) -> None:
    """Carry over what an event holds once: the same party, organiser or legal text."""
    for model, names in ONCE:
        known = set(model.objects.filter(event=kept).values_list(*names))
        for row in model.objects.filter(event=gone):
            if tuple(getattr(row, name) for name in names) in known:
                row.delete()
                continue
            model.objects.filter(pk=row.pk).update(event=kept)


def _carry_links(gone: Event, kept: Event) -> None:
    for end, other in (("parent", "child"), ("child", "parent")):
        linked = {kept.pk} | set(
            EventLink.objects.filter(**{end: kept}).values_list(
                f"{other}_id", flat=True
            )
        )
        rows = EventLink.objects.filter(**{end: gone})
        rows.filter(**{f"{other}__in": linked}).delete()
        rows.update(**{end: kept})


def _carry_numbered(gone: Event, kept: Event) -> None:
    """Carry over points and recommendations, numbered behind those that are there."""
    for model in (AgendaItem, Recommendation):
        after = next_number(model.objects.filter(event=kept))
        for number, row in enumerate(model.objects.filter(event=gone), start=after):
            model.objects.filter(pk=row.pk).update(event=kept, number=number)
