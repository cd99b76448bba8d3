"""Families are named no more past the term; money, days and states still count."""

from datetime import timedelta

from django.utils import timezone

from naungan.casework.benefits import erasure
from naungan.casework.benefits.queries import figures


def test_only_settled_claims_are_past_the_term(desks, reported):
    later = timezone.now() + timedelta(days=1)
    assert erasure.count(later) == 0
    assert erasure.remove(later) == 0


def test_an_erased_claim_names_nobody_and_keeps_its_money(desks, paid):
    later = timezone.now() + timedelta(days=1)
    amount = paid.paid_idr
    assert figures.whole(desks.branch).paid_idr == amount
    assert erasure.count(later) == 1
    assert erasure.remove(later) == 1
    paid.refresh_from_db()
    assert (paid.name, paid.nik, paid.birth_date, paid.due) == ("", None, None, {})
    assert (paid.paid_idr, paid.state) == (amount, "paid")
    assert figures.whole(desks.branch).paid_idr == amount
    assert erasure.remove(later) == 0
