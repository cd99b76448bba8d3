"""Every act on people and their roles: keyword-only, one transaction, audited."""

import hashlib
import secrets
from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from naungan.casework import act, clock
from naungan.casework.accounts import access
from naungan.casework.accounts.models import Appointment, Institution, Invitation, User
from naungan.casework.accounts.scope import Scope, enter, of_appointment, tell


INVITATION_DAYS: Final = 7
CODE_BYTES: Final = 24


def invite(
    *,
    by: Scope,
    email: str,
    institution: Institution,
    role: str,
    from_on: date | None = None,
    until_on: date | None = None,
) -> tuple[Invitation, str]:
    """Keep a place for somebody; give the code that only they will learn."""
    access.check_gives(by=by, institution=institution, role=role)
    access.check_days(from_on=from_on, until_on=until_on)
    known = User.objects.filter(email=email.lower()).first()
    access.check_not_self(by=by, user_id=known.pk if known else None)
    access.check_free(
        user=known,
        institution=institution,
        role=role,
        on=from_on or clock.today(),
    )
    code = secrets.token_urlsafe(CODE_BYTES)
    with transaction.atomic():
        invitation = Invitation.objects.create(
            email=email.lower(),
            institution=institution,
            role=role,
            from_on=from_on,
            until_on=until_on,
            code_hash=hashed(code),
            invited_by_id=by.user_id,
            expires_at=timezone.now() + timedelta(days=INVITATION_DAYS),
        )
        act.record(
            by=by,
            verb="invite",
            noun="invitation",
            noun_id=invitation.pk,
            institution=institution.code,
            role=role,
        )
    return invitation, code


def withdraw(*, by: Scope, invitation: Invitation) -> None:
    """Take an invitation back; its code opens nothing any more."""
    access.check_manages(by=by, institution=invitation.institution)
    access.check_unanswered(invitation)
    with transaction.atomic():
        invitation.withdrawn_at = timezone.now()
        invitation.withdrawn_by_id = by.user_id
        invitation.save(update_fields=["withdrawn_at", "withdrawn_by"])
        act.record(by=by, verb="withdraw", noun="invitation", noun_id=invitation.pk)


def invite_again(*, by: Scope, invitation: Invitation) -> tuple[Invitation, str]:
    """Take an invitation back and make the same anew, with another code."""
    with transaction.atomic():
        withdraw(by=by, invitation=invitation)
        return invite(
            by=by,
            email=invitation.email,
            institution=invitation.institution,
            role=invitation.role,
            from_on=invitation.from_on,
            until_on=invitation.until_on,
        )


def accept(*, invitation: Invitation, name: str, password: str, on: date) -> User:
    """Let the invited person in: the account, where there is none, and the role."""
    access.check_open(invitation)
    known = User.objects.filter(email=invitation.email).first()
    access.check_accepts(invitation=invitation, user=known)
    if known is not None and not known.check_password(password):
        _count_wrong_password(invitation)
        raise access.ActRefused("Surel ini sudah punya akun; tulis kata sandinya.")
    with transaction.atomic():
        user = known or User.objects.create_user(invitation.email, password, name=name)
        appointment = Appointment(
            user=user,
            institution=invitation.institution,
            role=invitation.role,
            from_on=max(on, invitation.from_on or on),
            until_on=invitation.until_on,
        )
        reach = of_appointment(appointment)
        enter(reach)
        _take(invitation, user)
        access.check_free(
            user=user,
            institution=invitation.institution,
            role=invitation.role,
            on=appointment.from_on,
        )
        appointment.save()
        act.record(by=reach, verb="accept", noun="invitation", noun_id=invitation.pk)
    return user


def _take(invitation: Invitation, user: User) -> None:
    """Mark an invitation as used; of two that come at once only one gets it."""
    access.check_open(
        Invitation.objects.select_related("institution")
        .select_for_update(of=("self",))
        .get(pk=invitation.pk)
    )
    invitation.accepted_at = timezone.now()
    invitation.accepted_by = user
    invitation.save(update_fields=["accepted_at", "accepted_by"])


