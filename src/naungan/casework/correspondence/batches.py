"""Batches: many letters asked for at once, made behind the scenes, a chunk at a time.

What every letter is to say is kept as a file of its own, so nothing about a person
lies in the queue. A chunk and the count of what is done stand in one transaction: a
worker that dies begins again where it left off, and no letter is made twice.
"""

from django.db import transaction

from naungan.casework import act, clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.access import check_power
from naungan.casework.accounts.models import Appointment
from naungan.casework.accounts.scope import Scope
from naungan.casework.correspondence import access, papers
from naungan.casework.correspondence.models import LetterBatch


def ask(
    *, by: Scope, letter: str, title: str, wanted: int, order: bytes
) -> LetterBatch:
    """Ask for many letters; `order` is whatever the maker needs, kept as a file."""
    check_power(by=by, power="issue_letters")
    access.check_some(wanted)
    with transaction.atomic():
        batch = LetterBatch.objects.create(
            institution_id=by.institution_id,
            letter=letter,
            title=title,
            wanted=wanted,
            order_sha256=papers.keep(institution_id=by.institution_id, content=order),
            asked_by_id=by.user_id,
            asked_at=clock.stamp(clock.today()),
        )
        act.record(
            by=by,
            verb="ask",
            noun="letter_batch",
            noun_id=batch.pk,
            letter=letter,
            wanted=wanted,
        )
    return batch


def scope_of(appointment_id: int, user_id: int) -> Scope:
    """Give the scope in which somebody asked, as it holds now."""
    scope.tell(user_id, None, every=False)
    held = Appointment.objects.select_related("institution").get(pk=appointment_id)
    return scope.of_appointment(held)


def order_of(batch: LetterBatch) -> bytes:
    """Give what was asked for."""
    return papers.read(batch.institution_id, batch.order_sha256)


def advance(batch: LetterBatch, more: int) -> None:
    """Count what is done, within the transaction that did it."""
    batch.done += more
    batch.state = "running"
    batch.save(update_fields=["done", "state"])


def end(*, by: Scope, batch: LetterBatch, state: str, refused: list[str]) -> None:
    """End a batch: what was asked for goes, the letters stay."""
    with transaction.atomic():
        papers.release(institution_id=batch.institution_id, sha256=batch.order_sha256)
        batch.state, batch.refused, batch.order_sha256 = state, refused, ""
        batch.ended_at = clock.stamp(clock.today())
        batch.save(update_fields=["state", "refused", "order_sha256", "ended_at"])
        act.record(
            by=by,
            verb="end",
            noun="letter_batch",
            noun_id=batch.pk,
            state=state,
            letters=batch.done,
        )
