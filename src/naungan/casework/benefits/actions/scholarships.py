"""Scholarships year by year: planned with the approval, paid on proof of schooling."""

from datetime import date

from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits import access
from naungan.casework.benefits.due import Due
from naungan.casework.benefits.models import Claim, Tranche


def plan(*, by: Scope, claim: Claim, found: Due) -> None:
    """Write the school years that the law's answer pays, child by child.

    The law was told no names: it numbers the children in the order of the claim.
    """
    children = list(claim.children.order_by("pk"))
    Tranche.objects.bulk_create(
        Tranche(
            claim=claim,
            institution_id=by.institution_id,
            child=children[_place(course["name"])],
            position=position,
            year=year["year"],
            level=year["level"],
            grade=year["grade"],
            amount_idr=year["amount"],
        )
        for course in found.answer.results.get("scholarship_children", ())
        for position, year in enumerate(course["years"], 1)
    )


def _place(name: str) -> int:
    """Read which child a course is about from its last word."""
    return int(name.rsplit("-", 1)[-1]) - 1


def forget(claim: Claim) -> None:
    """Take the plan away with the approval; nothing of it may be paid yet."""
    if claim.tranches.filter(paid_on__isnull=False).exists():
        raise ActRefused("Beasiswanya sudah dibayar; persetujuan ini tetap.")
    claim.tranches.all().delete()


def pay_tranche(
    *, by: Scope, tranche: Tranche, paid_on: date, reference: str, today: date
) -> None:
    """Record that a school year was paid."""
    access.check_decides(by=by, claim=tranche.claim)
    access.check_day(paid_on, today, after=tranche.claim.decided_on)
    _check_open(tranche)
    with transaction.atomic():
        tranche.paid_on, tranche.reference = paid_on, reference.strip()
        tranche.save(update_fields=["paid_on", "reference"])
        _record(by, "pay", tranche)


def drop_tranche(*, by: Scope, tranche: Tranche, reason: str) -> None:
    """Say why a school year is not paid: the child left school, married or works."""
    access.check_decides(by=by, claim=tranche.claim)
    access.check_reason(reason)
    _check_open(tranche)
    with transaction.atomic():
        tranche.dropped_reason = reason.strip()
        tranche.save(update_fields=["dropped_reason"])
        _record(by, "drop", tranche)


def _check_open(tranche: Tranche) -> None:
    if tranche.paid_on is not None or tranche.dropped_reason:
        raise ActRefused("Tahun beasiswa ini sudah diputus.")


def _record(by: Scope, verb: str, tranche: Tranche) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="scholarship_year",
        noun_id=tranche.pk,
        claim=tranche.claim_id,
        amount=tranche.amount_idr,
    )
