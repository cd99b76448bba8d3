"""A step's letter counts once it is signed: its term, what follows, who gets the case."""

from datetime import timedelta

import pytest
from tests.unit.casework.conftest import TODAY
from tests.unit.casework.correspondence.conftest import typeset, wanted

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.compliance import progress
from naungan.casework.compliance.actions import letters, mandates, replies, steps
from naungan.casework.compliance.models import Case, HandOver, Skk, StepTaken
from naungan.casework.correspondence import actions
from naungan.law.book import enacted


pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def written(offices):
    """Write the letter of a step, which the head of the branch must sign."""

    def do(step, on=TODAY):
        scope.enter(offices.examiner)
        letter = actions.issue(
            by=offices.examiner,
            wanted=wanted(about=("case", step.case_id), letter=step.step, awaits=True),
            today=on,
            typeset=typeset,
        )
        letters.attach(by=offices.examiner, step=step, letter=letter)
        return letter

    return do


@pytest.fixture
def sign(offices):
    """Sign a letter as the head of the branch."""

    def do(letter, on=TODAY):
        scope.enter(offices.head)
        return letters.sign(by=offices.head, letter=letter, on=on, today=on)

    return do


def stands(step):
    """Give the state of a step, its last day, and that of its case."""
    held = StepTaken.objects.select_related("case").get(pk=step.pk)
    return held.state, held.ends_on, held.case.due_on


def test_no_term_runs_and_nothing_follows_before_the_signature(
    opened, take, written, sign
):
    case = opened()
    step = take(case, "warning_1")
    ends_on = step.ends_on
    letter = written(step)
    assert stands(step) == ("unsigned", ends_on, None)
    assert steps.lapse(today=ends_on + DAY) == 0
    ladder = progress.ladder_of(Case.objects.get(pk=case.pk), ends_on + DAY)
    second = ladder.proposal(enacted().steps["warning_2"])
    assert not second.may
    assert "belum ditandatangani" in second.why_not.text("id")
    sign(letter)
    assert stands(step) == ("standing", ends_on, ends_on)
    assert steps.lapse(today=ends_on + DAY) == 1


def test_signed_on_a_later_day_the_term_counts_from_that_day(
    opened, take, written, sign
):
    step = take(opened(), "warning_1")
    letter = written(step)
    sign(letter, on=TODAY + 7 * DAY)
    assert stands(step)[1] == step.ends_on + 7 * DAY  # ten working days, a week later


def test_a_signature_taken_back_stops_the_term(offices, opened, take, written, sign):
    step = take(opened(), "warning_1")
    letter = sign(written(step))
    letters.unsign(by=offices.head, letter=letter, today=TODAY)
    assert stands(step) == ("unsigned", step.ends_on, None)


def test_a_step_whose_letter_is_void_gets_another(offices, opened, take, written):
    step = take(opened(), "warning_1")
    letter = written(step)
    reason = "alamatnya salah ketik"
    letters.void(by=offices.examiner, letter=letter, reason=reason, today=TODAY)
    held = StepTaken.objects.get(pk=step.pk)
    assert (held.state, held.letter) == ("standing", None)
    assert written(held).serial == letter.serial + 1


def test_a_letter_of_a_case_that_was_answered_meanwhile_is_not_signed_later(
    offices, opened, take, written, sign
):
    step = take(opened(), "warning_1")
    letter = written(step)
    scope.enter(offices.examiner)
    day = TODAY + 2 * DAY
    said = {"text": "Kami keberatan.", "received_on": day, "today": day}
    replies.record_reply(by=offices.examiner, case=step.case, **said)
    with pytest.raises(ActRefused):
        sign(letter, on=TODAY + 3 * DAY)


def test_a_mandate_reaches_its_holder_with_the_signature(
    offices, opened, take, written, sign
):
    case = opened("arrears")
    take(case, "arrears_letter_1")
    take(case, "arrears_letter_2", TODAY + 20 * DAY)
    on = TODAY + 45 * DAY
    mandates.issue_skk(
        by=offices.examiner,
        case=case,
        to=Institution.objects.get(pk=offices.prosecutor.institution_id),
        kind="non_litigation",
        category="MENUNGGAK",
        principal_idr=9_000_000,
        issued_on=on,
        reason="Surat ketiga tidak perlu.",
        today=on,
    )
    step = StepTaken.objects.get(step="skk_non_litigation")
    letter = written(step, on)
    assert Skk.objects.get().state == "prepared"
    assert not HandOver.objects.exists()
    scope.enter(offices.prosecutor)
    assert not Case.objects.exists()
    sign(letter, on)
    scope.enter(offices.prosecutor)
    assert Skk.objects.get().state == "issued"
    assert Skk.objects.get().number == letter.number
    assert HandOver.objects.get().state == "sent"
    scope.enter(offices.head)
    with pytest.raises(ActRefused):
        letters.unsign(by=offices.head, letter=letter, today=on)
