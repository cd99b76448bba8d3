"""Forgetting people on lists past their term: the line stays countable, nobody is named."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from naungan.casework import act, clock
from naungan.casework.intake.models import Tombstone
from naungan.casework.protection.models import Check, Entry, PaidMonth, Submission
from naungan.lib.dates import month_of


EMPTIED: Final[dict[str, Any]] = {
    **dict.fromkeys(("nik", "birth_date", "decile", "person_id"), None),
    **dict.fromkeys(("nik_written", "name", "sex", "occupation", "address"), ""),
    **dict.fromkeys(("phone", "reason", "note", "accepted_reason", "kpj"), ""),
    "refusal": "",
}


def ended(before: datetime) -> QuerySet[Entry]:
    """Give who stands in schemes that ended before a moment, and whoever is hidden."""
    hidden = Tombstone.objects.filter(
        person_id=OuterRef("person_id"), region_code=OuterRef("series")
    )
    known = Entry.objects.filter(erased_at=None)
    old = known.filter(scheme__until_month__lt=month_of(clock.local_day(before)))
    return (old | known.filter(Exists(hidden))).order_by("pk")


def _meetings(before: datetime) -> QuerySet[Submission]:
    """Give the village meetings behind schemes that ended before a moment."""
    return Submission.objects.filter(
        scheme__until_month__lt=month_of(clock.local_day(before))
    )


def count(before: datetime) -> int:
    """Count the people past the term."""
    return ended(before).count()


def remove(before: datetime) -> int:
    """Empty what names people past the term; states, months and money stay."""
    with transaction.atomic():
        found = list(ended(before).values_list("pk", flat=True))
        Check.objects.filter(entry_id__in=found).delete()
        PaidMonth.objects.filter(entry_id__in=found).update(nik=None)
        Entry.objects.filter(pk__in=found).update(**EMPTIED, erased_at=timezone.now())
        _meetings(before).update(leader="", countersigners="")
        if found:
            act.record(
                by=None,
                verb="erase",
                noun="scheme_person",
                noun_id=len(found),
                reason="retention",
            )
    return len(found)
