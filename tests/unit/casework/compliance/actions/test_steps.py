"""Taking steps: in their order, for a reason where custom is left out, by their actor."""

from datetime import date, timedelta

import pytest
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.audit.models import Act
from naungan.casework.compliance import progress
from naungan.casework.compliance.actions import cases, replies, steps
from naungan.casework.compliance.models import Case, CaseNote, StepTaken
from naungan.law.words import words


pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_warning_runs_ten_working_days_and_the_case_waits_for_the_employer(
    opened, take
):
    case = opened()
    step = take(case, "warning_1")
    case.refresh_from_db()
    assert step.ends_on == date(2026, 11, 16)  # ten working days from Monday 2 November
    assert (case.stage, case.due_on, case.waits_for) == (
        "warning_1",
        step.ends_on,
        "employer",
    )
    assert step.term["id"] == "10 hari kerja"
    assert any("PP 86/2013" in one["text"] for one in step.law)
    (written,) = Act.objects.filter(noun="case_step")
    assert written.details["step"] == "warning_1"


def test_the_second_warning_comes_early_only_for_a_reason(opened, take):
    case = opened()
    first = take(case, "warning_1")
    with pytest.raises(ActRefused, match="baru terbuka 17 November 2026"):
        take(case, "warning_2", TODAY + DAY)
    early = take(case, "warning_2", TODAY + DAY, reason="Menolak secara tertulis.")
    assert early.reason == "Menolak secara tertulis."
    first.refresh_from_db()
    assert first.state == "standing"


def test_the_fine_never_comes_before_both_warnings_whatever_the_reason(opened, take):
    case = opened()
    take(case, "warning_1")
    with pytest.raises(ActRefused, match="harus didahului"):
        take(case, "fine", TODAY + 20 * DAY, reason="Mendesak.")


def test_customary_letters_are_left_out_for_a_reason_that_is_kept(opened, take):
    case = opened("arrears")
    take(case, "arrears_letter_1")
    later = TODAY + 5 * DAY
    with pytest.raises(ActRefused, match="melewati"):
        take(case, "inspector_report", later)
    step = take(case, "inspector_report", later, reason="Menolak ditemui.")
    assert step.skipped == ["arrears_letter_2", "arrears_letter_3"]


def test_a_step_belongs_to_its_actor(opened, take, offices, hand):
    case = opened()
    take(case, "warning_1")
    with pytest.raises(ActRefused, match="lembaga lain"):
        take(case, "nota_1", TODAY + DAY)
    hand(case, offices.inspector, "join")
    with pytest.raises(ActRefused, match="lembaga lain"):
        take(case, "warning_2", TODAY + 20 * DAY, by=offices.inspector)


def test_nothing_is_decided_before_the_employers_reply_is_considered(
    opened, take, offices
):
    case = opened()
    take(case, "warning_1")
    later = TODAY + 20 * DAY
    reply = replies.record_reply(
        by=offices.examiner,
        case=case,
        received_on=TODAY + DAY,
        text="Kami baru pindah.",
        today=later,
    )
    case.refresh_from_db()
    assert case.waits_for == "reply"
    with pytest.raises(ActRefused, match="belum dipertimbangkan"):
        take(case, "warning_2", later)
    replies.consider_reply(
        by=offices.examiner, reply=reply, consideration="Bukan alasan.", today=later
    )
    assert take(case, "warning_2", later).state == "standing"


def test_an_answer_does_not_stop_the_term(opened, take, offices):
    case = opened()
    step = take(case, "warning_1")
    reply = replies.record_reply(
        by=offices.examiner,
        case=case,
        received_on=TODAY + DAY,
        text="Kami baru pindah.",
        today=TODAY + DAY,
    )
    replies.consider_reply(
        by=offices.examiner,
        reply=reply,
        consideration="Bukan alasan.",
        today=TODAY + DAY,
    )
    case.refresh_from_db()
    assert (case.due_on, case.waits_for) == (step.ends_on, "employer")
    assert steps.lapse(today=step.ends_on + DAY) == 1
    case.refresh_from_db()
    assert case.waits_for == "us"


def test_a_government_body_is_not_warned_but_examined(opened, take, offices):
    body = cases.Subject(name="Dinas Rekaan", region_code="16.04", kind="government")
    case = opened(subject=body)
    with pytest.raises(ActRefused, match="tidak dapat dikenakan"):
        take(case, "warning_1")
    assert take(case, "inspection").step == "inspection"


def test_a_step_taken_back_counts_as_never_taken(opened, take, offices):
    case = opened()
    take(case, "inspection", reason="")
    step = take(case, "warning_1", TODAY + 15 * DAY, reason="Pemeriksaan selesai.")
    steps.withdraw_step(
        by=offices.examiner, step=step, reason="Salah alamat.", today=TODAY + 15 * DAY
    )
    case.refresh_from_db()
    assert case.stage == "inspection"
    again = take(case, "warning_1", TODAY + 16 * DAY, reason="Alamat dibetulkan.")
    assert again.pk != step.pk


def test_only_the_last_step_can_be_taken_back(opened, take, offices):
    case = opened()
    first = take(case, "warning_1")
    take(case, "warning_2", TODAY + 20 * DAY)
    with pytest.raises(ActRefused, match="langkah terakhir"):
        steps.withdraw_step(
            by=offices.examiner, step=first, reason="Salah.", today=TODAY + 20 * DAY
        )


def test_a_term_that_ran_out_brings_the_case_back_to_the_office(opened, take):
    case = opened()
    step = take(case, "warning_1")
    assert steps.lapse(today=step.ends_on) == 0
    assert steps.lapse(today=step.ends_on + DAY) == 1
    case.refresh_from_db()
    step.refresh_from_db()
    assert (case.waits_for, step.state) == ("us", "lapsed")
    assert steps.lapse(today=step.ends_on + DAY) == 0


def test_services_are_restored_only_once_the_case_is_settled(
    opened, take, offices, hand, works
):
    agency = works("agency_head", "dpmptsp", "dpmptsp", "ptsp@contoh.id")
    case = opened()
    day = TODAY
    for code in ("warning_1", "warning_2", "fine", "tmp2t_request"):
        step = take(case, code, day, today=day)
        day = (step.ends_on or day) + DAY
    hand(case, agency, "withhold", on=day)
    held = take(case, "tmp2t", day, by=agency)
    with pytest.raises(ActRefused, match="menunggu kewajiban dipenuhi"):
        take(case, "tmp2t_lifting", day + DAY, by=agency)
    scope.enter(offices.examiner)
    cases.settle(by=offices.examiner, case=case, today=day)
    take(case, "tmp2t_lifting", day + DAY, by=agency)
    held.refresh_from_db()
    assert held.state == "lifted"


def test_a_broken_promise_reopens_a_settled_case(opened, offices):
    case = opened("arrears")
    cases.settle(by=offices.examiner, case=case, today=TODAY)
    case.refresh_from_db()
    assert (case.waits_for, case.due_on) == ("nobody", None)
    said = words("Cicilan kedua tidak dibayar.", "The second was not paid.")
    steps.raise_case(by=None, case=case, said=said, today=TODAY)
    case.refresh_from_db()
    assert (case.state, case.waits_for, case.closed_on) == ("open", "us", None)
    assert CaseNote.objects.get(case=case).parts["id"] == said.text("id")


def test_a_ladder_version_changes_with_a_term_and_stays_on_the_case(opened, take):
    case = opened()
    before = Case.objects.get(pk=case.pk).ladder_version
    assert before == progress.terms.version(())
    assert StepTaken.objects.filter(case=case).count() == 0
