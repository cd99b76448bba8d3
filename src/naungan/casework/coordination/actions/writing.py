"""What every verb of a meeting does the same way: lock, write once, put on record."""

from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from naungan.casework import act
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import states
from naungan.casework.coordination.models import Event


Row = TypeVar("Row", bound=models.Model)


def locked(event: Event) -> Event:
    """Give an event as it stands now, held until the transaction ends."""
    return Event.objects.select_for_update(of=("self",)).get(pk=event.pk)


def move(held: Event, verb: str, reason: str = "") -> None:
    """Bring an event to the state to which a verb leads."""
    held.state = states.after("event", held.state, verb)
    held.state_reason = reason.strip()
    held.save(update_fields=["state", "state_reason"])


def sent(model: type[Row], event: Event, client_key: UUID | None) -> Row | None:
    """Give the row that a page sent before under the same key: it may send twice."""
    if client_key is None:
        return None
    rows: models.Manager[Row] = model._default_manager  # noqa: SLF001
    return rows.filter(event=event, client_key=client_key).first()


def next_number(rows: models.QuerySet[Any]) -> int:
    """Give the number after the last one."""
    last: int | None = rows.aggregate(last=models.Max("number"))["last"]
    return (last or 0) + 1


def record(
    by: Scope, verb: str, noun: str, row: models.Model, event: Event, **details: Any
) -> None:
    """Write an act upon something that hangs on an event."""
    act.record(by=by, verb=verb, noun=noun, noun_id=row.pk, event=event.pk, **details)
