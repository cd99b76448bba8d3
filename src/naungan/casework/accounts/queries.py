"""What pages ask about institutions and people; the scope is always given."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from naungan.casework.accounts.actions import hashed
from naungan.casework.accounts.models import Appointment, Institution, Invitation
from naungan.casework.accounts.scope import Scope, show_invitation


def appointments(scope: Scope) -> QuerySet[Appointment]:
    """Give the appointments that a scope manages, newest institutions by name."""
    found = Appointment.objects.select_related("user", "institution", "acts_for__user")
    return (
        found
        if scope.every_institution
        else found.filter(institution_id=scope.institution_id)
    )


def people_of(scope: Scope, on: date) -> QuerySet[Appointment]:
    """Give the appointments that hold on a day."""
    return appointments(scope).filter(Q(until_on__isnull=True) | Q(until_on__gte=on))


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


def invitation_of(code: str) -> Invitation | None:
    """Find the invitation of a code, whoever asks: the code is the key."""
    code_hash = hashed(code)
    show_invitation(code_hash)
    return (
        Invitation.objects.select_related("institution")
        .filter(code_hash=code_hash)
        .first()
    )


def is_late(invitation: Invitation) -> bool:
    """Tell whether an invitation ran out."""
    return invitation.expires_at <= timezone.now()
