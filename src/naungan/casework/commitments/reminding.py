"""Telling people of a promise's day: noted once for each day promised, then sent.

Noting and sending are two steps: a reminder that could not be sent is sent again, and
one that was noted is never noted twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from naungan.casework import act
from naungan.casework.accounts.models import Appointment, User
from naungan.casework.accounts.queries import in_roles_with
from naungan.casework.accounts.scope import holding
from naungan.casework.commitments import wording
from naungan.casework.commitments.models import Commitment, Reminder


TWO_WEEKS: Final = timedelta(days=14)
THREE_DAYS: Final = timedelta(days=3)
PATIENCE: Final = timedelta(days=7)
"""How long after the day the reminder is passed on to whoever kept the meeting."""
AT_A_TIME: Final = 500
TELLS: Final = "keep_meetings"
"""The power of those who are told."""


def due_kind(due_on: date, today: date) -> str:
    """Name what is to be told today of a day: "" where nothing is.

    Of several the last: who was not told in time is not told three times at once.
    """
    if today > due_on + PATIENCE:
        return "escalated"
    if today > due_on:
        return "overdue"
    if today >= due_on - THREE_DAYS:
        return "three_days"
    return "two_weeks" if today >= due_on - TWO_WEEKS else ""


def note(today: date) -> int:
    """Note what is to be told today of every running promise; give how many.

    The office itself does it, for all institutions. A promise that the data show as met
    is late for nobody.
    """
    near = Commitment.objects.filter(state="open", due_on__lte=today + TWO_WEEKS)
    rows = [
        Reminder(
            commitment=one,
            institution_id=one.institution_id,
            kind=due_kind(one.due_on, today),
            due_on=one.due_on,
            noted_on=today,
        )
        for one in near.exclude(is_met=True).iterator(AT_A_TIME)
        if one.due_on is not None
    ]
    before = Reminder.objects.count()
    Reminder.objects.bulk_create(rows, batch_size=AT_A_TIME, ignore_conflicts=True)
    return Reminder.objects.count() - before


def unsent() -> list[Reminder]:
    """Give some of what was noted and not sent, the oldest first."""
    found = Reminder.objects.filter(sent_at=None).select_related(
        "commitment__owner_institution", "commitment__institution", "commitment__event"
    )
    return list(found.order_by("noted_on", "pk")[:AT_A_TIME])


def told_institutions(reminder: Reminder) -> set[int]:
    """Give the institutions whose people are told: the owner's, at last the keeper's too.

    What an owner outside the office promised is told to whoever wrote it down.
    """
    one = reminder.commitment
    owner = one.owner_institution_id or one.institution_id
    if reminder.kind != "escalated":
        return {owner}
    kept = one.event.institution_id if one.event else one.institution_id
    return {owner, one.institution_id, kept}


@dataclass(frozen=True)
class Told:
    """Somebody who is told, in their language."""

    email: str
    language: str


def people(institutions: Iterable[int], today: date) -> list[Told]:
    """Give who is told in some institutions: those who write down what meetings agree."""
    held = holding(
        Appointment.objects.filter(
            in_roles_with(TELLS), institution_id__in=list(institutions)
        ),
        today,
    )
    users = User.objects.filter(pk__in=held.values("user_id"), is_active=True)
    return [Told(one.email, one.language) for one in users.order_by("pk")]


def send(reminder: Reminder, today: date) -> int:
    """Send one reminder to everybody it is for, and note that it went; give how many.

    A fault of the mail server leaves it unsent.
    """
    told = people(told_institutions(reminder), today)
    letters = [_letter(reminder, one, today) for one in told]
    if letters:
        get_connection().send_messages(letters)
    reminder.sent_at, reminder.people = timezone.now(), len(letters)
    reminder.save(update_fields=["sent_at", "people"])
    act.record(
        by=None,
        verb="remind",
        noun="commitment",
        noun_id=reminder.commitment_id,
        kind=reminder.kind,
        people=len(letters),
    )
    return len(letters)


def _body(reminder: Reminder, today: date) -> str:
    """Say the promise; whoever is told of what another owes is told why."""
    told = wording.message(reminder.commitment, today)
    if reminder.kind != "escalated":
        return told
    why = _("Diteruskan kepada pencatat rapat: lewat seminggu dan belum tercapai.")
    return f"{why}\n{told}"


def _letter(reminder: Reminder, told: Told, today: date) -> EmailMessage:
    with translation.override(told.language):
        return EmailMessage(
            subject=wording.subject(reminder.commitment, today),
            body=_body(reminder, today),
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[told.email],
        )
