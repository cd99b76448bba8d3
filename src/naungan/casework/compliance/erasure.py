"""Forgetting cases past their term, whole: the case, its steps, replies and papers."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from naungan.casework import act, clock
from naungan.casework.compliance.models import (
    Case,
    CaseFinding,
    CaseNote,
    HandOver,
    Paper,
    Participation,
    PlannedVisit,
    Reply,
    Skk,
    StepTaken,
    Team,
    TeamMember,
    UploadLink,
    VisitMember,
    VisitRecord,
)
from naungan.casework.correspondence import papers


def ended(before: datetime) -> QuerySet[Case]:
    """Give the cases that were closed before a moment."""
    return Case.objects.filter(state="closed", closed_on__lt=clock.local_day(before))


def count(before: datetime) -> int:
    """Count the cases past the term."""
    return ended(before).count()


def remove(before: datetime) -> int:
    """Remove cases past the term with all that hangs on them; it is on record."""
    with transaction.atomic():
        found = list(ended(before).values_list("pk", flat=True))
        _visits(found)
        for hanging in _hanging(found):
            hanging.delete()
        mandates = Skk.objects.filter(case_id__in=found)
        mandates.update(parent=None)
        mandates.delete()
        Participation.objects.filter(case_id__in=found).delete()
        Case.objects.filter(pk__in=found).delete()
        _forget_teams(before)
        if found:
            act.record(
                by=None,
                verb="erase",
                noun="case",
                noun_id=len(found),
                reason="retention",
            )
    return len(found)


def _hanging(cases: list[int]) -> list[QuerySet[Any]]:
    """Give what hangs on cases, in the order in which it can go."""
    return [
        model.filter(case_id__in=cases)
        for model in (
            Reply.objects,
            UploadLink.objects,
            StepTaken.objects,
            CaseFinding.objects,
            CaseNote.objects,
            HandOver.objects,
        )
    ]


def _visits(cases: list[int]) -> None:
    records = VisitRecord.objects.filter(case_id__in=cases)
    kept = Paper.objects.filter(Q(case_id__in=cases) | Q(visit__in=records))
    for paper in kept:
        papers.release(institution_id=paper.institution_id, sha256=paper.sha256)
    kept.delete()
    records.update(replaces=None)
    records.delete()
    plans = PlannedVisit.objects.filter(case_id__in=cases, records=None)
    VisitMember.objects.filter(visit__in=plans).delete()
    plans.delete()
    PlannedVisit.objects.filter(case_id__in=cases).update(case=None)


def _forget_teams(before: datetime) -> None:
    """Empty the names of teams that ended: which institutions took part stays."""
    old = Team.objects.filter(until_on__lt=clock.local_day(before))
    TeamMember.objects.filter(team__in=old).update(user=None, name="", position="")
