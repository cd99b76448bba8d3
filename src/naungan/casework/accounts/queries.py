"""What pages ask about institutions and people; the scope is always given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Count, Q, QuerySet

from naungan.casework.accounts.actions import hashed
from naungan.casework.accounts.models import Appointment, Institution, Invitation, User
from naungan.casework.accounts.roles import ROLES
from naungan.casework.accounts.scope import Scope, holding, show_invitation


@dataclass(frozen=True)
class Wanted:
    """Which appointments a list shows: a word of the name, a role, an institution."""

    word: str = ""
    role: str = ""
    institution_id: int | None = None
    past: bool = False


def appointments(scope: Scope) -> QuerySet[Appointment]:
    """Give the appointments that a scope manages, newest institutions by name."""
    found = Appointment.objects.select_related("user", "institution", "acts_for__user")
    return (
        found
        if scope.every_institution
        else found.filter(institution_id=scope.institution_id)
    )


def people_of(
    scope: Scope, on: date, wanted: Wanted | None = None
) -> QuerySet[Appointment]:
    """Give the appointments that hold on a day or begin later; the past where wanted."""
    sought = wanted or Wanted()
    found = appointments(scope)
    if not sought.past:
        found = found.filter(Q(until_on__isnull=True) | Q(until_on__gte=on))
        found = found.filter(ended_at__isnull=True)
    if sought.word:
        found = found.filter(
            Q(user__name__icontains=sought.word) | Q(user__email__icontains=sought.word)
        )
    if sought.role:
        found = found.filter(role=sought.role)
    if sought.institution_id:
        found = found.filter(institution_id=sought.institution_id)
    return found


def colleagues(scope: Scope, on: date) -> QuerySet[User]:
    """Give the people who work in one's institution on a day, by their names."""
    here = holding(Appointment.objects.filter(institution_id=scope.institution_id), on)
    return User.objects.filter(pk__in=here.values("user_id")).order_by("name")


def person(scope: Scope, user_id: int) -> User | None:
    """Give a person who has or had an appointment in the scope."""
    return (
        User.objects.filter(pk=user_id, appointments__in=appointments(scope))
        .distinct()
        .first()
    )


def invitations(scope: Scope) -> QuerySet[Invitation]:
    """Give the invitations of a scope that wait for an answer."""
    found = Invitation.objects.select_related("institution", "invited_by").filter(
        accepted_at__isnull=True, withdrawn_at__isnull=True
    )
    return (
        found
        if scope.every_institution
        else found.filter(institution_id=scope.institution_id)
    )


def institutions(scope: Scope) -> QuerySet[Institution]:
    """Give the institutions whose people a scope may manage."""
    found = Institution.objects.filter(closed_on__isnull=True)
    return found if scope.every_institution else found.filter(pk=scope.institution_id)


def every_institution(on: date) -> QuerySet[Institution]:
    """Give all institutions, open ones first, with how many people work in each."""
    held = Q(appointments__ended_at=None, appointments__from_on__lte=on) & (
        Q(appointments__until_on=None) | Q(appointments__until_on__gte=on)
    )
    return Institution.objects.annotate(
        people=Count("appointments__user", filter=held, distinct=True)
    ).order_by("-closed_on", "name")


def invitation_of(code: str) -> Invitation | None:
    """Find the invitation of a code, whoever asks: the code is the key."""
    code_hash = hashed(code)
    show_invitation(code_hash)
    return (
        Invitation.objects.select_related("institution")
        .filter(code_hash=code_hash)
        .first()
    )


def meant_by(power: str) -> list[tuple[str, str]]:
    """Give each role that has a power, with the kind of institution where it has it."""
    return [
        (role.code, kind)
        for role in ROLES.values()
        for kind in role.kinds
        if power in role.powers_in(kind)
    ]


def in_roles_with(power: str) -> Q:
    """Give the condition of appointments whose role has a power in their institution."""
    may = Q(pk__in=[])
    for role, kind in meant_by(power):
        may |= Q(role=role, institution__kind=kind)
    return may


def where_somebody_may(institutions: Iterable[int], power: str, on: date) -> set[int]:
    """Tell in which of some institutions somebody has a power on a day, and never who.

    Appointments of others are in nobody's sight; the database answers this one
    question, with numbers that were handed in and nothing else.
    """
    meant = meant_by(power)
    roles, kinds = [role for role, _ in meant], [kind for _, kind in meant]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT accounts_held_where(%s::bigint[], %s::text[], %s::text[], %s)",
            [list(institutions), roles, kinds, on],
        )
        return {row[0] for row in cursor.fetchall()}
