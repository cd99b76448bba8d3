"""Forgetting field work past its term: visits and assignments go, the acts stay."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from naungan.casework import act
from naungan.casework.fieldwork.models import Assignment, Dispatch, Visit
from naungan.casework.intake.models import Tombstone


def ended(before: datetime) -> QuerySet[Assignment]:
    """Give what ended before a moment, and whatever tells of a hidden person."""
    hidden = Tombstone.objects.filter(
        person_id=OuterRef("person_id"), region_code=OuterRef("series")
    )
    old = Assignment.objects.filter(ended_at__lt=before)
    return (old | Assignment.objects.filter(Exists(hidden))).order_by("pk")


def count(before: datetime) -> int:
    """Count the assignments past the term."""
    return ended(before).count()


def remove(before: datetime) -> int:
    """Remove assignments past the term with their visits; the removal is on record."""
    with transaction.atomic():
        found = list(ended(before).values_list("pk", flat=True))
        visits = Visit.objects.filter(assignment_id__in=found)
        visits.update(replaces=None)
        visits.delete()
        Assignment.objects.filter(pk__in=found).delete()
        Dispatch.objects.filter(assignments=None).delete()
        if found:
            act.record(
                by=None,
                verb="erase",
                noun="assignment",
                noun_id=len(found),
                reason="retention",
            )
    return len(found)
