"""What pages ask about field work; the scope is always given."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from naungan.casework.accounts.models import Appointment, User
from naungan.casework.accounts.scope import Scope, holding
from naungan.casework.fieldwork.access import VISITING
from naungan.casework.fieldwork.models import Assignment, Dispatch, Visit
from naungan.casework.fieldwork.states import OPEN


TOLD: Final = ("id", "visited_on", "outcome", "recorded_at")
"""What a list tells of a visit."""


def officers(scope: Scope, on: date) -> QuerySet[User]:
    """Give who visits workers for one's institution on a day, by name."""
    held = Appointment.objects.filter(
        institution_id=scope.institution_id, role__in=VISITING
    )
    return (
        User.objects.filter(appointments__in=holding(held, on))
        .distinct()
        .order_by("name", "pk")
    )


def assignments(scope: Scope) -> QuerySet[Assignment]:
    """Give the assignments of one's institution with officer and visits."""
    return (
        Assignment.objects.filter(institution_id=scope.institution_id)
        .select_related("dispatch__officer", "dispatch__assigned_by")
        .prefetch_related(
            Prefetch("visits", Visit.objects.select_related("recorded_by"))
        )
    )


def of_people(
    scope: Scope, series: str, numbers: Iterable[int], *, whole: bool = False
) -> QuerySet[Assignment]:
    """Give the assignments of persons, newest first; those taken back are left out.

    Each carries its last visit as `last_visit`, so that a list asks once; `whole`
    fetches every visit instead.
    """
    if whole:
        found = assignments(scope).filter(series=series, person_id__in=list(numbers))
        return found.exclude(state="withdrawn").order_by("-pk")
    held = Assignment.objects.filter(
        institution_id=scope.institution_id, series=series, person_id__in=list(numbers)
    )
    return _with_last_visit(held.exclude(state="withdrawn")).order_by("-pk")


def of_dispatch(scope: Scope, dispatch: Dispatch) -> QuerySet[Assignment]:
    """Give the assignments of one act of assigning, each with its last visit."""
    return _with_last_visit(
        Assignment.objects.filter(
            institution_id=scope.institution_id, dispatch=dispatch
        )
    )


def _with_last_visit(held: QuerySet[Assignment]) -> QuerySet[Assignment]:
    last = Visit.objects.filter(assignment=OuterRef("pk")).order_by("-pk")
    told = JSONObject(**dict(zip(TOLD, TOLD, strict=True)))
    return held.select_related("dispatch__officer").annotate(
        last_visit=Subquery(last.values(told=told)[:1])
    )


def numbers(scope: Scope, series: str, region_code: str) -> list[tuple[int, str]]:
    """Give the number and state of every assignment of a region that stands."""
    found = Assignment.objects.filter(
        institution_id=scope.institution_id, series=series
    ).exclude(state="withdrawn")
    if region_code:
        inside = Q(village_code=region_code)
        found = found.filter(inside | Q(village_code__startswith=f"{region_code}."))
    return list(found.values_list("person_id", "state"))


def tasks(scope: Scope) -> QuerySet[Assignment]:
    """Give what waits for the person at work, the earliest day first."""
    return (
        assignments(scope)
        .filter(dispatch__officer_id=scope.user_id, state__in=OPEN)
        .order_by("dispatch__due_on", "village_code", "pk")
    )


def waiting_tasks(scope: Scope) -> QuerySet[Assignment]:
    """Give what waits for the person at work; nothing for who visits nobody."""
    if not scope.may("visit"):
        return Assignment.objects.none()
    return Assignment.objects.filter(
        institution_id=scope.institution_id,
        dispatch__officer_id=scope.user_id,
        state__in=OPEN,
    )


def finished_tasks(scope: Scope) -> QuerySet[Assignment]:
    """Give what the person at work has done, newest first."""
    return (
        assignments(scope)
        .filter(dispatch__officer_id=scope.user_id, state="done")
        .order_by("-ended_at", "-pk")
    )


def assignment(scope: Scope, number: int) -> Assignment | None:
    """Give an assignment that one may open: the officer's own, or any to who assigns."""
    found = assignments(scope).filter(pk=number)
    if not scope.may("assign"):
        found = found.filter(dispatch__officer_id=scope.user_id)
    return found.first()


def visit(scope: Scope, number: int) -> Visit | None:
    """Give a visit of an assignment that one may open."""
    found = Visit.objects.filter(
        pk=number, institution_id=scope.institution_id
    ).select_related("assignment__dispatch")
    if not scope.may("assign"):
        found = found.filter(assignment__dispatch__officer_id=scope.user_id)
    return found.first()


def dispatches(scope: Scope) -> QuerySet[Dispatch]:
    """Give the dispatches of one's institution, newest first, with how many are open."""
    return (
        Dispatch.objects.filter(institution_id=scope.institution_id)
        .select_related("officer", "assigned_by")
        .annotate(
            people=Count("assignments"),
            left=Count("assignments", filter=Q(assignments__state__in=OPEN)),
            done=Count("assignments", filter=Q(assignments__state="done")),
        )
        .order_by("-assigned_at", "-pk")
    )
