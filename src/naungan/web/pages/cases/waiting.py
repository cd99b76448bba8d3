"""How much in cases waits for an institution: counted with what waits elsewhere."""

from typing import Any

from django.db.models import QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.models import Case, HandOver


def rows(scope: Scope) -> list[QuerySet[Any]]:
    """Give answers to be considered, and cases to be accepted or rejected."""
    here = scope.institution_id
    answered = Case.objects.filter(institution_id=here, state="open", waits_for="reply")
    return [answered, HandOver.objects.filter(to_id=here, state="sent")]
