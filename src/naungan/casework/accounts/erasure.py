"""Forgetting people whose term is over: the work they did stays, their name goes.

An erased person keeps a number, so that acts and appointments still point at
somebody; the number leads to no name, no address and no way in.
"""

from datetime import datetime
from typing import Final

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from naungan.casework import act, clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Appointment, Invitation, User
from naungan.casework.accounts.scope import holding
from naungan.casework.act import Doer


NOBODY: Final = "Orang {number} (dihapus)"
NOWHERE: Final = "dihapus-{number}@naungan.invalid"
SIGN_INS: Final = (AccessAttempt, AccessFailureLog, AccessLog)


def people(before: datetime) -> QuerySet[User]:
    """Give whoever has no appointment left, the last ended before a moment."""
    later = Appointment.objects.filter(user=OuterRef("pk")).filter(
        Q(ended_at__gte=before)
        | Q(ended_at=None)
        & (Q(until_on=None) | Q(until_on__gte=clock.local_day(before)))
    )
    return User.objects.filter(
        ~Exists(later), erased_at=None, date_joined__lt=before
    ).order_by("pk")


def count_people(before: datetime) -> int:
    """Count whoever is past the term."""
    return people(before).count()


def erase_people(before: datetime) -> int:
    """Erase whoever is past the term."""
    with transaction.atomic():
        found = list(people(before))
        for user in found:
            erase(by=None, user=user, reason="retention")
    return len(found)


def check_erasable(user: User) -> None:
    """Refuse to erase somebody who still works here, or who is erased."""
    if user.erased_at is not None:
        raise ActRefused("Orang ini sudah dihapus.")
    own = Appointment.objects.filter(user=user)
    today = clock.today()
    if (
        holding(own, today).exists()
        or own.filter(from_on__gt=today, ended_at=None).exists()
    ):
        raise ActRefused("Orang ini masih bertugas; akhiri dahulu penugasannya.")


def erase(*, by: Doer | None, user: User, reason: str) -> None:
    """Take a person's name, address and ways in; their number stays."""
    check_erasable(user)
    with transaction.atomic():
        nowhere = NOWHERE.format(number=user.pk)
        for model in SIGN_INS:
            model.objects.filter(username=user.email).delete()
        EmailAddress.objects.filter(user=user).delete()
        Authenticator.objects.filter(user=user).delete()
        Invitation.objects.filter(
            Q(accepted_by=user) | Q(email=user.email, accepted_at=None)
        ).update(email=nowhere)
        user.name, user.email = NOBODY.format(number=user.pk), nowhere
        user.is_active, user.erased_at = False, timezone.now()
        user.set_unusable_password()
        user.save()
        act.record(by=by, verb="erase", noun="user", noun_id=user.pk, reason=reason)


def _invited(before: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(accepted_at=None, expires_at__lt=before).exclude(
        email__endswith="@naungan.invalid"
    )


def count_invited(before: datetime) -> int:
    """Count invitations past the term that nobody accepted."""
    return _invited(before).count()


def erase_invited(before: datetime) -> int:
    """Take the addresses out of invitations past the term."""
    found = list(_invited(before))
    for invitation in found:
        invitation.email = NOWHERE.format(number=f"undangan-{invitation.pk}")
        invitation.save(update_fields=["email"])
    return len(found)


def count_sign_ins(before: datetime) -> int:
    """Count what is known of old sign-ins."""
    found = (model.objects.filter(attempt_time__lt=before) for model in SIGN_INS)
    return sum(one.count() for one in found)


def remove_sign_ins(before: datetime) -> int:
    """Remove what is known of old sign-ins."""
    count = count_sign_ins(before)
    for model in SIGN_INS:
        model.objects.filter(attempt_time__lt=before).delete()
    return count


def count_sessions(before: datetime) -> int:
    """Count sessions that ended before a moment."""
    return Session.objects.filter(expire_date__lt=before).count()


def remove_sessions(before: datetime) -> int:
    """Remove sessions that ended before a moment."""
    count = count_sessions(before)
    Session.objects.filter(expire_date__lt=before).delete()
    return count


def count_jobs(before: datetime) -> int:
    """Count jobs that finished before a moment."""
    return DBTaskResult.objects.filter(finished_at__lt=before).count()


def remove_jobs(before: datetime) -> int:
    """Remove jobs that finished before a moment."""
    count = count_jobs(before)
    DBTaskResult.objects.filter(finished_at__lt=before).delete()
    return count
