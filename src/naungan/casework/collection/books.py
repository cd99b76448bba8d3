"""The books of a case: its debts with their payments, read once and settled by the law."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.casework.collection.ledger import Ledger, Owed, Paid, Terms, settle
from naungan.casework.collection.models import (
    Debt,
    DebtLine,
    Instalment,
    InstalmentPlan,
    Payment,
)
from naungan.casework.collection.promise import Judged, Promised, judge
from naungan.casework.compliance.models import StepTaken
from naungan.casework.compliance.states import COUNTED
from naungan.law.book import enacted
from naungan.law.reader import reader_of


HANDED_OVER: Final = "kpknl_handover"
"""The step from which on the law adds no fine."""


@dataclass(frozen=True)
class Account:
    """One debt of a case with the payments that fall to it, settled."""

    debt: Debt
    lines: tuple[DebtLine, ...]
    payments: tuple[Payment, ...]
    ledger: Ledger


@dataclass(frozen=True)
class Books:
    """All debts of a case, oldest first, and the payments that no debt takes yet."""

    accounts: tuple[Account, ...]
    payments: tuple[Payment, ...]

    @property
    def standing(self) -> Account | None:
        """The account of the debt that stands; None where nothing was counted."""
        return next(
            (one for one in self.accounts if one.debt.state == "standing"), None
        )

    def owed_idr(self, on: date) -> int:
        """Contributions and fines that are owed on a day."""
        return 0 if self.standing is None else self.standing.ledger.owed_idr(on)

    @property
    def paid_idr(self) -> int:
        """Everything paid, surplus too."""
        return sum(one.amount_idr for one in self.payments)


def opened(case_id: int) -> Books:
    """Read and settle the books of a case that the scope may see."""
    return opened_all([case_id])[case_id]


def opened_all(cases: Sequence[int]) -> dict[int, Books]:
    """Read and settle the books of many cases, each kind of row by one statement."""
    debts = _by_case(Debt, cases, "made_at", "pk")
    payments = _by_case(Payment, cases, state="standing")
    lines: dict[int, list[DebtLine]] = defaultdict(list)
    for line in DebtLine.objects.filter(case_id__in=list(debts)) if debts else ():
        lines[line.debt_id].append(line)
    stopped = _handed_over(debts) if debts else {}
    return {
        case: _books(
            debts.get(case, []), lines, payments.get(case, []), stopped.get(case)
        )
        for case in cases
    }


def owed(case_id: int, on: date) -> int | None:
    """Give what a case owes on a day; None where nothing was counted."""
    standing = opened(case_id).standing
    return None if standing is None else standing.ledger.owed_idr(on)


def _handed_over(cases: Iterable[int]) -> dict[int, date]:
    found = StepTaken.objects.filter(
        case_id__in=list(cases), step=HANDED_OVER, state__in=COUNTED
    )
    newest_first = found.order_by("-taken_on").values_list("case_id", "taken_on")
    return dict(newest_first)


def _by_case(
    model: Any, cases: Iterable[int], *order: str, **kept: str
) -> dict[int, list[Any]]:
    rows = model.objects.filter(case_id__in=list(cases), **kept)
    found: dict[int, list[Any]] = {}
    for row in rows.order_by(*order) if order else rows:
        found.setdefault(row.case_id, []).append(row)
    return found


def _books(
    debts: list[Debt],
    lines: dict[int, list[DebtLine]],
    payments: list[Payment],
    stopped_on: date | None,
) -> Books:
    accounts = tuple(
        _account(debt, lines[debt.pk], _of_debt(debt, debts, payments), stopped_on)
        for debt in debts
    )
    return Books(accounts, tuple(payments))


def _of_debt(
    debt: Debt, debts: list[Debt], payments: Iterable[Payment]
) -> tuple[Payment, ...]:
    """Give the payments of the days between the start of a debt and of the next one."""
    later = debts[debts.index(debt) + 1 :]
    ends = min((one.payments_from or date.max for one in later), default=date.max)
    starts = debt.payments_from or date.min
    return tuple(one for one in payments if starts <= one.paid_on < ends)


def _account(
    debt: Debt,
    lines: list[DebtLine],
    payments: tuple[Payment, ...],
    stopped_on: date | None,
) -> Account:
    ledger = settle(
        [
            Owed(one.pk, one.month, one.programme, one.employer_idr, one.worker_idr)
            for one in lines
        ],
        [Paid(one.pk, one.paid_on, one.amount_idr, one.for_month) for one in payments],
        Terms(debt.counted_on, debt.labour_intensive, stopped_on),
        reader_of(enacted()),
    )
    return Account(debt, tuple(lines), payments, ledger)


def promised(lines: Iterable[Instalment]) -> list[Promised]:
    """Give the instalments of a plan as they are judged."""
    return [
        Promised(one.number, one.due_on, one.amount_idr, one.reopens_on)
        for one in lines
    ]


def paid_since(
    plan: InstalmentPlan, payments: Iterable[Payment]
) -> list[tuple[date, int]]:
    """Give what was paid beyond what had been paid when a plan was signed."""
    before = plan.paid_before_idr
    found = []
    for one in sorted(payments, key=lambda each: (each.paid_on, each.pk)):
        taken = min(before, one.amount_idr)
        before -= taken
        if one.amount_idr > taken:
            found.append((one.paid_on, one.amount_idr - taken))
    return found


def judged(
    plan: InstalmentPlan,
    lines: Iterable[Instalment],
    payments: Iterable[Payment],
    today: date,
) -> Judged:
    """Judge a plan by the payments of its case."""
    return judge(promised(lines), paid_since(plan, payments), today)
