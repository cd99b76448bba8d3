"""Forgetting families past their term: money, states and days stay, nobody is named."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from naungan.casework import act
from naungan.casework.benefits.models import (
    Child,
    Claim,
    ClaimPaper,
    HandOver,
    Happening,
    Heir,
)
from naungan.casework.benefits.states import OVER, SETTLED
from naungan.casework.correspondence import papers


EMPTIED: Final[dict[str, Any]] = {
    **dict.fromkeys(("nik", "birth_date"), None),
    **dict.fromkeys(("name", "sex", "kpj", "place", "account", "teller"), ""),
    **dict.fromkeys(("phone", "employer_name", "npp", "refusal_text"), ""),
    **dict.fromkeys(("facts", "due"), {}),
}


def ended(before: datetime) -> QuerySet[Claim]:
    """Give the claims that were closed before a moment and still name somebody.

    A family may claim a scholarship for many years: their claim stays until the last.
    """
    old = Claim.objects.filter(
        state__in=(*SETTLED, *OVER), closed_at__lt=before, erased_at=None
    )
    waiting = Claim.objects.filter(
        tranches__paid_on__isnull=True, tranches__dropped_reason=""
    ).filter(tranches__isnull=False)
    return old.exclude(pk__in=waiting.values("pk")).order_by("pk")


def count(before: datetime) -> int:
    """Count the claims past the term."""
    return ended(before).count()


def remove(before: datetime) -> int:
    """Empty what names people past the term and let their papers go."""
    with transaction.atomic():
        found = list(ended(before).values_list("pk", flat=True))
        _release(found)
        Heir.objects.filter(claim_id__in=found).update(name="", phone="")
        Child.objects.filter(claim_id__in=found).update(name="", birth_date=None)
        HandOver.objects.filter(claim_id__in=found).update(receiver="")
        Happening.objects.filter(claim_id__in=found).update(text="")
        Claim.objects.filter(pk__in=found).update(**EMPTIED, erased_at=timezone.now())
        if found:
            act.record(
                by=None,
                verb="erase",
                noun="claim",
                noun_id=len(found),
                reason="retention",
            )
    return len(found)


def _release(claims: list[int]) -> None:
    held = ClaimPaper.objects.filter(claim_id__in=claims).exclude(sha256="")
    for paper in held:
        papers.release(institution_id=paper.institution_id, sha256=paper.sha256)
    held.update(sha256="", name="", size=0)
