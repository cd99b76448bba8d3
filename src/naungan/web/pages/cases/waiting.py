"""How much in cases waits for an institution: counted with what waits elsewhere."""

from typing import Any

from django.db.models import QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.models import HandOver
from naungan.casework.compliance.queries import cases
from naungan.casework.compliance.queries.day import mandates_to_enter
from naungan.casework.compliance.queries.lists import waiting


def rows(scope: Scope) -> list[QuerySet[Any]]:
    """Give what a day shows as waiting: answers, steps, hand-overs, mandates to enter."""
    ours = cases(scope).filter(waiting(scope, "us") | waiting(scope, "reply"))
    sent = HandOver.objects.filter(to_id=scope.institution_id, state="sent")
    return [ours.filter(state="open"), sent, mandates_to_enter(scope)]
