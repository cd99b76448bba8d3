"""Ceiling against plan against paid, by fund and fiscal year; reported beside computed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import ExtractMonth, ExtractYear

from naungan.casework.accounts.scope import Scope
from naungan.casework.protection import amounts
from naungan.casework.protection.categories import CATEGORIES
from naungan.casework.protection.models import (
    BilledMonth,
    Billing,
    Budget,
    PaidMonth,
    ReportedFigure,
    Scheme,
    Tally,
)
from naungan.casework.protection.queries.schemes import (
    in_place,
    place_of,
    quota_people,
    schemes,
)
from naungan.casework.protection.states import TAKEN
from naungan.lib.dates import month_of


MONTHS_A_YEAR = amounts.MONTHS_A_YEAR


@dataclass(frozen=True)
class Year:
    """One fiscal year of a scheme: what it costs, may cost, was billed and paid.

    `plan_idr` is people by rate by month, `reported` what was said of the year.
    `ceiling_idr` is None where none was written, `exhausted_in` the first month that
    it does not pay whole.
    """

    part: amounts.YearPart
    people: int
    ceiling_idr: int | None
    exhausted_in: int | None
    billed_idr: int
    paid_idr: int
    reported_idr: int | None

    @property
    def plan_idr(self) -> int:
        """Give people by rate by month."""
        return self.people * self.part.each_idr

    @property
    def variance_idr(self) -> int | None:
        """Give what was reported minus what is computed; None where nothing was said."""
        return None if self.reported_idr is None else self.reported_idr - self.plan_idr

    @property
    def left_idr(self) -> int | None:
        """Give what the ceiling leaves after everything billed; None without one."""
        return None if self.ceiling_idr is None else self.ceiling_idr - self.billed_idr


@dataclass(frozen=True)
class BudgetSheet:
    """The money of a scheme: whose count it rests on, and its fiscal years."""

    people: int
    counted: str
    years: tuple[Year, ...]

    @property
    def plan_idr(self) -> int:
        """Give the cost of the whole scheme."""
        return sum(one.plan_idr for one in self.years)

    @property
    def ceiling_idr(self) -> int:
        """Give the ceilings of all years."""
        return sum(one.ceiling_idr or 0 for one in self.years)

    @property
    def exhausted_in(self) -> list[int]:
        """Name the month in which each ceiling runs out; none of one that is enough."""
        return [one.exhausted_in for one in self.years if one.exhausted_in is not None]

    @property
    def unwritten(self) -> list[int]:
        """Name the fiscal years without a ceiling."""
        return [one.part.year for one in self.years if one.ceiling_idr is None]


def budget_sheet(one: Scheme) -> BudgetSheet:
    """Lay ceiling, plan, bills, payments and reports of a scheme side by side.

    The plan counts whom a decree names, else who passed the checks, else the quota, else
    the people who were reported; `counted` says which.
    """
    people, counted = _people(one)
    parts = amounts.by_year(one)
    ceilings = _by_year_of(Budget.objects.filter(scheme=one), "ceiling_idr")
    billed, paid = _months(one)
    said = _reported(one)
    years = tuple(
        Year(
            part,
            people,
            ceilings.get(part.year),
            _exhausted_in(one, part, people, ceilings.get(part.year)),
            billed.get(part.year, 0),
            paid.get(part.year, 0),
            said.get(part.year),
        )
        for part in parts
    )
    return BudgetSheet(people, counted, years)


def _exhausted_in(
    one: Scheme, part: amounts.YearPart, people: int, ceiling_idr: int | None
) -> int | None:
    if ceiling_idr is None:
        return None
    return amounts.exhausted_in(one, part, people, ceiling_idr)


def _people(one: Scheme) -> tuple[int, str]:
    told = Tally.objects.filter(scheme=one).aggregate(
        taken=Sum("people", filter=Q(state__in=TAKEN)),
        listed=Sum("people", filter=Q(state="valid")),
    )
    if told["taken"]:
        return told["taken"], "taken"
    if told["listed"]:
        return told["listed"], "listed"
    quota = quota_people(one)
    if quota:
        return quota, "quota"
    said = ReportedFigure.objects.filter(scheme=one, kind="people").last()
    return (said.amount, "reported") if said else (0, "quota")


def _by_year_of(found: QuerySet[Budget], field: str) -> dict[int, int]:
    return dict(found.order_by().values_list("year").annotate(sum=Sum(field)))


def _months(one: Scheme) -> tuple[dict[int, int], dict[int, int]]:
    """Sum what was billed and what was paid, by the fiscal year of each month."""
    counted = BilledMonth.objects.filter(scheme=one).order_by().values_list("month")
    billed: dict[int, int] = {}
    paid: dict[int, int] = {}
    rows = counted.annotate(
        billed=Sum("amount_idr"),
        paid=Sum("amount_idr", filter=Q(billing__paid_on__isnull=False)),
    )
    for month, all_of_it, of_paid in rows:
        year = month // MONTHS_A_YEAR
        billed[year] = billed.get(year, 0) + all_of_it
        paid[year] = paid.get(year, 0) + (of_paid or 0)
    return billed, paid


def _reported(one: Scheme) -> dict[int, int]:
    found = ReportedFigure.objects.filter(scheme=one, kind="idr").order_by("pk")
    return dict(found.values_list("year", "amount"))


@dataclass(frozen=True)
class AfterDeath:
    """Months after that of a death which were billed before it was reported."""

    people: int
    months: int
    amount_idr: int
    paid_months: int


def after_death(one: Scheme) -> AfterDeath | None:
    """Sum what was billed of a scheme for months after a death; None where nothing was."""
    died_in = ExtractYear("entry__died_on") * MONTHS_A_YEAR
    died_in += ExtractMonth("entry__died_on") - 1
    # By the scheme of the line, not of the month: an index knows the few who died.
    dead = PaidMonth.objects.filter(entry__scheme=one, entry__died_on__isnull=False)
    told = dead.filter(month__gt=died_in).aggregate(
        people=Count("entry", distinct=True),
        months=Count("pk"),
        amount_idr=Sum("amount_idr", default=0),
        paid_months=Count("pk", filter=Q(paid_on__isnull=False)),
    )
    return AfterDeath(**told) if told["months"] else None


@dataclass(frozen=True)
class Unpaid:
    """A body that set money aside and paid nothing, or left a bill open."""

    scheme: Scheme
    village_code: str
    ceiling_idr: int
    open_idr: int
    due_on: date | None


def unpaid(scope: Scope, today: date, one: Scheme | None = None) -> list[Unpaid]:
    """Name the bodies that budgeted and did not pay, and bills past their day.

    Of one scheme, or of all that one may see. Before the first month of a scheme nobody
    has forgotten to pay for it.
    """
    seen = schemes(scope)
    if one is not None:
        seen = seen.filter(pk=one.pk)
    begun = seen.filter(from_month__lte=month_of(today))
    budgets = Budget.objects.filter(scheme__in=begun, ceiling_idr__gt=0).select_related(
        "scheme"
    )
    paid = Billing.objects.filter(scheme__in=seen, paid_on__isnull=False)
    payers = set(paid.values_list("scheme_id", "village_code"))
    late = Billing.objects.filter(
        scheme__in=seen, paid_on=None, voided_at=None, due_on__lt=today
    )
    overdue: dict[tuple[int, str], list[Billing]] = {}
    for billing in late.select_related("scheme"):
        key = (billing.scheme_id, billing.village_code)
        overdue.setdefault(key, []).append(billing)
    found = []
    for budget in budgets:
        key = (budget.scheme_id, budget.village_code)
        bills = overdue.pop(key, [])
        if key not in payers or bills:
            found.append(_unpaid(budget.scheme, key[1], budget.ceiling_idr, bills))
    for key, bills in overdue.items():
        found.append(_unpaid(bills[0].scheme, key[1], 0, bills))
    return sorted(found, key=lambda one: (one.scheme.name, one.village_code))


def _unpaid(
    scheme: Scheme, village_code: str, ceiling_idr: int, bills: list[Billing]
) -> Unpaid:
    days = [one.due_on for one in bills if one.due_on is not None]
    return Unpaid(
        scheme,
        village_code,
        ceiling_idr,
        sum(one.amount_idr for one in bills),
        min(days, default=None),
    )


def by_fund(scope: Scope, category: str = "") -> list[Mapping[str, object]]:
    """Give people and rupiah paid by fund and month, over every scheme one may see.

    Nobody is paid for twice for a month, so the funds of a month add up to its people;
    months never do. `category` names one group of people, "" all of them.
    """
    seen = schemes(scope)
    if category:
        seen = seen.filter(category=category)
    found = BilledMonth.objects.filter(
        scheme__in=seen, billing__paid_on__isnull=False, people__gt=0
    )
    counted = found.order_by("month", "fund").values("month", "fund")
    return list(counted.annotate(count=Sum("people"), idr=Sum("amount_idr")))


def people_paid(found: Iterable[Scheme], day: date) -> int:
    """Count the people of schemes for whom a month was paid until a day.

    Left out is whoever had died before the month of that day.
    """
    living = Q(entry__died_on=None) | Q(entry__died_on__gte=day.replace(day=1))
    paid = PaidMonth.objects.filter(living, scheme__in=found, paid_on__lte=day)
    return paid.order_by().values("entry").distinct().count()


def of_place(scope: Scope) -> list[Mapping[str, object]]:
    """Give what was paid for the people of the village or district at work.

    By month and scheme; the months are those of its own people, whoever was billed.
    """
    paid = PaidMonth.objects.filter(
        in_place(place_of(scope)), scheme__in=schemes(scope), paid_on__isnull=False
    )
    rows = paid.order_by("month", "fund", "scheme_id").values(
        "month", "fund", "scheme_id", "scheme__name"
    )
    return list(rows.annotate(count=Count("pk"), idr=Sum("amount_idr")))


def categories_paid(scope: Scope) -> list[str]:
    """Name the groups of people for whom anything was paid, in the catalogue's order."""
    paid = Billing.objects.filter(scheme__in=schemes(scope), paid_on__isnull=False)
    found = set(paid.order_by().values_list("scheme__category", flat=True))
    return [code for code in CATEGORIES if code in found]
