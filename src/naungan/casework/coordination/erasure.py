"""Forgetting who was at events past their term: what was agreed stays, names go."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from naungan.casework import act, clock
from naungan.casework.coordination.models import (
    AgendaItem,
    Approval,
    Attendance,
    Event,
    EventPaper,
    Minutes,
    Official,
    Quote,
)
from naungan.casework.correspondence import papers


def old(before: datetime) -> QuerySet[Event]:
    """Give the events of before a moment that still name people."""
    held = Q(sort_on__lt=clock.local_day(before)) | Q(sort_on=None, made_at__lt=before)
    return Event.objects.filter(held, erased_at=None).order_by("pk")


def count(before: datetime) -> int:
    """Count the events past the term."""
    return old(before).count()


def remove(before: datetime) -> int:
    """Empty names, quotes, scans and minutes past the term; the removal is on record."""
    with transaction.atomic():
        found = list(old(before).values_list("pk", flat=True))
        _forget_people(found)
        _forget_papers(found)
        Event.objects.filter(pk__in=found).update(
            erased_at=timezone.now(), sign_in_hash="", sign_in_until=None
        )
        if found:
            act.record(
                by=None,
                verb="erase",
                noun="event",
                noun_id=len(found),
                reason="retention",
            )
    return len(found)


def _forget_people(events: list[int]) -> None:
    of_events = Attendance.objects.filter(event_id__in=events)
    # A row must say something: where nothing but the name stood, a dash stays.
    of_events.filter(position="", home_name="").update(position="–")
    of_events.update(name="", represents="", official=None)
    Quote.objects.filter(event_id__in=events).delete()
    AgendaItem.objects.filter(event_id__in=events).update(speaker="")
    attends = Attendance.objects.filter(official_id=OuterRef("pk"))
    unnamed = Official.objects.filter(~Exists(attends))
    Official.objects.filter(joined_into__in=unnamed).update(joined_into=None)
    unnamed.delete()


def _forget_papers(events: list[int]) -> None:
    for paper in EventPaper.objects.filter(event_id__in=events):
        papers.release(institution_id=paper.institution_id, sha256=paper.sha256)
        paper.delete()
    signed = Approval.objects.filter(minutes__event_id__in=events)
    for one in signed.exclude(scan=""):
        papers.release(institution_id=one.institution_id, sha256=one.scan)
    signed.update(official_name="", official_position="", scan="", scan_name="")
    Minutes.objects.filter(event_id__in=events).update(content={})
