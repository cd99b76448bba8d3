"""What pages ask about field work; the scope is always given."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from naungan.casework.accounts.models import Appointment, User
from naungan.casework.accounts.scope import Scope, holding
from naungan.casework.fieldwork.access import VISITING
from naungan.casework.fieldwork.models import Assignment, Dispatch, Visit
from naungan.casework.fieldwork.states import OPEN


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
    scope: Scope, series: str, numbers: Iterable[int]
) -> QuerySet[Assignment]:
    """Give the assignments of persons, newest first; those taken back are left out."""
    return (
        assignments(scope)
        .filter(series=series, person_id__in=list(numbers))
        .exclude(state="withdrawn")
        .order_by("-pk")
    )


def open_numbers(scope: Scope, series: str, region_code: str) -> list[int]:
    """Give the numbers of the persons of a region with an open assignment."""
    inside = Q(village_code=region_code) | Q(village_code__startswith=f"{region_code}.")
    found = Assignment.objects.filter(
        institution_id=scope.institution_id, series=series, state__in=OPEN
    )
    if region_code:
        found = found.filter(inside)
    return list(found.values_list("person_id", flat=True))


def tasks(scope: Scope) -> QuerySet[Assignment]:
    """Give what waits for the person at work, the earliest day first."""
    return (
        assignments(scope)
        .filter(dispatch__officer_id=scope.user_id, state__in=OPEN)
        .order_by("dispatch__due_on", "village_code", "pk")
    )


def count_tasks(scope: Scope) -> int:
    """Count what waits for the person at work."""
    return Assignment.objects.filter(
        institution_id=scope.institution_id,
        dispatch__officer_id=scope.user_id,
        state__in=OPEN,
    ).count()


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
