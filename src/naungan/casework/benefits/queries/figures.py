"""Figures of claims: how many, how much, for how many families, after how long.

They count claims and nothing else; nobody is looked at.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any, Final

from django.db.models import (
    Aggregate,
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    Q,
    Sum,
)
from django.db.models.functions import ExtractYear

from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits.models import Tranche
from naungan.casework.benefits.queries.claims import claims, counted
from naungan.casework.benefits.states import OPEN, SETTLED
from naungan.casework.protection.models import BilledMonth, PaidMonth
from naungan.casework.protection.queries.schemes import in_place, place_of, schemes


CUTS: Final = ("fund", "event", "year", "village_code", "scheme")
"""By what figures are laid apart."""
PAID: Final = Q(state__in=SETTLED)
BREADWINNER: Final = Q(event__in=("death_other", "death_work")) | Q(
    facts__outcome="total_disability"
)
"""Events after which a family would have lost its income."""


class Median(Aggregate):
    """The middle of some lengths of time."""

    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@dataclass(frozen=True)
class Figure:
    """Claims of one part: counts, rupiah, days from the report and from full papers.

    `families` are those of paid claims whose breadwinner died or was wholly disabled:
    the number of families kept from losing that income. `late` were paid after the
    law's day.
    """

    key: str
    claims: int
    open: int
    refused: int
    paid: int
    families: int
    paid_idr: int
    days: int | None
    days_of_papers: int | None
    late: int


def _between(first: str, last: str) -> "ExpressionWrapper[Any]":
    return ExpressionWrapper(F(last) - F(first), output_field=DurationField())


SUMS: Final[dict[str, Any]] = {
    "claims": Count("pk"),
    "open": Count("pk", filter=Q(state__in=OPEN)),
    "refused": Count("pk", filter=Q(state="refused")),
    "paid": Count("pk", filter=PAID),
    "families": Count("pk", filter=PAID & BREADWINNER),
    "sum_idr": Sum("paid_idr", filter=PAID, default=0),
    "wait": Median(_between("told_on", "paid_on"), filter=PAID),
    "wait_of_papers": Median(
        _between("complete_on", "paid_on"), filter=PAID & Q(complete_on__isnull=False)
    ),
    "late": Count("pk", filter=PAID & Q(paid_on__gt=F("pay_by"))),
}


def figures(scope: Scope, cut: str, year: int | None = None) -> list[Figure]:
    """Lay the claims one may see apart, the part with the most money first."""
    kept = counted(scope).exclude(state="withdrawn")
    kept = kept.filter(event_on__year=year) if year else kept
    key = {"year": ExtractYear("event_on"), "scheme": F("scheme__name")}
    rows = kept.annotate(key=key.get(cut, F(cut))).values("key").annotate(**SUMS)
    return sorted(
        (_figure(row) for row in rows), key=lambda one: (-one.paid_idr, one.key)
    )


def whole(scope: Scope, year: int | None = None) -> Figure:
    """Sum up every claim one may see."""
    kept = counted(scope).exclude(state="withdrawn")
    kept = kept.filter(event_on__year=year) if year else kept
    return _figure(dict(kept.aggregate(**SUMS), key=""))


def _figure(row: Mapping[str, Any]) -> Figure:
    counts = {
        name: row[name]
        for name in ("claims", "open", "refused", "paid", "families", "late")
    }
    return Figure(
        key="" if row["key"] is None else str(row["key"]),
        paid_idr=row["sum_idr"],
        days=_days(row["wait"]),
        days_of_papers=_days(row["wait_of_papers"]),
        **counts,
    )


def _days(found: timedelta | None) -> int | None:
    return None if found is None else round(found / timedelta(days=1))


@dataclass(frozen=True)
class Return:
    """What came back to families for what a fund paid in contributions.

    `people` were paid for in the month in which a scheme paid for most, over its schemes.
    """

    fund: str
    contributed_idr: int
    paid_idr: int
    people: int
    claims: int

    @property
    def ratio(self) -> Fraction | None:
        """Give rupiah paid out for each rupiah of contribution; None where none was paid."""
        if not self.contributed_idr:
            return None
        return Fraction(self.paid_idr, self.contributed_idr)


def returns(scope: Scope) -> list[Return]:
    """Lay what each fund paid in beside what its people's families were paid."""
    contributed = _contributed(scope)
    of_schemes = counted(scope).filter(PAID, scheme_id__isnull=False)
    got = {
        fund: (amount, many)
        for fund, amount, many in of_schemes.values_list("fund").annotate(
            sum=Sum("paid_idr"), many=Count("pk")
        )
    }
    return [
        Return(fund, *_pair(contributed, fund, got))
        for fund in sorted({*contributed, *got})
    ]


def _contributed(scope: Scope) -> dict[str, tuple[int, int]]:
    """Give of each fund the rupiah it paid, and for how many people in a full month."""
    amounts: Counter[str] = Counter()
    most: dict[tuple[str, int], int] = {}
    for fund, number, people, amount in _months(scope):
        amounts[fund] += amount
        most[fund, number] = max(most.get((fund, number), 0), people)
    full: Counter[str] = Counter()
    for (fund, _number), people in most.items():
        full[fund] += people
    return {fund: (amount, full[fund]) for fund, amount in amounts.items()}


def _months(scope: Scope) -> Iterable[tuple[str, int, int, int]]:
    """Give fund, scheme, people and rupiah of every month paid, a small place's own."""
    seen = schemes(scope).values("pk")
    place = place_of(scope)
    rows: Any = BilledMonth.objects.filter(
        scheme__in=seen, billing__paid_on__isnull=False
    )
    people: Aggregate = Sum("people")
    if place:
        rows = PaidMonth.objects.filter(
            in_place(place), scheme__in=seen, paid_on__isnull=False
        )
        people = Count("pk")
    months = rows.order_by().values("fund", "scheme_id", "month")
    found: Iterable[tuple[str, int, int, int]] = months.annotate(
        many=people, amount=Sum("amount_idr")
    ).values_list("fund", "scheme_id", "many", "amount")
    return found


def _pair(
    contributed: dict[str, tuple[int, int]], fund: str, got: dict[str, tuple[int, int]]
) -> tuple[int, int, int, int]:
    amount, people = contributed.get(fund, (0, 0))
    paid_idr, many = got.get(fund, (0, 0))
    return amount, paid_idr, people, many


@dataclass(frozen=True)
class Schooling:
    """Scholarship years that could be asked for now, and those paid already."""

    waiting: int
    waiting_idr: int
    paid: int
    paid_idr: int


def schooling(scope: Scope, year: int) -> Schooling:
    """Count the school years up to a calendar year that nobody claimed, and the paid."""
    kept = Tranche.objects.filter(claim__in=counted(scope).values("pk"))
    due = Q(paid_on__isnull=True, dropped_reason="", year__lte=year)
    told = kept.aggregate(
        waiting=Count("pk", filter=due),
        waiting_idr=Sum("amount_idr", filter=due, default=0),
        paid=Count("pk", filter=Q(paid_on__isnull=False)),
        paid_idr=Sum("amount_idr", filter=Q(paid_on__isnull=False), default=0),
    )
    return Schooling(**told)


def unclaimed_years(scope: Scope, year: int, limit: int) -> list[Tranche]:
    """Give the school years up to a calendar year that nobody claimed, the oldest first."""
    kept = Tranche.objects.filter(
        claim__in=claims(scope).order_by().values("pk"),
        paid_on__isnull=True,
        dropped_reason="",
        year__lte=year,
    )
    return list(kept.select_related("claim", "child").order_by("year", "pk")[:limit])
