"""A year evaluated from the books alone: what was done, what came of it, what held it up.

No figure is typed: each is a count or a sum of rows that can be listed.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, Q, QuerySet, Sum

from naungan.casework.accounts.scope import Scope
from naungan.casework.collection import queries
from naungan.casework.collection.models import InstalmentPlan
from naungan.casework.collection.queries import Brought, Register
from naungan.casework.compliance import queries as cases
from naungan.casework.compliance.models import HandOver, StepTaken, VisitRecord
from naungan.casework.compliance.queries.counting import Ageing, Funnel
from naungan.casework.compliance.states import COUNTED


HINDERING: Final = ("refused", "closed", "moved", "not_found")
"""Outcomes of visits that keep a case from going on."""


@dataclass(frozen=True)
class ByRegion:
    """The cases of one regency opened in the year, and how many of them ended well."""

    region_code: str
    opened: int
    settled: int
    still_open: int
    people: int


@dataclass(frozen=True)
class Obstacle:
    """What held cases up: of which sort, which code, how often."""

    sort: str
    code: str
    count: int


@dataclass(frozen=True)
class Evaluation:
    """Everything that the evaluation of a span of days says."""

    since: date
    until: date
    funnel: Funnel
    steps: list[tuple[str, int]]
    brought: list[Brought]
    mandates: Register
    regions: list[ByRegion]
    obstacles: list[Obstacle]
    idle: list[Ageing]

    @property
    def recovered_idr(self) -> int:
        """All rupiah that came in."""
        return sum(one.contribution_idr + one.fine_idr for one in self.brought)

    @property
    def registered(self) -> int:
        """Workers newly covered."""
        return sum(one.registered for one in self.brought)

    @property
    def reactivated(self) -> int:
        """Workers who are active again."""
        return sum(one.reactivated for one in self.brought)


def evaluated(scope: Scope, since: date, until: date) -> Evaluation:
    """Evaluate a span of days, both ends counted."""
    mandates = queries.register(list(queries.mandates(scope, since, until)))
    return Evaluation(
        since=since,
        until=until,
        funnel=cases.funnel(scope, since, until),
        steps=_steps(scope, since, until),
        brought=queries.brought(scope, since, until),
        mandates=mandates,
        regions=_regions(scope, since, until),
        obstacles=_obstacles(scope, since, until, mandates.returned),
        idle=cases.ageing(scope, until),
    )


def _steps(scope: Scope, since: date, until: date) -> list[tuple[str, int]]:
    """Count the steps taken, by their code."""
    found = StepTaken.objects.filter(
        case__in=cases.cases(scope),
        taken_on__range=(since, until),
        state__in=COUNTED,
    )
    return _counted(found, "step")


def _counted(found: QuerySet[Any], field: str) -> list[tuple[str, int]]:
    rows = found.order_by().values(field).annotate(count=Count("pk"))
    return sorted(
        ((str(row[field]), row["count"]) for row in rows),
        key=lambda one: (-one[1], one),
    )


def _regions(scope: Scope, since: date, until: date) -> list[ByRegion]:
    found = cases.cases(scope).filter(opened_on__range=(since, until))
    rows = (
        found.order_by()
        .values("region_code")
        .annotate(
            opened=Count("pk"),
            settled=Count(
                "pk", filter=Q(state="settled") | Q(closing_reason="complied")
            ),
            still_open=Count("pk", filter=Q(state="open")),
            workers=Sum("people"),
        )
    )
    return sorted(
        (
            ByRegion(
                row["region_code"],
                row["opened"],
                row["settled"],
                row["still_open"],
                row["workers"] or 0,
            )
            for row in rows
        ),
        key=lambda one: one.region_code,
    )


def _obstacles(scope: Scope, since: date, until: date, returned: int) -> list[Obstacle]:
    """Name what held cases up: visits in vain, refusals of others, broken promises."""
    here = cases.cases(scope)
    visits = VisitRecord.objects.filter(
        case__in=here, visited_on__range=(since, until), outcome__in=HINDERING
    )
    refused = HandOver.objects.filter(
        case__in=here, sent_on__range=(since, until), state__in=("rejected", "returned")
    )
    broken = InstalmentPlan.objects.filter(
        queries.ours(scope), broken_on__range=(since, until)
    ).count()
    found = [
        *(Obstacle("visit", *one) for one in _counted(visits, "outcome")),
        *(Obstacle("hand_over", *one) for one in _counted(refused, "state")),
        Obstacle("plan", "broken", broken),
        Obstacle("mandate", "returned", returned),
    ]
    return sorted(
        (one for one in found if one.count), key=lambda one: (-one.count, one.code)
    )
