"""Joint plans: whose they are, what they hold, and where two offices mean the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.models import JointPlan, PlanActivity


@dataclass(frozen=True)
class Overlap:
    """Two activities of one month, of two owners, under one recommendation or in one place."""

    month: int
    activities: Sequence[PlanActivity]


def plans(scope: Scope) -> QuerySet[JointPlan]:
    """List the plans that one's institution made or takes part in, the latest first."""
    here = scope.institution_id
    seen = JointPlan.objects.filter(
        Q(institution_id=here) | Q(parties__contains=[here])
    )
    return (
        seen.select_related("institution", "event")
        .annotate(
            many=Count("activities"),
            done=Count("activities", filter=Q(activities__done_on__isnull=False)),
            budget_idr=Sum("activities__budget_idr"),
        )
        .order_by("-from_month", "-pk")
    )


def activities(plan: JointPlan) -> QuerySet[PlanActivity]:
    """List what a plan holds, by month."""
    rows = PlanActivity.objects.filter(plan=plan)
    return rows.select_related("owner", "recommendation").order_by("month", "number")


def overlaps(found: Sequence[PlanActivity]) -> list[Overlap]:
    """Name the months in which several owners answer for one recommendation."""
    together: dict[tuple[int, int], list[PlanActivity]] = {}
    for one in found:
        if one.recommendation_id is not None:
            key = (one.month, one.recommendation_id)
            together.setdefault(key, []).append(one)
    return [
        Overlap(month, rows)
        for (month, _advice), rows in sorted(together.items())
        if len({row.owner_name for row in rows}) > 1
    ]
