"""Targets ranked by the snapshot's score and the office's own priorities of the year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import queries as cases
from naungan.casework.compliance.models import Case, PriorityRule, StepTaken
from naungan.casework.compliance.states import COUNTED
from naungan.casework.intake import pursuit
from naungan.casework.intake.models import Publication
from naungan.casework.intake.pursuit import Sought, Targets, Weight


@dataclass(frozen=True)
class Effort:
    """How much of a year's steps went to what a rule puts first."""

    rule: PriorityRule
    employers: int
    cases: int
    steps: int
    of_steps: int


def rules(scope: Scope, year: int) -> list[PriorityRule]:
    """Give the rules of a year that hold."""
    return [one for one in cases.rules_of_year(scope, year) if one.ended_on is None]


def weights(found: Sequence[PriorityRule]) -> list[Weight]:
    """Put rules as the snapshot's door weighs them."""
    return [
        Weight(
            points=one.weight,
            sector=one.sector,
            region=one.region_code,
            kind=one.kind,
        )
        for one in found
    ]


def ranked(
    publication: Publication,
    scope: Scope,
    found: Sequence[PriorityRule],
    *,
    limit: int,
    offset: int = 0,
) -> Targets:
    """Read the employers that come first under the rules."""
    return pursuit.targets(
        publication, scope, Sought(), weights(found), limit=limit, offset=offset
    )


def open_cases(scope: Scope, series: str, numbers: Sequence[int]) -> dict[int, Case]:
    """Give the open case of each employer that has one."""
    found = cases.cases(scope).filter(
        series=series, employer_id__in=numbers, state="open"
    )
    return {one.employer_id: one for one in found if one.employer_id is not None}


def efforts(
    scope: Scope, found: Sequence[PriorityRule], fitting: Sequence[int], year: int
) -> list[Effort]:
    """Count for every rule the cases and the steps of the year that it fits."""
    span = (date(year, 1, 1), date(year, 12, 31))
    here = cases.cases(scope)
    steps = StepTaken.objects.filter(
        case__in=here, taken_on__range=span, state__in=COUNTED
    )
    of_steps = steps.count() if found else 0
    return [
        Effort(
            rule,
            employers,
            fits(here, rule).filter(opened_on__range=span).count(),
            steps.filter(case__in=fits(here, rule)).count(),
            of_steps,
        )
        for rule, employers in zip(found, fitting, strict=True)
    ]


def fits(here: QuerySet[Case], rule: PriorityRule) -> QuerySet[Case]:
    """Keep the cases that a rule fits; an empty field of it fits any."""
    if rule.sector:
        here = here.filter(sector__startswith=rule.sector)
    if rule.kind:
        here = here.filter(kind=rule.kind)
    if rule.region_code:
        code = rule.region_code
        here = here.filter(
            Q(village_code=code)
            | Q(village_code__startswith=f"{code}.")
            | Q(village_code="", region_code=code)
            | Q(village_code="", region_code__startswith=f"{code}.")
        )
    return here
