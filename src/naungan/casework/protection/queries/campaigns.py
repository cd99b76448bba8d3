"""Campaigns and the cohorts under them: counted by year, what was reported beside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.amounts import MONTHS_A_YEAR
from naungan.casework.protection.models import Campaign, ReportedFigure, Scheme
from naungan.casework.protection.queries import overview
from naungan.casework.protection.queries.schemes import CohortSum, cohort_sum, schemes


def own(scope: Scope) -> QuerySet[Campaign]:
    """Give the campaigns that one's institution named, the newest first."""
    return Campaign.objects.filter(institution_id=scope.institution_id)


def _seen(scope: Scope) -> QuerySet[Campaign]:
    named = schemes(scope).exclude(campaign=None).values("campaign_id")
    found = Campaign.objects.filter(
        Q(institution_id=scope.institution_id) | Q(pk__in=named)
    )
    return found.select_related("institution")


def campaigns(scope: Scope) -> list[tuple[Campaign, int]]:
    """Give the campaigns one may see, each with how many schemes one sees under it."""
    counted = schemes(scope).order_by().values_list("campaign_id")
    told = dict(counted.annotate(many=Count("pk")))
    return [(one, told.get(one.pk, 0)) for one in _seen(scope)]


def campaign(scope: Scope, number: int) -> Campaign | None:
    """Give a campaign that one may see."""
    return _seen(scope).filter(pk=number).first()


@dataclass(frozen=True)
class Cohort:
    """A scheme under a campaign: its first year, its people, what was said of it.

    `budgeted` are people whom a budget names and nothing proves yet, `covered` those
    whom a payment or the extract proves.
    """

    scheme: Scheme
    year: int
    quota: int
    budgeted: int
    covered: int
    reported: Mapping[tuple[int, str], int]


def cohorts(scope: Scope, one: Campaign) -> list[Cohort]:
    """Give the schemes of a campaign that one may see, the oldest first."""
    found = list(schemes(scope).filter(campaign=one).order_by("from_month", "name"))
    told = overview.summaries(found)
    said: dict[int, dict[tuple[int, str], int]] = {}
    figures = ReportedFigure.objects.filter(scheme__in=found, kind="people")
    for number, year, standing, amount in figures.values_list(
        "scheme_id", "year", "standing", "amount"
    ).order_by("year", "standing"):
        parts = said.setdefault(number, {})
        parts[year, standing] = parts.get((year, standing), 0) + amount
    return [
        Cohort(
            scheme=each,
            year=each.from_month // MONTHS_A_YEAR,
            quota=told[each.pk].quota,
            budgeted=told[each.pk].in_states("budgeted", "enrolled"),
            covered=told[each.pk].covered,
            reported=said.get(each.pk, {}),
        )
        for each in found
    ]


def counted(found: Sequence[Cohort]) -> CohortSum:
    """Sum cohorts by their year and whether they are covered or only budgeted."""
    parts: dict[tuple[int, str], int] = {}
    for one in found:
        for standing, people in (("covered", one.covered), ("budgeted", one.budgeted)):
            if people:
                key = (one.year, standing)
                parts[key] = parts.get(key, 0) + people
    return CohortSum(parts)


def reported(found: Sequence[Cohort]) -> CohortSum:
    """Sum what was reported of cohorts, by year and standing."""
    numbers = [one.scheme.pk for one in found]
    return cohort_sum(ReportedFigure.objects.filter(scheme__in=numbers))
