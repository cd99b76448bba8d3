"""What a meeting lays before whoever takes part: a promise, a day to wait for, a chain."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.functional.office.meetings.test_meetings import (
    TODAY,
    branch,
    event,
    everywhere,
    note,
    village_office,
    written,
)
from tests.functional.office.test_evidence import plain

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.commitments.models import Claim, Commitment
from naungan.casework.coordination.models import Event


pytestmark = pytest.mark.django_db
WORLD = (branch, event, village_office)  # fixtures of the meeting that is under way
NEW = "janji baru untuk lembaga Anda"


def as_keeper(kept):
    """Let the test itself write rows as the institution that keeps a record."""
    scope.tell(None, kept.institution_id, every=True)


@pytest.fixture
def promised(event, branch):
    """A promise of the village office that stands in the minutes of a meeting."""
    note(branch, event, "commitment", "DPMD akan mendata semua desa")
    as_keeper(event)
    owner = Institution.objects.get(code="dpmd")
    Commitment.objects.update(owner_institution=owner, due_on=None)
    Event.objects.filter(pk=event.pk).update(state="approved")
    return Commitment.objects.get()


def test_a_promise_of_minutes_waits_for_its_owner_until_it_says_something(
    promised, branch, village_office
):
    assert f"1 {NEW}" in plain(village_office.get(reverse("home")))
    listed = village_office.get(reverse("meetings")).content.decode()
    assert reverse("promises.one", args=[promised.pk]) in listed
    assert NEW not in plain(branch.get(reverse("home")))
    scope.tell(None, promised.owner_institution_id, every=True)
    Claim.objects.create(
        commitment=promised,
        institution=promised.owner_institution,
        claimed_on=TODAY,
        status="running",
        recorded_by=promised.made_by,
    )
    assert NEW not in plain(village_office.get(reverse("home")))


def test_a_promise_found_by_words_says_that_it_is_late(promised, branch):
    as_keeper(promised)
    Commitment.objects.update(due_on=clock.today() - timedelta(days=9))
    found = branch.get(reverse("search"), {"q": "mendata"})
    assert "terlambat" in plain(found)


def test_a_meeting_of_a_later_day_is_not_begun_but_says_when(branch):
    day = TODAY + timedelta(days=35)
    branch.post(reverse("meetings.plan"), written(held_on=day.isoformat()))
    everywhere()
    planned = Event.objects.get()
    shown = branch.get(reverse("meetings.one", args=[planned.pk]))
    assert reverse("meetings.hold", args=[planned.pk]) not in shown.content.decode()
    assert "Rapat ini dapat dimulai pada" in plain(shown)


def test_a_party_is_not_told_that_a_chain_out_of_its_sight_is_none(
    event, branch, village_office
):
    at = reverse("meetings.one", args=[event.pk])
    assert "Belum tersambung" in plain(branch.get(at))
    assert "yang diikuti lembaga Anda" in plain(village_office.get(at))
    assert "Belum tersambung" not in plain(village_office.get(at))


def test_nobody_is_called_silent_while_a_statement_has_no_group(event, branch):
    note(branch, event, "statement", "Kejaksaan setuju")
    shown = plain(branch.get(reverse("meetings.synthesis", args=[event.pk])))
    assert "Tidak terdengar:" not in shown
    assert "1 pernyataan tanpa kelompok" in shown
