"""Verbs of chains: which event follows which, and where an event was reported."""

from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import access
from naungan.casework.coordination.actions.writing import locked, record
from naungan.casework.coordination.models import Event, EventLink, EventSource, Quote


MOST_LINKS: Final = 1000


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
        known = known_source(held, url.strip(), sha256)
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


def known_source(event: Event, url: str, sha256: str) -> EventSource | None:
    """Give the source of an event at the same address or with the same text."""
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
