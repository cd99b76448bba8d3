"""Every act on institutions and people: keyword-only, one transaction, audited."""

import hashlib
import secrets
from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from naungan.casework import act
from naungan.casework.accounts import access
from naungan.casework.accounts.models import Appointment, Institution, Invitation, User
from naungan.casework.accounts.scope import Scope, enter, of_appointment


INVITATION_DAYS: Final = 7
CODE_BYTES: Final = 24


def invite(
    *, by: Scope, email: str, institution: Institution, role: str
) -> tuple[Invitation, str]:
    """Keep a place for somebody; give the code that only they will learn."""
    access.check_invites(by=by, institution=institution, role=role)
    code = secrets.token_urlsafe(CODE_BYTES)
    with transaction.atomic():
        invitation = Invitation.objects.create(
            email=email.lower(),
            institution=institution,
            role=role,
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
    """Take an open invitation back; its code opens nothing any more."""
    access.check_manages(by=by, institution=invitation.institution)
    access.check_open(invitation)
    with transaction.atomic():
        invitation.withdrawn_at = timezone.now()
        invitation.withdrawn_by_id = by.user_id
        invitation.save(update_fields=["withdrawn_at", "withdrawn_by"])
        act.record(by=by, verb="withdraw", noun="invitation", noun_id=invitation.pk)


def accept(*, invitation: Invitation, name: str, password: str, on: date) -> User:
    """Let the invited person in: the account, where there is none, and the role."""
    access.check_open(invitation)
    with transaction.atomic():
        user = User.objects.filter(email=invitation.email).first()
        if user is None:
            user = User.objects.create_user(invitation.email, password, name=name)
        else:
            access.check_password(user, password)
        appointment = Appointment(
            user=user,
            institution=invitation.institution,
            role=invitation.role,
            from_on=on,
        )
        reach = of_appointment(appointment)
        enter(reach)
        appointment.save()
        invitation.accepted_at = timezone.now()
        invitation.accepted_by = user
        invitation.save(update_fields=["accepted_at", "accepted_by"])
        act.record(by=reach, verb="accept", noun="invitation", noun_id=invitation.pk)
    return user


def appoint(
    *,
    by: Scope,
    user: User,
    institution: Institution,
    role: str,
    from_on: date,
    acting: str = "",
    acts_for: Appointment | None = None,
) -> Appointment:
    """Give a person a role, in their own right or acting for somebody."""
    access.check_invites(by=by, institution=institution, role=role)
    access.check_acting(acting=acting, acts_for=acts_for, institution=institution)
    with transaction.atomic():
        appointment = Appointment.objects.create(
            user=user,
            institution=institution,
            role=role,
            from_on=from_on,
            acting=acting,
            acts_for=acts_for,
        )
        act.record(
            by=by,
            verb="appoint",
            noun="appointment",
            noun_id=appointment.pk,
            role=role,
            institution=institution.code,
            acting=acting,
        )
    return appointment


def end(*, by: Scope, appointment: Appointment, on: date) -> None:
    """End an appointment on a day; its past stays on record."""
    access.check_manages(by=by, institution=appointment.institution)
    access.check_not_own(by=by, appointment=appointment)
    with transaction.atomic():
        appointment.until_on = on
        appointment.save(update_fields=["until_on"])
        act.record(
            by=by,
            verb="end",
            noun="appointment",
            noun_id=appointment.pk,
            until=on.isoformat(),
        )


def open_institution(
    *, by: Scope, code: str, kind: str, name: str, region_code: str
) -> Institution:
    """Add an institution to the office."""
    access.check_power(by=by, power="manage_institutions")
    with transaction.atomic():
        institution = Institution.objects.create(
            code=code, kind=kind, name=name, region_code=region_code
        )
        act.record(
            by=by, verb="open", noun="institution", noun_id=institution.pk, code=code
        )
    return institution


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
