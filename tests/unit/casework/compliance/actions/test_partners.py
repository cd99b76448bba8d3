"""Handing over: who is asked reads at once, and no longer after refusing."""

import pytest
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.compliance.actions import cases, partners
from naungan.casework.compliance.models import (
    Case,
    CaseFinding,
    CaseNote,
    HandOver,
    Participation,
    StepTaken,
)


pytestmark = pytest.mark.django_db


def seen(who):
    """Count what a scope sees of cases and of what hangs on them."""
    scope.enter(who)
    return [m.objects.count() for m in (Case, CaseFinding, StepTaken, CaseNote)]


def test_the_institution_asked_sees_the_case_whole_and_only_that_one(
    opened, take, offices, hand
):
    case = opened()
    opened("arrears")
    take(case, "warning_1")
    assert seen(offices.inspector) == [0, 0, 0, 0]
    sent = hand(case, offices.inspector, "join", accepts=False)
    case.refresh_from_db()
    assert case.waits_for == "other_institution"
    assert seen(offices.inspector) == [1, 1, 1, 0]
    assert seen(offices.prosecutor) == [0, 0, 0, 0]
    scope.enter(offices.inspector)
    partners.accept(by=offices.inspector, hand_over=sent, today=TODAY)
    cases.remark(by=offices.inspector, case=case, text="Kami periksa Senin.")
    assert seen(offices.inspector) == [1, 1, 1, 1]
    assert seen(offices.examiner) == [2, 2, 1, 1]


def test_whoever_rejects_sees_the_case_no_more_but_the_refusal(opened, offices, hand):
    case = opened()
    sent = hand(case, offices.inspector, "join", accepts=False)
    with pytest.raises(ActRefused, match="Tulis alasan"):
        partners.reject(by=offices.inspector, hand_over=sent, reason="", today=TODAY)
    scope.enter(offices.inspector)
    partners.reject(
        by=offices.inspector, hand_over=sent, reason="Bukan wilayah kami.", today=TODAY
    )
    assert seen(offices.inspector)[0] == 0
    assert HandOver.objects.get().reason == "Bukan wilayah kami."
    scope.enter(offices.examiner)
    assert Case.objects.get(pk=case.pk).waits_for == "us"


def test_what_was_taken_on_can_be_given_back_with_a_reason(opened, offices, hand):
    case = opened()
    sent = hand(case, offices.inspector, "join")
    partners.give_back(
        by=offices.inspector,
        hand_over=sent,
        reason="Selesai kami periksa.",
        today=TODAY,
    )
    assert seen(offices.inspector)[0] == 0
    scope.enter(offices.examiner)
    assert Participation.objects.get(case=case).until == TODAY


def test_what_was_sent_is_taken_back_before_it_is_answered(opened, offices, hand):
    case = opened()
    sent = hand(case, offices.inspector, "join", accepts=False)
    scope.enter(offices.examiner)
    partners.take_back(by=offices.examiner, hand_over=sent, today=TODAY)
    assert seen(offices.inspector)[0] == 0
    scope.enter(offices.inspector)
    with pytest.raises(ActRefused, match="sudah berubah"):
        partners.accept(by=offices.inspector, hand_over=sent, today=TODAY)


def test_a_mandate_goes_to_prosecutors_and_nothing_to_oneself(opened, offices, hand):
    case = opened()
    with pytest.raises(ActRefused, match="tidak menangani"):
        hand(case, offices.inspector, "mandate")
    with pytest.raises(ActRefused, match="tidak dapat diserahkan"):
        hand(case, offices.examiner, "join")
    hand(case, offices.inspector, "report", accepts=False)
    with pytest.raises(ActRefused, match="masih menunggu"):
        hand(case, offices.inspector, "join")


def test_only_whoever_was_asked_answers(opened, offices, hand):
    case = opened()
    sent = hand(case, offices.inspector, "join", accepts=False)
    for stranger in (offices.prosecutor, offices.examiner):
        scope.enter(stranger)
        with pytest.raises(ActRefused, match="lembaga lain"):
            partners.accept(by=stranger, hand_over=sent, today=TODAY)


def test_taking_part_ends_by_leaving_or_by_the_owner(opened, offices, hand):
    case = opened()
    hand(case, offices.inspector, "join")
    scope.enter(offices.examiner)
    with pytest.raises(ActRefused, match="tidak ikut serta"):
        partners.leave(by=offices.examiner, case=case, today=TODAY)
    scope.enter(offices.inspector)
    partners.leave(by=offices.inspector, case=case, today=TODAY)
    assert seen(offices.inspector)[0] == 0


def test_the_owner_sends_a_participant_away(opened, offices, hand):
    case = opened()
    hand(case, offices.inspector, "join")
    scope.enter(offices.examiner)
    one = Participation.objects.get(case=case)
    with pytest.raises(ActRefused):
        partners.dismiss(by=offices.inspector, participation=one, today=TODAY)
    partners.dismiss(by=offices.examiner, participation=one, today=TODAY)
    assert seen(offices.inspector)[0] == 0


def test_a_participant_may_hand_the_case_on_within_its_owners_sight(
    opened, offices, hand
):
    case = opened()
    hand(case, offices.inspector, "join")
    scope.enter(offices.inspector)
    to = Institution.objects.get(pk=offices.prosecutor.institution_id)
    partners.hand_over(by=offices.inspector, case=case, kind="join", to=to, today=TODAY)
    assert seen(offices.prosecutor)[0] == 1
    scope.enter(offices.examiner)
    assert HandOver.objects.filter(case=case).count() == 2
