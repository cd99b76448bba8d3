"""What pages ask about the money of cases; the scope is always given."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import (
    BigIntegerField,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Coalesce

from naungan.casework.accounts.scope import Scope
from naungan.casework.collection.models import (
    Allocation,
    Debt,
    InstalmentPlan,
    Payment,
    Recovery,
    WorkerGained,
)
from naungan.casework.compliance.models import Case, Participation, Skk


PER_PAGE: Final = 50
RUPIAH: Final = BigIntegerField()
NONE: Final = Value(0, output_field=RUPIAH)


def visible(scope: Scope) -> QuerySet[Case]:
    """Give the cases that an institution owns or takes part in."""
    here = scope.institution_id
    taking_part = Participation.objects.filter(institution_id=here, until=None)
    return Case.objects.filter(
        Q(institution_id=here) | Q(pk__in=taking_part.values("case"))
    )


def ours(scope: Scope) -> Q:
    """Choose what hangs on those cases, without a look at every case.

    An institution writes on its own cases, and on those in which it takes part: so
    what others wrote on one's own is on a case that is shared.
    """
    here = scope.institution_id
    shared = Participation.objects.filter(
        Q(owner_id=here) | Q(institution_id=here, until=None)
    )
    return Q(institution_id=here) | Q(case__in=shared.values("case"))


def case(scope: Scope, number: int) -> Case | None:
    """Give a case that one may see."""
    return visible(scope).select_related("institution").filter(pk=number).first()


def payments(scope: Scope, of: Case) -> QuerySet[Payment]:
    """Give every payment of a case, voided ones too, the newest day first."""
    del scope
    found = Payment.objects.filter(case=of).select_related("recorded_by", "voided_by")
    return found.select_related("recovery__step").order_by("-paid_on", "-pk")


def payment(scope: Scope, of: Case, number: int) -> Payment | None:
    """Give one payment of a case."""
    return payments(scope, of).filter(pk=number).first()


def found_monthly(of: Case) -> int | None:
    """Give the rupiah a month of the finding of arrears that a case froze last."""
    found = of.findings.filter(code="contributions_in_arrears", how="run")
    return found.order_by("-run").values_list("monthly_idr", flat=True).first()


def found_span(of: Case) -> tuple[int, int] | None:
    """Give the first and last unpaid month of the finding of arrears frozen last.

    The newest months before that of the snapshot, as many as the finding counts; None
    where no finding tells it.
    """
    found = of.findings.filter(code="contributions_in_arrears", how="run")
    row = found.order_by("-run").values_list("month", "row").first()
    if row is None or row[0] is None or not row[1].get("months_in_arrears"):
        return None
    return row[0] - row[1]["months_in_arrears"], row[0] - 1


def plans(of: Case) -> QuerySet[InstalmentPlan]:
    """Give the plans of a case with their instalments, the newest first."""
    return InstalmentPlan.objects.filter(case=of).prefetch_related("lines")


def debts(scope: Scope) -> QuerySet[Debt]:
    """Give the debts that stand with what was paid of them, the largest first.

    `paid_idr` is what of the contributions was paid, `fined_idr` what of fines was.
    """
    of_debt = Allocation.objects.filter(
        case=OuterRef("case"), line__debt=OuterRef("pk")
    )
    return (
        Debt.objects.filter(ours(scope), state="standing")
        .select_related("case")
        .annotate(
            paid_idr=_summed(of_debt.filter(kind="contribution"), "line__debt"),
            fined_idr=_summed(of_debt.filter(kind="fine"), "line__debt"),
        )
        .order_by("-principal_idr", "pk")
    )


def _summed(found: QuerySet[Any], by: str) -> Coalesce:
    sums = found.order_by().values(by).annotate(all=Sum("amount_idr"))
    return Coalesce(Subquery(sums.values("all")[:1]), NONE, output_field=RUPIAH)


@dataclass(frozen=True)
class Stock:
    """All debts that stand: how many, their contributions, and what was paid of them."""

    cases: int
    principal_idr: int
    paid_idr: int
    running: int
    broken: int

    @property
    def left_idr(self) -> int:
        """The contributions that are still owed."""
        return self.principal_idr - self.paid_idr


def stock(scope: Scope) -> Stock:
    """Sum the debts that stand in four questions."""
    here = ours(scope)
    standing = Debt.objects.filter(here, state="standing")
    summed = standing.aggregate(cases=Count("pk"), principal=Sum("principal_idr"))
    of_debts = Allocation.objects.filter(here, kind="contribution")
    paid = of_debts.aggregate(all=Sum("amount_idr"))["all"] or 0
    gone = of_debts.filter(line__debt__state="replaced").aggregate(
        all=Sum("amount_idr")
    )
    plan = InstalmentPlan.objects.filter(here).aggregate(
        running=Count("pk", filter=Q(state="running")),
        broken=Count("pk", filter=Q(state="broken")),
    )
    return Stock(
        summed["cases"],
        summed["principal"] or 0,
        paid - (gone["all"] or 0),  # few: cheaper than to ask the debt of every part
        plan["running"],
        plan["broken"],
    )


@dataclass(frozen=True)
class Brought:
    """What one step brought: "" is what came before any step."""

    step: str
    cases: int
    payments: int
    contribution_idr: int
    fine_idr: int
    registered: int
    reactivated: int


def brought(scope: Scope, since: date, until: date) -> list[Brought]:
    """Count what each step brought in a span of days, every rupiah and worker once."""
    here = ours(scope)
    money = (
        Recovery.objects.filter(here, paid_on__range=(since, until))
        .values(code=Coalesce(F("step__step"), Value("")))
        .annotate(
            cases=Count("case", distinct=True),
            payments=Count("pk"),
            contribution=Sum("contribution_idr"),
            fine=Sum("fine_idr"),
        )
    )
    people = (
        WorkerGained.objects.filter(here, seen_on__range=(since, until))
        .values(code=Coalesce(F("step__step"), Value("")))
        .annotate(
            registered=Count("pk", filter=Q(gain="registered")),
            reactivated=Count("pk", filter=Q(gain="reactivated")),
        )
    )
    by_step: dict[str, dict[str, Any]] = {}
    told: list[dict[str, Any]] = [*map(dict, money), *map(dict, people)]
    for row in told:
        by_step.setdefault(row["code"], {}).update(row)
    return [_brought(code, by_step[code]) for code in sorted(by_step)]


def _brought(code: str, row: dict[str, Any]) -> Brought:
    return Brought(
        code,
        row.get("cases", 0),
        row.get("payments", 0),
        row.get("contribution") or 0,
        row.get("fine") or 0,
        row.get("registered", 0),
        row.get("reactivated", 0),
    )


def recoveries(
    scope: Scope, since: date, until: date, step: str | None = None
) -> QuerySet[Recovery]:
    """Give what was recovered in a span of days, of one step where one is named."""
    found = Recovery.objects.filter(ours(scope), paid_on__range=(since, until))
    if step is not None:
        found = found.filter(step__step=step) if step else found.filter(step=None)
    return found.select_related("case", "payment", "step").order_by("-paid_on", "-pk")


def mandates(scope: Scope, since: date, until: date) -> QuerySet[Skk]:
    """Give the mandates that one gave or holds, issued in a span of days, newest first.

    `realised_idr` is what was recovered while each was alive; where two were, the one
    issued last has it, so that no rupiah counts twice.
    """
    sums = (
        _credited()
        .order_by()
        .values("case")
        .annotate(all=Sum(F("contribution_idr") + F("fine_idr"), output_field=RUPIAH))
    )
    return (
        Skk.objects.filter(
            Q(institution_id=scope.institution_id) | Q(to_id=scope.institution_id),
            issued_on__range=(since, until),
        )
        .select_related("case", "to", "institution")
        .annotate(
            realised_idr=Coalesce(
                Subquery(sums.values("all")[:1]), NONE, output_field=RUPIAH
            ),
            delegated_idr=F("principal_idr") + F("fine_idr"),
        )
        .order_by("-issued_on", "-pk")
    )


def _credited() -> QuerySet[Recovery]:
    """Give what was recovered for a mandate: alive on that day, and no later one was."""
    mandate = {name: OuterRef(name) for name in ("pk", "issued_on", "ended_on")}
    alive = Q(ended_on=None) | Q(ended_on__gte=OuterRef("paid_on"))
    later = Skk.objects.filter(
        Q(issued_on__gt=OuterRef(mandate["issued_on"]))
        | Q(issued_on=OuterRef(mandate["issued_on"]), pk__gt=OuterRef(mandate["pk"])),
        alive,
        case=OuterRef("case"),
        issued_on__lte=OuterRef("paid_on"),
    )
    lasting = Coalesce(mandate["ended_on"], Value(date.max))
    return Recovery.objects.filter(
        ~Exists(later),
        case=OuterRef("case"),
        paid_on__range=(mandate["issued_on"], lasting),
    )


@dataclass(frozen=True)
class Register:
    """Sums of a register of mandates, as they are reported.

    A mandate and those that follow it on the same case are about one debt: `cases`
    counts them once and `delegated_idr` takes the largest of them. `issued`, `returned`,
    `realised` and `alive` count mandates.
    """

    cases: int
    issued: int
    delegated_idr: int
    realised_idr: int
    returned: int
    realised: int
    alive: int

    @property
    def percent(self) -> Decimal | None:
        """How much of what was delegated came in, in percent; None of nothing."""
        if not self.delegated_idr:
            return None
        return Decimal(self.realised_idr) * 100 / self.delegated_idr


def register(rows: list[Skk]) -> Register:
    """Sum up a register; a mandate that waits for its letter is not given yet."""
    rows = [one for one in rows if one.state != "prepared"]
    states = [one.state for one in rows]
    largest: dict[int, int] = {}
    for one in rows:
        delegated: int = one.delegated_idr  # type: ignore[attr-defined]
        largest[one.case_id] = max(delegated, largest.get(one.case_id, 0))
    return Register(
        len(largest),
        len(rows),
        sum(largest.values()),
        sum(one.realised_idr for one in rows),  # type: ignore[attr-defined]
        states.count("returned"),
        states.count("realised"),
        states.count("issued") + states.count("registered"),
    )
