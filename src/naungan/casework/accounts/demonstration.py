"""Invented people for every desk of the demonstration; nothing else has them."""

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts import scope
from naungan.casework.accounts.desks import (
    DESKS,
    DOMAIN,
    PASSWORD,
    SINCE,
    Desk,
    address,
)
from naungan.casework.accounts.models import Appointment, Institution, User
from naungan.casework.accounts.scope import Scope


APPROVED = ("bpjs_branch",)
"""Kinds of institutions where a second person approves a file, to be seen at work."""


def person_at(name: str) -> Scope | None:
    """Give the scope of whoever sits at a desk; None where nobody does yet.

    The database must be told before that every row may be seen.
    """
    held = Appointment.objects.select_related("institution").filter(
        user__email=f"{name}@{DOMAIN}"
    )
    found = held.first()
    return scope.of_appointment(found) if found else None


def people_desks() -> int:
    """Make what is missing of the desks, whatever is there stays; give how many."""
    assert settings.DEMO, "invented people belong to the demonstration"
    with transaction.atomic():
        scope.tell(None, None, every=True)
        there = set(User.objects.values_list("email", flat=True))
        missing = [desk for desk in DESKS if address(desk) not in there]
        # Hashing is slow on purpose; one known password is hashed once.
        password = make_password(PASSWORD) if missing else ""
        for desk in missing:
            _people(desk, password)
    return len(missing)


def _people(desk: Desk, password: str) -> None:
    code = "-".join(desk.institution.lower().split())[:50]
    institution, _ = Institution.objects.get_or_create(
        code=code,
        defaults={
            "kind": desk.kind,
            "name": desk.institution,
            "region_code": desk.region_code,
            "needs_approval": desk.kind in APPROVED,
        },
    )
    user = User.objects.create(email=address(desk), password=password, name=desk.person)
    Appointment.objects.create(
        user=user, institution=institution, role=desk.role, from_on=SINCE
    )
    act.record(by=None, verb="invent", noun="user", noun_id=user.pk, role=desk.role)