def _count_wrong_password(invitation: Invitation) -> None:
    """Count, so that an invitation is no place to guess somebody's password."""
    tell(None, invitation.institution_id, every=False)
    Invitation.objects.filter(pk=invitation.pk).update(
        wrong_passwords=F("wrong_passwords") + 1
    )
    tell(None, None, every=False)


def appoint(
    *,
    by: Scope,
    user: User,
    institution: Institution,
    role: str,
    from_on: date,
    until_on: date | None = None,
    acting: str = "",
    acts_for: Appointment | None = None,
) -> Appointment:
    """Give a person a role, in their own right or acting for somebody."""
    access.check_gives(by=by, institution=institution, role=role)
    access.check_not_self(by=by, user_id=user.pk)
    access.check_days(from_on=from_on, until_on=until_on)
    access.check_acting(
        acting=acting,
        acts_for=acts_for,
        user=user,
        institution=institution,
        role=role,
        from_on=from_on,
    )
    if acts_for is None:
        access.check_free(user=user, institution=institution, role=role, on=from_on)
    with transaction.atomic():
        appointment = Appointment.objects.create(
            user=user,
            institution=institution,
            role=role,
            from_on=from_on,
            until_on=until_on,
            acting=acting,
            acts_for=acts_for,
        )
        act.record(
            by=by,
            verb="appoint",
            noun="appointment",
            noun_id=appointment.pk,
            user=user.pk,
            role=role,
            institution=institution.code,
            acting=acting,
            acts_for=acts_for.pk if acts_for else None,
            since=from_on.isoformat(),
            until=until_on.isoformat() if until_on else None,
        )
    return appointment


def end(
    *, by: Scope, appointment: Appointment, last_on: date | None, today: date
) -> None:
    """End an appointment after a last day, or at once where none is given."""
    with transaction.atomic():
        # Two administrators who end each other at once come one after the other.
        Institution.objects.select_for_update().order_by("pk").in_bulk()
        access.check_ends(by=by, appointment=appointment, last_on=last_on, today=today)
        if last_on is None:
            appointment.ended_at = timezone.now()
        else:
            appointment.until_on = last_on
        appointment.save(update_fields=["until_on", "ended_at"])
        act.record(
            by=by,
            verb="end",
            noun="appointment",
            noun_id=appointment.pk,
            user=appointment.user_id,
            until=last_on.isoformat() if last_on else "at once",
        )


def change_role(
    *, by: Scope, appointment: Appointment, role: str, from_on: date, today: date
) -> Appointment:
    """Give a person another role from a day: the old one ends the day before."""
    before = from_on - timedelta(days=1)
    at_once = before < max(today, appointment.from_on)
    with transaction.atomic():
        end(
            by=by,
            appointment=appointment,
            last_on=None if at_once else before,
            today=today,
        )
        return appoint(
            by=by,
            user=appointment.user,
            institution=appointment.institution,
            role=role,
            from_on=max(from_on, today),
        )


def found_office(
    *,
    name: str,
    kind: str,
    code: str,
    region_code: str,
    email: str,
    person: str,
    password: str,
    on: date,
) -> Appointment:
    """Make the first institution and its first administrator, once, before anybody."""
    access.check_empty()
    with transaction.atomic():
        institution = Institution.objects.create(
            code=code, kind=kind, name=name, region_code=region_code
        )
        user = User.objects.create_user(email, password, name=person)
        appointment = Appointment(
            user=user, institution=institution, role="office_administrator", from_on=on
        )
        enter(of_appointment(appointment))
        appointment.save()
        act.record(
            by=of_appointment(appointment),
            verb="found",
            noun="institution",
            noun_id=institution.pk,
            code=code,
        )
    return appointment


def hashed(code: str) -> str:
    """Give the fingerprint under which an invitation's code is kept."""
    return hashlib.sha256(code.encode()).hexdigest()
