"""What a data officer asks of the logs, within a scope."""

from django.db.models import QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.audit.models import Act, Look


def acts(scope: Scope) -> QuerySet[Act]:
    """Give the acts of a scope's institution, newest first."""
    found = Act.objects.select_related("user", "institution").order_by("-id")
    return (
        found
        if scope.every_institution
        else found.filter(institution_id=scope.institution_id)
    )


def looks(scope: Scope) -> QuerySet[Look]:
    """Give the looks of a scope's institution, newest first."""
    found = Look.objects.select_related("user", "institution").order_by("-id")
    return (
        found
        if scope.every_institution
        else found.filter(institution_id=scope.institution_id)
    )
