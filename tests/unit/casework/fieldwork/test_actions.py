"""Assigning, taking back, visiting, correcting: what is written and what is refused."""

from datetime import date, timedelta

import pytest
from tests.unit.casework.conftest import TODAY
from tests.unit.casework.fieldwork.conftest import DUE, VILLAGE

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.audit.models import Act
from naungan.casework.fieldwork import actions
from naungan.casework.fieldwork.actions import Chosen
from naungan.casework.fieldwork.models import Assignment, Dispatch, Visit


pytestmark = pytest.mark.django_db
SEEN = {"visited_on": TODAY, "today": TODAY}


def test_assigning_writes_one_dispatch_and_one_act_for_all(assigned):
    dispatch = assigned(1, 2, 3)
    assert set(dispatch.assignments.values_list("person_id", "state")) == {
        (1, "assigned"),
        (2, "assigned"),
        (3, "assigned"),
    }
    (written,) = Act.objects.filter(noun="dispatch")
    assert written.verb == "assign"
    assert written.details["people"] == 3


def test_whoever_is_assigned_already_is_left_as_they_are(assigned):
    first = assigned(1, 2)
    second = assigned(2, 3)
    assert list(second.assignments.values_list("person_id", flat=True)) == [3]
    assert first.assignments.count() == 2
    with pytest.raises(ActRefused, match="belum ditugaskan"):
        assigned(1, 2, 3)


def test_the_same_worker_named_twice_is_assigned_once(assigned):
    assert assigned(5, 5).assignments.count() == 1


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (TODAY - timedelta(days=1), "sudah lewat"),
        (TODAY + timedelta(days=400), "setahun"),
    ],
)
def test_a_day_that_is_gone_or_too_far_is_refused(assigned, due_on, said):
    with pytest.raises(ActRefused, match=said):
        assigned(1, due_on=due_on)
    assert not Dispatch.objects.exists()


def test_an_officer_assigns_nobody(field, assigned):
    scope.enter(field.officer)
    with pytest.raises(ActRefused, match="wewenang"):
        assigned(1, by=field.officer)


def test_only_ones_own_people_who_visit_can_be_sent(field, assigned):
    for stranger in (field.elsewhere, field.head):
        with pytest.raises(ActRefused, match="tidak mengunjungi"):
            assigned(1, officer=stranger)


def test_a_region_outside_ones_own_is_refused_for_the_whole_and_for_each(field):
    rest = {
        "by": field.head,
        "series": "16.04",
        "officer_id": field.officer.user_id,
        "due_on": DUE,
        "today": TODAY,
    }
    outside = [Chosen(1, "16.05.01.2001", "lapsed")]
    with pytest.raises(ActRefused, match="di luar wilayah"):
        actions.assign(region_code="16.05", people=outside, **rest)
    with pytest.raises(ActRefused, match="di luar wilayah"):
        actions.assign(region_code="16.04", people=outside, **rest)


def test_taking_a_dispatch_back_leaves_what_is_done(field, assigned):
    dispatch = assigned(1, 2)
    done = dispatch.assignments.get(person_id=1)
    actions.record_visit(by=field.head, assignment=done, outcome="refused", **SEEN)
    assert actions.withdraw_dispatch(by=field.head, dispatch=dispatch) == 1
    states = dict(dispatch.assignments.values_list("person_id", "state"))
    assert states == {1: "done", 2: "withdrawn"}
    with pytest.raises(ActRefused, match="sudah selesai"):
        actions.withdraw_dispatch(by=field.head, dispatch=dispatch)


def test_what_was_taken_back_can_be_assigned_again(field, assigned):
    one = assigned(1).assignments.get()
    actions.withdraw(by=field.head, assignment=one)
    assert assigned(1).assignments.get().state == "assigned"
    with pytest.raises(ActRefused, match="sudah ditarik"):
        actions.withdraw(by=field.head, assignment=one)


