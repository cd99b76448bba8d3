"""Claims, evidence and work stand beside what is measured."""

from datetime import date
from decimal import Decimal

import pytest
from tests.unit.casework.commitments.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.commitments.actions import following, promising
from naungan.casework.commitments.models import Claim, Commitment


LETTERS = {"indicator": "letters_sent", "target": Decimal(3)}


@pytest.fixture
def owed(promise, houses):
    return promise(**LETTERS, owner_institution=houses["dpmd"])


def test_an_owner_claims_and_the_data_contradict(owed, desks):
    scope.enter(desks.agency)
    seen = Commitment.objects.get(pk=owed.pk)
    following.claim(
        by=desks.agency, commitment=seen, claimed_on=TODAY, status="done", today=TODAY
    )
    seen.refresh_from_db()
    assert (seen.told, seen.verdict, seen.value) == ("done", "contradicted", 0)


def test_a_claim_of_tomorrow_an_unknown_one_and_one_by_a_guest_are_refused(owed, desks):
    whole = {"commitment": owed, "today": TODAY}
    with pytest.raises(ActRefused, match="belum tiba"):
        following.claim(
            by=desks.branch, claimed_on=date(2026, 11, 3), status="done", **whole
        )
    with pytest.raises(ActRefused, match="Pilih"):
        following.claim(by=desks.branch, claimed_on=TODAY, status="beres", **whole)
    scope.enter(desks.prosecutor)
    with pytest.raises(ActRefused, match="penanggung jawab"):
        following.claim(by=desks.prosecutor, claimed_on=TODAY, status="done", **whole)


def test_waiting_names_for_whom_and_nothing_else_does(owed, desks, houses):
    whole = {"by": desks.branch, "commitment": owed, "claimed_on": TODAY}
    for status, waits_on in (("waiting", None), ("done", houses["kejari"])):
        with pytest.raises(ActRefused, match="ditunggu"):
            following.claim(**whole, status=status, waits_on=waits_on, today=TODAY)
    following.claim(**whole, status="waiting", waits_on=houses["dinsos"], today=TODAY)
    scope.enter(desks.stranger)
    assert Commitment.objects.filter(pk=owed.pk).exists(), "whoever is waited for sees"


def test_without_a_figure_a_claim_waits_for_no_data(promise, desks):
    one = promise()
    following.claim(
        by=desks.branch, commitment=one, claimed_on=TODAY, status="done", today=TODAY
    )
    one.refresh_from_db()
    assert (one.told, one.verdict) == ("done", "")
    with pytest.raises(ActRefused, match="tidak diukur"):
        following.measure(by=desks.branch, commitment=one, today=TODAY)


def test_records_that_say_the_same_are_not_measured_again_but_known_of_today(
    promise, desks
):
    one = promise(**LETTERS)
    later = date(2026, 11, 20)
    assert following.measure(by=desks.branch, commitment=one, today=later) is None
    one.refresh_from_db()
    assert (one.as_of, one.measurements.count()) == (later, 1)


def test_evidence_is_a_remark_a_link_or_a_paper(owed, desks, settings, tmp_path):
    whole = {"by": desks.branch, "commitment": owed}
    with pytest.raises(ActRefused, match="ditunjukkan"):
        following.show(**whole, text=" ")
    assert following.show(**whole, text="Rapat").kind == "note"
    link = following.show(**whole, text="Berita", url="https://contoh.id/1")
    assert link.kind == "link"


def test_work_is_done_cancelled_and_taken_up_again(owed, desks):
    made = following.add_activity(by=desks.branch, commitment=owed, what="Cetak surat")
    whole = {"by": desks.branch, "today": TODAY, "done_on": None}
    done = following.move_activity(activity=made, verb="carry_out", **whole)
    assert (done.state, done.done_on) == ("done", TODAY)
    back = following.move_activity(activity=made, verb="reopen", **whole)
    assert (back.state, back.done_on) == ("planned", None)
    with pytest.raises(ActRefused, match="Tulis kegiatan"):
        following.add_activity(by=desks.branch, commitment=owed, what="")


def test_on_a_promise_that_ended_nothing_is_claimed(owed, desks):
    promising.abandon(by=desks.branch, commitment=owed, text="x", today=TODAY)
    with pytest.raises(ActRefused, match="sudah selesai"):
        following.claim(
            by=desks.branch,
            commitment=owed,
            claimed_on=TODAY,
            status="done",
            today=TODAY,
        )
    assert not Claim.objects.exists()
