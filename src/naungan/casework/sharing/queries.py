"""Whose rows a scope may see today, and which rules an institution gave or received."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.sharing.models import Sharing


@dataclass(frozen=True)
class Shared:
    """Rows that a scope may see: whose, in which region, with which columns.

    `region` "" means anywhere; `columns` None means all of them.
    """

    code: str
    region: str = ""
    columns: frozenset[str] | None = None


def owners(scope: Scope) -> tuple[Shared, ...]:
    """Give whose rows a scope may see today: its own, and what rules share with it."""
    rules = in_force(clock.today()).filter(_received_by(scope))
    given = rules.values_list("institution__code", "region_code", "columns")
    return (
        Shared(scope.institution_code),
        *(Shared(code, region, frozenset(columns)) for code, region, columns in given),
    )


def in_force(on: date) -> QuerySet[Sharing]:
    """Give the rules that hold on a day and were not ended."""
    return Sharing.objects.filter(
        from_on__lte=on, until_on__gte=on, ended_at__isnull=True
    )


def of_institution(scope: Scope) -> QuerySet[Sharing]:
    """Give every rule that the scope's institution gave or received, old ones too."""
    mine = Q(institution_id=scope.institution_id) | _received_by(scope)
    return Sharing.objects.filter(mine).select_related(
        "institution", "receiver", "given_by", "ended_by"
    )


def _received_by(scope: Scope) -> Q:
    kind = Institution.objects.filter(pk=scope.institution_id).values("kind")
    of_kind = Q(receiver_kind__in=kind) & ~Q(institution_id=scope.institution_id)
    return Q(receiver_id=scope.institution_id) | of_kind
