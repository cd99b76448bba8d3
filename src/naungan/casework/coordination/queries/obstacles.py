"""The register of what stands in the way: listed, and counted over time and region."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncQuarter

from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import catalogue
from naungan.casework.coordination.models import Obstacle


REGENCY_PARTS: Final = 2


@dataclass(frozen=True)
class Sought:
    """Which obstacles are asked for; empty is everything."""

    kind: str = ""
    category: str = ""
    region_code: str = ""
    is_open: bool | None = None
    word: str = ""


@dataclass(frozen=True)
class Counted:
    """Obstacles counted: by kind and quarter, by kind and regency, by category.

    Quarters are named by their first day, in order, without a gap.
    """

    quarters: list[date]
    by_kind: dict[str, Counter[date]]
    regions: list[str]
    by_region: dict[str, Counter[str]]
    categories: Counter[str]
    open_by_kind: Counter[str]

    @property
    def total(self) -> int:
        """Count all of them."""
        return sum(self.categories.values())


def obstacles(scope: Scope, sought: Sought) -> QuerySet[Obstacle]:
    """List obstacles that the scope sees, the newest first."""
    del scope  # the database shows what the institution keeps or takes part in
    found = Obstacle.objects.select_related("event", "institution")
    asked = {"kind": sought.kind, "region_code__startswith": sought.region_code}
    found = found.filter(**{name: value for name, value in asked.items() if value})
    if sought.category:
        found = found.filter(kind__in=kinds_of(sought.category))
    if sought.is_open is not None:
        found = found.filter(resolved_on__isnull=sought.is_open)
    if sought.word:
        found = found.filter(
            Q(text__icontains=sought.word) | Q(resolution__icontains=sought.word)
        )
    return found.order_by("-noted_on", "-pk")


def after(found: QuerySet[Obstacle], number: int) -> QuerySet[Obstacle]:
    """Give the obstacles behind one in the order of the list; none behind an unknown one."""
    last = found.filter(pk=number).values_list("noted_on", flat=True)
    if not last:
        return found.none()
    return found.filter(Q(noted_on__lt=last[0]) | Q(noted_on=last[0], pk__lt=number))


def kinds_of(category: str) -> list[str]:
    """Give the kinds of obstacles of a category."""
    known = catalogue.words("obstacle_kinds").values()
    return [one.code for one in known if one.of.get("category") == category]


def category_of(kind: str) -> str:
    """Give the category of a kind; nothing for a kind that is not in the catalogue."""
    found = catalogue.words("obstacle_kinds").get(kind)
    return str(found.of.get("category", "")) if found else ""


def counted(scope: Scope, sought: Sought) -> Counted:
    """Count the obstacles sought by one question to the database."""
    rows = (
        obstacles(scope, sought)
        .order_by()
        .annotate(quarter=TruncQuarter("noted_on"))
        .values_list("kind", "quarter", "region_code")
        .annotate(all_of=Count("pk"), left=Count("pk", filter=_still_open()))
    )
    by_kind: dict[str, Counter[date]] = defaultdict(Counter)
    by_region: dict[str, Counter[str]] = defaultdict(Counter)
    categories: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for kind, quarter, region, many, still in rows:
        by_kind[kind][quarter] += many
        by_region[kind][_regency(region)] += many
        categories[category_of(kind)] += many
        left[kind] += still
    return Counted(
        quarters=_between({one for counts in by_kind.values() for one in counts}),
        by_kind=dict(by_kind),
        regions=sorted({one for counts in by_region.values() for one in counts}),
        by_region=dict(by_region),
        categories=categories,
        open_by_kind=left,
    )


def _still_open() -> Q:
    return Q(resolved_on__isnull=True)


def _regency(code: str) -> str:
    return ".".join(code.split(".")[:REGENCY_PARTS])


def _between(quarters: set[date]) -> list[date]:
    """Name every quarter from the first to the last."""
    if not quarters:
        return []
    found = [min(quarters)]
    while found[-1] < max(quarters):
        found.append(_next(found[-1]))
    return found


def _next(quarter: date) -> date:
    month = quarter.month + 3
    return date(quarter.year + (month > 12), (month - 1) % 12 + 1, 1)
