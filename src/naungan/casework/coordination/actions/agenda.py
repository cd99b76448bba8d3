"""Verbs of an agenda: its points in order, what was discussed, its papers."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import access
from naungan.casework.coordination.actions.writing import (
    locked,
    next_number,
    record,
    sent,
)
from naungan.casework.coordination.models import AgendaItem, Event, EventPaper
from naungan.casework.correspondence import papers


MOST_MINUTES: Final = 24 * 60


def add_agenda_item(
    *,
    by: Scope,
    event: Event,
    text: str,
    theme: str = "",
    speaker: str = "",
    minutes: int | None = None,
    carried_from: Event | None = None,
    client_key: UUID | None = None,
) -> AgendaItem:
    """Put a point on the agenda, behind the last one."""
    access.check_writes(by=by, event=event)
    _check(text, theme, speaker, minutes)
    with transaction.atomic():
        held = locked(event)
        known = sent(AgendaItem, held, client_key)
        if known is not None:
            return known
        row = AgendaItem.objects.create(
            institution_id=by.institution_id,
            event=held,
            number=next_number(held.agenda.all()),
            text=text.strip(),
            theme=theme,
            speaker=speaker.strip(),
            minutes=minutes,
            carried_from=carried_from,
            client_key=client_key,
        )
        record(by, "add", "agenda_item", row, held)
    return row


def change_agenda_item(
    *,
    by: Scope,
    item: AgendaItem,
    text: str,
    theme: str = "",
    speaker: str = "",
    minutes: int | None = None,
) -> AgendaItem:
    """Say anew what a point is about."""
    access.check_writes(by=by, event=item.event)
    _check(text, theme, speaker, minutes)
    with transaction.atomic():
        item.text, item.theme = text.strip(), theme
        item.speaker, item.minutes = speaker.strip(), minutes
        item.save(update_fields=["text", "theme", "speaker", "minutes"])
        record(by, "change", "agenda_item", item, item.event)
    return item


def discuss(*, by: Scope, item: AgendaItem, discussed: str) -> AgendaItem:
    """Write what was discussed under a point; "" takes it back."""
    access.check_notes(by=by, event=item.event)
    access.check_text(discussed)
    with transaction.atomic():
        item.discussed = discussed.strip()
        item.discussed_at = timezone.now() if item.discussed else None
        item.save(update_fields=["discussed", "discussed_at"])
        record(by, "discuss", "agenda_item", item, item.event)
    return item


def remove_agenda_item(*, by: Scope, item: AgendaItem) -> None:
    """Take a point off the agenda; what was said under it stays, without a point."""
    access.check_writes(by=by, event=item.event)
    with transaction.atomic():
        held = locked(item.event)
        record(by, "remove", "agenda_item", item, held)
        item.delete()
        _number(list(held.agenda.all()))


def order_agenda(*, by: Scope, event: Event, order: Sequence[int]) -> list[AgendaItem]:
    """Bring the points of an agenda into the order of their keys."""
    access.check_writes(by=by, event=event)
    with transaction.atomic():
        held = locked(event)
        found = {row.pk: row for row in held.agenda.all()}
        if len(order) != len(found) or set(order) != set(found):
            raise ActRefused("Agenda ini sudah berubah. Muat ulang lalu urutkan lagi.")
        rows = _number([found[key] for key in order])
        record(by, "order", "agenda", held, held)
    return rows


def _number(rows: list[AgendaItem]) -> list[AgendaItem]:
    for number, row in enumerate(rows, start=1):
        row.number = number
    AgendaItem.objects.bulk_update(rows, ["number"])
    return rows


def _check(text: str, theme: str, speaker: str, minutes: int | None) -> None:
    access.check_said(text, _("Tulis pokok agendanya."))
    access.check_text(speaker)
    access.check_words("themes", (theme,))
    if minutes is not None and not 0 < minutes <= MOST_MINUTES:
        raise ActRefused("Lamanya ditulis dalam menit.")


def add_paper(
    *, by: Scope, event: Event, title: str, name: str, content: bytes
) -> EventPaper:
    """Put a presentation, a photograph or another paper to an event."""
    access.check_keeps(by=by, event=event)
    access.check_said(title, _("Tulis judul berkasnya."))
    with transaction.atomic():
        kept = papers.store(
            institution_id=by.institution_id, name=name, content=content
        )
        row = EventPaper.objects.create(
            institution_id=by.institution_id,
            event=event,
            title=title.strip(),
            name=kept.name,
            mime=kept.mime,
            size=kept.size,
            sha256=kept.sha256,
            added_by_id=by.user_id,
        )
        record(by, "add", "event_paper", row, event, sha256=kept.sha256)
    return row


def remove_paper(*, by: Scope, paper: EventPaper) -> None:
    """Take a paper away from an event, with its file if nothing else speaks of it."""
    access.check_keeps(by=by, event=paper.event)
    with transaction.atomic():
        record(by, "remove", "event_paper", paper, paper.event, sha256=paper.sha256)
        papers.release(institution_id=paper.institution_id, sha256=paper.sha256)
        paper.delete()
