"""Forgetting the money of cases past their term, before the cases themselves go.

What follows from other rows goes first: allocations and recoveries, then instalments
with their plans, payments, lines with their debts.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from naungan.casework import act
from naungan.casework.collection.models import (
    Allocation,
    Debt,
    DebtLine,
    Instalment,
    InstalmentPlan,
    Payment,
    Recovery,
    WorkerGained,
)
from naungan.casework.compliance import erasure as cases


def remove(before: datetime) -> int:
    """Remove cases that were closed before a moment, their money first; all or nothing."""
    with transaction.atomic():
        found = list(cases.ended(before).values_list("pk", flat=True))
        gone = sum(hanging.delete()[0] for hanging in _hanging(found))
        if gone:
            act.record(
                by=None,
                verb="erase",
                noun="debt",
                noun_id=gone,
                reason="retention",
            )
        return cases.remove(before)


def _hanging(found: Sequence[int]) -> list[QuerySet[Any]]:
    """Give what hangs on cases, in the order in which it can go."""
    models = (
        Allocation.objects,
        Recovery.objects,
        WorkerGained.objects,
        Instalment.objects,
        InstalmentPlan.objects,
        Payment.objects,
        DebtLine.objects,
        Debt.objects,
    )
    return [one.filter(case_id__in=found) for one in models]
