"""What waits for the next act: who would be decided, budgeted, sent or billed."""

from dataclasses import dataclass

from django.db.models import QuerySet

from naungan.casework.protection import amounts
from naungan.casework.protection.models import Billing, Budget, Enrolment, Entry, Scheme
from naungan.casework.protection.queries.schemes import states_of
from naungan.casework.protection.states import BILLED
from naungan.lib.dates import month_start


def _lines(one: Scheme, village_code: str) -> QuerySet[Entry]:
    lines = Entry.objects.filter(scheme=one)
    return lines.filter(village_code=village_code) if village_code else lines


@dataclass(frozen=True)
class Room:
    """How many decided people a ceiling of the first year still pays for."""

    decided: int
    budgeted: int
    each_idr: int
    ceiling_idr: int | None

    @property
    def reached(self) -> int:
        """Count who would be budgeted now."""
        if self.ceiling_idr is None or not self.each_idr:
            return 0
        free = self.ceiling_idr // self.each_idr - self.budgeted
        return min(self.decided, max(free, 0))


def room(one: Scheme, village_code: str = "") -> Room:
    """Tell how far the first year's ceiling reaches; None where there is no ceiling."""
    first = amounts.by_year(one)[0]
    found = Budget.objects.filter(
        scheme=one, year=first.year, village_code__in={"", village_code}
    )
    budget = found.order_by("-village_code").first()
    named = Entry.objects.filter(budget=budget).exclude(state="decided")
    return Room(
        decided=states_of(one, village_code)["decided"],
        budgeted=named.count() if budget else 0,
        each_idr=first.each_idr,
        ceiling_idr=budget.ceiling_idr if budget else None,
    )


def unsent(one: Scheme, village_code: str = "") -> int:
    """Count who is budgeted and in no file for BPJS Ketenagakerjaan."""
    lines = _lines(one, village_code)
    return lines.filter(state="budgeted", enrolment=None).count()


def billable(one: Scheme, village_code: str, month: int) -> int:
    """Count who is enrolled and can be billed from a month on: nobody who died before."""
    told = states_of(one, village_code)
    lines = _lines(one, village_code).filter(state__in=BILLED)
    dead = lines.filter(died_on__lt=month_start(month)).count()
    return sum(told[state] for state in BILLED) - dead


def enrolments(one: Scheme) -> QuerySet[Enrolment]:
    """Give the files of a scheme, the newest first."""
    return Enrolment.objects.filter(scheme=one).order_by("-number")


def billings(one: Scheme) -> QuerySet[Billing]:
    """Give the bills of a scheme, the newest months first."""
    found = Billing.objects.filter(scheme=one)
    return found.order_by("-from_month", "village_code", "-pk")
