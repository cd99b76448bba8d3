"""Handing over: who is asked reads at once, and no longer after refusing."""

from datetime import timedelta

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
DAY = timedelta(days=1)


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
    hand(case, offices.inspector, "join", accepts=False)
    with pytest.raises(ActRefused, match="masih menunggu"):
        hand(case, offices.inspector, "join")


def test_a_report_takes_its_step_so_that_the_inspector_can_go_on(
    opened, take, offices, hand
):
    case, day = opened("arrears"), TODAY
    for code in ("arrears_letter_1", "arrears_letter_2", "arrears_letter_3"):
        take(case, code, day)
        day += 20 * DAY
    hand(case, offices.inspector, "report", on=day)
    scope.enter(offices.examiner)
    assert list(taken_in(case))[-1] == "inspector_report"
    note = take(case, "nota_1", day + DAY, by=offices.inspector)
    assert note.state == "standing"


def test_a_report_is_refused_with_the_laws_reason_where_its_step_may_not_be_taken(
    opened, take, offices, hand
):
    case = opened()
    take(case, "warning_1")
    with pytest.raises(ActRefused, match="harus didahului"):
        hand(case, offices.inspector, "report")
    scope.enter(offices.examiner)
    assert not HandOver.objects.exists()
    assert list(taken_in(case)) == ["warning_1"]


def test_a_step_that_leaves_custom_out_asks_for_the_reason_when_handing_over(
    opened, take, offices
):
    case = opened("arrears")
    take(case, "arrears_letter_1")
    given = {
        "by": offices.examiner,
        "case": case,
        "kind": "report",
        "to": Institution.objects.get(pk=offices.inspector.institution_id),
        "today": TODAY + 20 * DAY,
    }
    with pytest.raises(ActRefused, match="melewati"):
        partners.hand_over(**given)
    partners.hand_over(**given, reason="Pabriknya akan pindah.")
    report = StepTaken.objects.get(step="inspector_report")
    assert report.reason == "Pabriknya akan pindah."
    assert report.skipped == ["arrears_letter_2", "arrears_letter_3"]


def test_a_step_that_was_taken_already_is_not_taken_again(opened, take, offices, hand):
    case, day = opened("arrears"), TODAY + 20 * DAY
    take(case, "arrears_letter_1")
    take(case, "inspector_report", day, reason="Pabriknya akan pindah.")
    hand(case, offices.inspector, "report", on=day)
    scope.enter(offices.examiner)
    assert list(taken_in(case)) == ["arrears_letter_1", "inspector_report"]


def test_a_mandate_is_recorded_and_services_are_no_road_of_arrears(
    opened, take, offices, hand, works
):
    agency = works("agency_head", "dpmptsp", "dpmptsp", "ptsp@contoh.id")
    case = opened("arrears")
    take(case, "arrears_letter_1")
    with pytest.raises(ActRefused, match="Catat surat kuasanya"):
        hand(case, offices.prosecutor, "mandate")
    with pytest.raises(ActRefused, match="tidak ada pada jalur"):
        hand(case, agency, "withhold")


def taken_in(case):
    """Name the steps of a case in their order."""
    return StepTaken.objects.filter(case=case).values_list("step", flat=True)


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


def test_what_is_taken_back_takes_its_step_along_unless_a_letter_went_out(
    opened, take, offices, hand
):
    case, day = opened("arrears"), TODAY
    for code in ("arrears_letter_1", "arrears_letter_2", "arrears_letter_3"):
        take(case, code, day)
        day += 20 * DAY
    sent = hand(case, offices.inspector, "report", on=day, accepts=False)
    scope.enter(offices.examiner)
    partners.take_back(by=offices.examiner, hand_over=sent, today=day)
    case.refresh_from_db()
    assert case.stage == "arrears_letter_3"
    assert StepTaken.objects.get(step="inspector_report").state == "withdrawn"
    again = hand(case, offices.inspector, "report", on=day, accepts=False)
    assert again.state == "sent"
    case.refresh_from_db()
    assert case.stage == "inspector_report"


def test_a_step_that_stood_before_it_was_sent_stays_when_that_is_taken_back(
    opened, take, offices, hand
):
    case, day = opened("arrears"), TODAY
    for code in ("arrears_letter_1", "arrears_letter_2", "arrears_letter_3"):
        take(case, code, day)
        day += 20 * DAY
    take(case, "inspector_report", day)
    sent = hand(case, offices.inspector, "report", on=day + DAY, accepts=False)
    scope.enter(offices.examiner)
    partners.take_back(by=offices.examiner, hand_over=sent, today=day + DAY)
    assert StepTaken.objects.get(step="inspector_report").state == "standing"
