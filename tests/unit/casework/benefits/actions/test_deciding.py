"""What a branch decides: complete, approved as the law gives, refused with a way on, paid."""

from datetime import date

import pytest
from tests.unit.casework.benefits.conftest import TODAY, bring

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.audit.models import Act
from naungan.casework.benefits.actions import deciding, facts, papers, reporting
from naungan.casework.benefits.due import due
from naungan.casework.benefits.wanted import missing


DAY = date(2025, 11, 13)
FULL_IDR = 42_000_000


@pytest.fixture
def collecting(desks, reported):
    scope.enter(desks.branch)
    return reporting.receive(by=desks.branch, claim=reported, today=TODAY)


def test_a_claim_is_not_complete_before_the_law_s_papers_are_in(desks, collecting):
    with pytest.raises(ActRefused, match="akta kematian.*ahli waris"):
        deciding.complete(by=desks.branch, claim=collecting, on=TODAY, today=TODAY)
    bring(desks.officer, collecting)
    deciding.complete(by=desks.branch, claim=collecting, on=DAY, today=TODAY)
    # Three working days after Thursday 13 November 2025 is Tuesday.
    assert (collecting.state, collecting.pay_by) == ("complete", date(2025, 11, 18))


def test_a_paper_may_be_left_out_with_a_reason(desks, collecting):
    codes = [one.code for one in missing(collecting)]
    for code in codes:
        papers.waive(
            by=desks.officer,
            claim=collecting,
            code=code,
            reason="Sudah ada dalam data cabang",
            today=TODAY,
        )
    deciding.complete(by=desks.branch, claim=collecting, on=DAY, today=TODAY)
    assert collecting.state == "complete"


def test_the_answer_of_the_law_is_frozen_with_the_approval(desks, complete):
    deciding.approve(by=desks.branch, claim=complete, on=DAY, today=TODAY)
    assert (complete.due_idr, complete.payer) == (FULL_IDR, "bpjs")
    assert complete.due["results"]["total"] == FULL_IDR
    assert complete.law_version == due(complete).answer.law_version
    deciding.undo(
        by=desks.branch, claim=complete, reason="Ahli warisnya keliru", today=TODAY
    )
    assert (complete.state, complete.due_idr, complete.due) == ("complete", None, {})


def test_only_whoever_decides_claims_approves(desks, complete):
    for desk in (desks.officer, desks.village, desks.stranger):
        scope.enter(desk)
        with pytest.raises(ActRefused):
            deciding.approve(by=desk, claim=complete, on=DAY, today=TODAY)


def test_a_newcomer_is_approved_the_funeral_alone(desks, complete):
    facts.set_facts(
        by=desks.officer,
        claim=complete,
        facts={**complete.facts, "joined": "2025-10", "contribution_months": "1"},
        today=TODAY,
    )
    deciding.approve(by=desks.branch, claim=complete, on=DAY, today=TODAY)
    assert complete.due_idr == 10_000_000


def test_what_the_law_does_not_pay_is_not_approved(desks, complete):
    facts.set_facts(
        by=desks.officer,
        claim=complete,
        facts={**complete.facts, "active": "tidak"},
        today=TODAY,
    )
    with pytest.raises(ActRefused, match="tidak ada yang dibayar"):
        deciding.approve(by=desks.branch, claim=complete, on=DAY, today=TODAY)


def test_an_unregistered_wage_earner_is_owed_by_the_employer(desks, complete):
    stated = {"segment": "PU", "registered": "tidak"}
    facts.set_facts(by=desks.officer, claim=complete, facts=stated, today=TODAY)
    with pytest.raises(ActRefused, match="pemberi kerja"):
        deciding.approve(by=desks.branch, claim=complete, on=DAY, today=TODAY)
    deciding.burden(
        by=desks.branch,
        claim=complete,
        employer_name="PT Kebun Rekaan",
        npp="",
        on=DAY,
        today=TODAY,
    )
    assert (complete.state, complete.payer) == ("employer", "employer")
    assert complete.due_idr == FULL_IDR


def test_nothing_is_laid_on_an_employer_who_owes_nothing(desks, complete):
    with pytest.raises(ActRefused, match="tidak menanggung"):
        deciding.burden(
            by=desks.branch,
            claim=complete,
            employer_name="PT Kebun Rekaan",
            npp="",
            on=DAY,
            today=TODAY,
        )


def test_a_refusal_has_a_reason_and_an_objection_opens_it_again(desks, complete):
    said = {"by": desks.branch, "claim": complete, "on": DAY, "today": TODAY}
    with pytest.raises(ActRefused, match="alasannya"):
        deciding.refuse(**said, code="inactive", reason="tidak")
    deciding.refuse(**said, code="inactive", reason="Iuran Oktober belum masuk")
    assert (complete.state, complete.refusal) == ("refused", "inactive")
    scope.enter(desks.village)
    deciding.accept_objection(
        by=desks.village,
        claim=complete,
        reason="Bukti bayar Oktober dilampirkan",
        today=TODAY,
    )
    assert (complete.state, complete.refusal) == ("collecting", "")
    assert complete.complete_on is None


def test_another_amount_than_approved_needs_a_reason(desks, complete):
    deciding.approve(by=desks.branch, claim=complete, on=DAY, today=TODAY)
    said = {
        "by": desks.branch,
        "claim": complete,
        "paid_on": DAY,
        "reference": "TRX",
        "today": TODAY,
    }
    with pytest.raises(ActRefused, match="alasannya"):
        deciding.pay(**said, amount_idr=FULL_IDR - 1)
    deciding.pay(**said, amount_idr=FULL_IDR - 1, why_other="Pembulatan bank penerima")
    assert (complete.state, complete.paid_idr) == ("paid", FULL_IDR - 1)
    assert complete.closed_at is not None


def test_every_act_is_on_record_and_names_nobody(paid):
    acts = Act.objects.filter(noun="claim", noun_id=str(paid.pk))
    verbs = [one.verb for one in acts.order_by("pk")]
    assert verbs[0] == "receive"  # the report is on record where it was written
    assert verbs[-3:] == ["complete", "approve", "pay"]
    assert all("Orang" not in str(one.details) for one in acts)
