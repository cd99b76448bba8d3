"""How much in cases waits for an institution: counted with what waits elsewhere."""

from typing import Any

from django.db.models import QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.models import HandOver
from naungan.casework.compliance.queries import cases


def rows(scope: Scope) -> list[QuerySet[Any]]:
    """Give what a day shows as waiting: answers, steps, cases to accept or reject."""
    ours = cases(scope).filter(state="open", waits_for__in=("reply", "us"))
    return [ours, HandOver.objects.filter(to_id=scope.institution_id, state="sent")]
