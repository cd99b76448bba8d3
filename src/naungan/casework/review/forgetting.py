"""Verdicts past their term: they go, and their pairs wait for a verdict again."""

from datetime import datetime

from django.db import transaction

from naungan.casework import act
from naungan.casework.review.models import Verdict


def count_verdicts(before: datetime) -> int:
    """Count the verdicts past the term."""
    return Verdict.objects.filter(decided_at__lt=before).count()


def remove_verdicts(before: datetime) -> int:
    """Remove them, as the owner of the tables; what undid them goes along."""
    with transaction.atomic():
        count = count_verdicts(before)
        if count:
            Verdict.objects.filter(decided_at__lt=before).delete()
            act.record(
                by=None,
                verb="remove",
                noun="verdict",
                noun_id="",
                count=count,
                before=before.isoformat(),
            )
    return count
