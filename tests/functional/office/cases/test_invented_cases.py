"""The demonstration pursues employers: what the offices did agrees with the snapshots."""

import pytest
from django.db import transaction
from django.db.models import F, Sum
from django.urls import reverse
from django.utils import timezone
from tests.functional.office.conftest import BACKEND, shared_with_everybody
from tests.functional.office.small_district import publish_of
from tests.functional.office.test_evidence import plain

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.demonstration import people_desks, person_at
from naungan.casework.accounts.desks import DOMAIN
from naungan.casework.accounts.models import User
from naungan.casework.collection.demonstration import furnishing as arrears
from naungan.casework.collection.demonstration.stories import STORIES
from naungan.casework.collection.models import (
    Allocation,
    DebtLine,
    InstalmentPlan,
    Payment,
    Recovery,
)
from naungan.casework.compliance import queries
from naungan.casework.compliance.demonstration import furnishing as demonstration
from naungan.casework.compliance.demonstration.stories import CLAIM
from naungan.casework.compliance.models import (
    Case,
    CaseNote,
    PlannedVisit,
    Reply,
    Skk,
    StepTaken,
    VisitRecord,
)
from naungan.casework.intake import frozen


pytestmark = pytest.mark.django_db
UNREGISTERED = "unregistered_employer"
LATE = 4  # of every ten employers some register, as in the large districts


@pytest.fixture
def newest(founder, built, settings, monkeypatch):
    """Three published snapshots, in which some of the few employers register late."""
    settings.DEMO = True
    with transaction.atomic():
        people_desks()
    scope.enter(scope.of_appointment(founder))
    shared_with_everybody(founder)
    first, _, last = publish_of(founder, built)
    read = frozen.findings_now

    def told(publication, numbers):
        found = read(publication, numbers)
        since = publication.run - first.run
        return {number: _later(number, one, since) for number, one in found.items()}

    monkeypatch.setattr(frozen, "findings_now", told)
    return last


def _later(number, codes, since):
    """Let two of ten register by the second snapshot, two by the third: one on paper."""
    left = {code: one for code, one in codes.items() if code != UNREGISTERED}
    if UNREGISTERED not in codes or number % 10 >= LATE or not since:
        return codes
    if number % 10 < LATE // 2 or since > 1:
        return left | ({"partial_workers": codes[UNREGISTERED]} if number % 2 else {})
    return codes


def furnish(newest):
    demonstration.furnish(newest, is_last=True)
    arrears.furnish(newest, is_last=True)
    return at("kacab")


def at(desk):
    scope.tell(None, None, every=True)
    found = person_at(desk)
    scope.enter(found)
    return found


def counted():
    kinds = (Case, StepTaken, Reply, Skk, Payment, PlannedVisit, VisitRecord, CaseNote)
    return [kind.objects.count() for kind in kinds]


def noted(case, says):
    return case.notes.filter(kind="data_now_says", says=says)


def test_every_invented_case_is_in_the_funnel_once(newest):
    here, today = furnish(newest), timezone.localdate()
    found = queries.funnel(here, today.replace(year=2024, month=1, day=1), today)
    assert found.total == Case.objects.count() > len(STORIES) // 2
    assert found.total == sum(one.cases for one in found.standing)


def test_a_settled_case_has_its_proof_and_a_mere_claim_its_contradiction(newest):
    furnish(newest)
    settled = Case.objects.filter(track="registration_and_data", state="settled")
    assert settled.exists()
    for case in settled:
        assert noted(case, "gone").filter(code=UNREGISTERED).exists()
        claimed = Reply.objects.filter(case=case, text=CLAIM).exists()
        assert noted(case, "new").filter(code="partial_workers").exists() == claimed
    assert Reply.objects.filter(case__in=settled, text=CLAIM, state="considered")


def test_the_page_of_a_case_tells_what_later_data_say(newest, client):
    furnish(newest)
    case = Reply.objects.filter(text=CLAIM).first().case
    client.force_login(User.objects.get(email=f"kacab@{DOMAIN}"), BACKEND)
    page = plain(client.get(reverse("cases.one", args=[case.pk])))
    assert "tidak ditemukan lagi" in page
    assert "Temuan baru" in page


@pytest.mark.parametrize("place", range(0, len(STORIES), 2))
def test_the_money_of_invented_arrears_adds_up(newest, monkeypatch, place):
    monkeypatch.setattr(arrears, "STORIES", STORIES[place : place + 2])
    arrears.furnish(newest, is_last=True)
    at("kacab")
    assert Case.objects.filter(track="arrears").exists()
    assert not Payment.objects.filter(paid_on__gt=clock.today()).exists()
    for one in Payment.objects.all():
        parts = Allocation.objects.filter(payment=one).aggregate(n=Sum("amount_idr"))
        brought = Recovery.objects.get(payment=one)
        assert parts["n"] + one.surplus_idr == one.amount_idr
        assert brought.contribution_idr + brought.fine_idr == parts["n"]
    frozen_idr = DebtLine.objects.aggregate(n=Sum(F("employer_idr") + F("worker_idr")))
    got = Recovery.objects.aggregate(n=Sum("contribution_idr"))["n"] or 0
    assert got <= frozen_idr["n"]
    assert not InstalmentPlan.objects.filter(state="running").exists()


def test_what_was_invented_is_not_invented_again(newest):
    furnish(newest)
    before = counted()
    assert furnish(newest)
    assert counted() == before
    assert before[0] > 0
