"""Verbs of field work: assigning workers, taking it back, recording visits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from naungan.casework import act
from naungan.casework.accounts.scope import Scope
from naungan.casework.fieldwork import access, states
from naungan.casework.fieldwork.models import Assignment, Dispatch, Visit


@dataclass(frozen=True)
class Chosen:
    """A worker to be visited: number, village, and the status measured now."""

    person_id: int
    village_code: str
    status: str


def assign(
    *,
    by: Scope,
    series: str,
    region_code: str,
    people: Sequence[Chosen],
    officer_id: int,
    due_on: date,
    today: date,
) -> Dispatch:
    """Hand workers to an officer; whoever is already assigned is left as they are."""
    access.check_assigns(
        by=by,
        region_code=region_code,
        officer_id=officer_id,
        due_on=due_on,
        today=today,
    )
    for one in people:
        access.check_inside(by=by, region_code=one.village_code or region_code)
    with transaction.atomic():
        taken = _taken(by, series, [one.person_id for one in people])
        free = {one.person_id: one for one in people if one.person_id not in taken}
        access.check_some(len(free))
        dispatch = Dispatch.objects.create(
            institution_id=by.institution_id,
            region_code=region_code,
            officer_id=officer_id,
            due_on=due_on,
            assigned_by_id=by.user_id,
        )
        Assignment.objects.bulk_create(
            Assignment(
                institution_id=by.institution_id,
                dispatch=dispatch,
                series=series,
                person_id=one.person_id,
                village_code=one.village_code,
                status_then=one.status,
            )
            for one in free.values()
        )
        _record(by, "assign", dispatch, people=len(free), officer=officer_id)
    return dispatch


def _taken(by: Scope, series: str, numbers: list[int]) -> set[int]:
    found = Assignment.objects.filter(
        institution_id=by.institution_id,
        series=series,
        person_id__in=numbers,
        state__in=states.OPEN,
    )
    return set(found.values_list("person_id", flat=True))


def withdraw_dispatch(*, by: Scope, dispatch: Dispatch) -> int:
    """Take back what is still open of a dispatch; tell how many that was."""
    access.check_withdraws(by=by, institution_id=dispatch.institution_id)
    with transaction.atomic():
        found = dispatch.assignments.filter(state__in=states.OPEN)
        count = found.update(state="withdrawn", ended_at=timezone.now())
        states.check("assigned" if count else "done", "withdraw")
        _record(by, "withdraw", dispatch, people=count)
    return count


def withdraw(*, by: Scope, assignment: Assignment) -> None:
    """Take back one worker from an officer."""
    access.check_withdraws(by=by, institution_id=assignment.institution_id)
    with transaction.atomic():
        locked = _locked(assignment)
        states.check(locked.state, "withdraw")
        _move(locked, "withdrawn", timezone.now())
        act.record(by=by, verb="withdraw", noun="assignment", noun_id=locked.pk)


def record_visit(
    *,
    by: Scope,
    assignment: Assignment,
    visited_on: date,
    outcome: str,
    proof: str = "",
    note: str = "",
    today: date,
) -> Visit:
    """Write what came of a visit."""
    access.check_visits(by=by, assignment=assignment)
    access.check_visit(
        outcome=outcome, visited_on=visited_on, proof=proof, note=note, today=today
    )
    with transaction.atomic():
        locked = _locked(assignment)
        states.check(locked.state, "visit")
        visit = _visit(by, locked, visited_on, outcome, (proof, note), None)
        act.record(
            by=by,
            verb="visit",
            noun="assignment",
            noun_id=locked.pk,
            outcome=outcome,
        )
    return visit


def correct_visit(
    *,
    by: Scope,
    visit: Visit,
    visited_on: date,
    outcome: str,
    proof: str = "",
    note: str = "",
    today: date,
) -> Visit:
    """Write a visit anew; the one before stays and is shown as corrected."""
    access.check_visits(by=by, assignment=visit.assignment)
    access.check_visit(
        outcome=outcome, visited_on=visited_on, proof=proof, note=note, today=today
    )
    with transaction.atomic():
        locked = _locked(visit.assignment)
        states.check(locked.state, "correct")
        access.check_newest(visit)
        made = _visit(by, locked, visited_on, outcome, (proof, note), visit)
        act.record(
            by=by,
            verb="correct",
            noun="assignment",
            noun_id=locked.pk,
            outcome=outcome,
            before=visit.outcome,
        )
    return made


def _visit(
    by: Scope,
    assignment: Assignment,
    visited_on: date,
    outcome: str,
    texts: tuple[str, str],
    replaces: Visit | None,
) -> Visit:
    now = timezone.now()
    visit = Visit.objects.create(
        institution_id=by.institution_id,
        assignment=assignment,
        visited_on=visited_on,
        outcome=outcome,
        proof=texts[0].strip(),
        note=texts[1].strip(),
        recorded_by_id=by.user_id,
        recorded_at=now,
        replaces=replaces,
    )
    _move(assignment, states.after_visit(outcome), now)
    return visit


def _locked(assignment: Assignment) -> Assignment:
    return Assignment.objects.select_for_update().get(pk=assignment.pk)


def _move(assignment: Assignment, state: str, at: datetime) -> None:
    assignment.state = state
    assignment.ended_at = None if state in states.OPEN else at
    assignment.save(update_fields=["state", "ended_at"])


def _record(by: Scope, verb: str, dispatch: Dispatch, **details: int) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="dispatch",
        noun_id=dispatch.pk,
        region=dispatch.region_code,
        **details,
    )
