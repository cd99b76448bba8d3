"""A letter after the day of its step: its term counts anew, or there is none any more."""

from datetime import date, timedelta

import pytest
from tests.unit.casework.conftest import TODAY

from naungan.casework.compliance import progress
from naungan.casework.compliance.actions import cases
from naungan.casework.compliance.letter_days import standing


pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(days=40)


def on(day, step):
    """Say how a step stands on a day."""
    step.case.refresh_from_db()
    return standing(step, progress.ladder_of(step.case, day))


def test_the_law_s_term_counts_from_the_day_of_the_letter(opened, take):
    step = take(opened(), "warning_1")
    assert on(TODAY, step).ends_on == step.ends_on == date(2026, 11, 16)
    assert on(LATER, step).ends_on == date(
        2026, 12, 29
    )  # Christmas and its eve between


def test_a_longer_term_that_an_officer_gave_stays(opened, take):
    longer = LATER + timedelta(days=90)
    step = take(opened(), "warning_1", ends_on=longer)
    assert on(LATER, step).ends_on == longer


def test_a_day_that_only_an_officer_can_name_is_asked_for_once_it_is_past(opened, take):
    ends_on = TODAY + timedelta(days=7)
    step = take(opened(), "first_contact", ends_on=ends_on)
    assert on(ends_on, step).ends_on == ends_on
    assert on(LATER, step).asks_day


def test_no_letter_follows_a_later_step_or_the_end_of_the_case(opened, take, offices):
    step = take(opened(), "warning_1")
    take(step.case, "warning_2", LATER)
    assert "Teguran tertulis kedua sudah" in on(LATER, step).why_not.text()
    other = take(opened("arrears"), "arrears_letter_1")
    cases.close(by=offices.examiner, case=other.case, reason="gone", today=LATER)
    assert "ditutup" in on(LATER, other).why_not.text()


def test_a_step_that_ended_another_may_still_say_so(opened, take, offices):
    case = opened()
    for code, days in (("warning_1", 0), ("warning_2", 20), ("fine", 40)):
        held = take(case, code, TODAY + timedelta(days=days), reason="Uji.")
    assert on(held.taken_on + timedelta(days=1), held).why_not is None