def test_nobody_takes_back_without_the_power_or_for_others(field, assigned):
    dispatch = assigned(1)
    for stranger in (field.officer, field.elsewhere):
        with pytest.raises(ActRefused):
            actions.withdraw_dispatch(by=stranger, dispatch=dispatch)


@pytest.mark.parametrize(
    ("outcome", "rest", "state"),
    [
        ("willing", {}, "done"),
        ("already_covered", {"proof": "kartu 26000000001"}, "done"),
        ("not_found", {}, "visited"),
        ("other", {"note": "rumah sedang dibangun"}, "visited"),
    ],
)
def test_an_outcome_ends_an_assignment_or_leaves_it_open(
    field, assigned, outcome, rest, state
):
    one = assigned(1).assignments.get()
    scope.enter(field.officer)
    actions.record_visit(
        by=field.officer, assignment=one, outcome=outcome, **rest, **SEEN
    )
    one.refresh_from_db()
    assert one.state == state
    assert (one.ended_at is None) == (state == "visited")


@pytest.mark.parametrize(
    ("outcome", "rest", "said"),
    [
        ("already_covered", {}, "buktinya"),
        ("already_covered", {"proof": "   "}, "buktinya"),
        ("other", {}, "catatannya"),
        ("lupa", {}, "salah satu"),
        ("refused", {"note": "NIK 1604 0120 0385 9001"}, "NIK"),
        ("refused", {"visited_on": date(2027, 1, 1)}, "belum tiba"),
    ],
)
def test_a_visit_without_what_it_needs_is_refused(field, assigned, outcome, rest, said):
    one = assigned(1).assignments.get()
    with pytest.raises(ActRefused, match=said):
        actions.record_visit(
            by=field.head, assignment=one, outcome=outcome, **{**SEEN, **rest}
        )
    assert not Visit.objects.exists()


def test_a_visit_is_recorded_by_its_officer_or_by_who_assigns(field, works, assigned):
    one = assigned(1).assignments.get()
    other = works("agency_officer", code="satu", email="rekan@contoh.id")
    scope.enter(field.head)
    for stranger in (other, field.elsewhere):
        with pytest.raises(ActRefused):
            actions.record_visit(by=stranger, assignment=one, outcome="refused", **SEEN)


def test_a_correction_keeps_what_was_written_and_judges_anew(field, assigned):
    one = assigned(1).assignments.get()
    wrong = actions.record_visit(
        by=field.head, assignment=one, outcome="refused", **SEEN
    )
    right = actions.correct_visit(
        by=field.head, visit=wrong, outcome="not_found", **SEEN
    )
    one.refresh_from_db()
    assert one.state == "visited"
    assert list(one.visits.values_list("outcome", flat=True)) == [
        "refused",
        "not_found",
    ]
    assert right.replaces_id == wrong.pk
    with pytest.raises(ActRefused, match="terakhir"):
        actions.correct_visit(by=field.head, visit=wrong, outcome="died", **SEEN)
    act = Act.objects.get(verb="correct")
    assert (act.details["before"], act.details["outcome"]) == ("refused", "not_found")


def test_after_a_visit_that_ended_it_nothing_more_is_recorded(field, assigned):
    one = assigned(1).assignments.get()
    actions.record_visit(by=field.head, assignment=one, outcome="died", **SEEN)
    with pytest.raises(ActRefused, match="sudah selesai"):
        actions.record_visit(by=field.head, assignment=one, outcome="moved", **SEEN)
    assert Assignment.objects.get().visits.count() == 1


def test_a_refused_verb_leaves_no_act(field, assigned):
    one = assigned(1).assignments.get()
    before = Act.objects.count()
    with pytest.raises(ActRefused):
        actions.correct_visit(
            by=field.head, visit=Visit(assignment=one), outcome="died", **SEEN
        )
    assert Act.objects.count() == before
    assert one.village_code == VILLAGE
