"""Forgetting letters past their term: files and names go, numbers and hashes stay."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from naungan.casework import act
from naungan.casework.correspondence import papers
from naungan.casework.correspondence.models import Letter


FORGOTTEN = ""


def old(before: datetime) -> QuerySet[Letter]:
    """Give the letters issued before a moment that are still whole."""
    return Letter.objects.filter(made_at__lt=before, erased_at=None).order_by("pk")


def count(before: datetime) -> int:
    """Count the letters past the term."""
    return old(before).count()


def remove(before: datetime) -> int:
    """Remove files, addressees and subjects past the term; the removal is on record."""
    with transaction.atomic():
        found = list(old(before))
        for one in found:
            for sha256 in (one.sha256, one.content_sha256):
                papers.release(institution_id=one.institution_id, sha256=sha256)
        Letter.objects.filter(pk__in=[one.pk for one in found]).update(
            subject=FORGOTTEN,
            addressee=FORGOTTEN,
            void_reason=FORGOTTEN,
            erased_at=timezone.now(),
        )
        if found:
            act.record(
                by=None,
                verb="erase",
                noun="letter",
                noun_id=len(found),
                reason="retention",
            )
    return len(found)
