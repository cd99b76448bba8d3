"""The money of a case as its page shows it: months, payments, instalments, doubts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from django.utils.translation import gettext as _

from naungan.casework.collection import books
from naungan.casework.collection.books import Account, Books
from naungan.casework.collection.models import DebtLine, InstalmentPlan, Payment
from naungan.casework.collection.promise import lines
from naungan.casework.collection.statement import Levied, Statement
from naungan.lib.dates import month_text
from naungan.web.figures import month_words
from naungan.web.figures.rupiah import Idr
from naungan.web.language import spoken
from naungan.web.pages.collection import words


NEAR: Final = 100
"""Amounts that differ by less than this part are the same but for their rounding."""


@dataclass(frozen=True)
class MonthLine:
    """One month owed: its day, contributions, what was paid, fines and what is left."""

    month: str
    due_on: date
    programmes: str
    principal: Idr
    paid: Idr
    fine: Idr
    left: Idr


@dataclass(frozen=True)
class PaymentLine:
    """One payment: what it settled, and which step brought it."""

    payment: Payment
    amount: Idr
    contribution: Idr
    fine: Idr
    surplus: Idr
    for_month: str
    step: str
    state: str
    is_void: bool


@dataclass(frozen=True)
class InstalmentLine:
    """One instalment of a plan as it stands today."""

    number: int
    due_on: date
    amount: Idr
    reached: Idr
    state: str
    tone: str


@dataclass(frozen=True)
class PlanShown:
    """A plan with its state in words and its instalments."""

    plan: InstalmentPlan
    state: str
    tone: str
    lines: list[InstalmentLine]


@dataclass(frozen=True)
class Money:
    """Everything that the page of a case's money shows."""

    on: date
    account: Account | None
    months: list[MonthLine]
    total: Idr
    principal: Idr
    principal_left: Idr
    fine_left: Idr
    paid: Idr
    surplus: Idr
    order: str
    order_doubt: str
    confidence: str

    @property
    def source(self) -> str:
        """Say where the payroll was taken from."""
        return str(words.SOURCE[self.account.debt.source]) if self.account else ""


def money(found: Books, on: date) -> Money:
    """Lay out the debt that stands, with fines to a day."""
    account = found.standing
    months = [] if account is None else _months(account, on)
    order = account.ledger.account.order if account else None
    left = 0 if account is None else sum(_left(account))
    total = found.owed_idr(on)
    return Money(
        on=on,
        account=account,
        months=months,
        total=Idr(total),
        principal=Idr(account.debt.principal_idr if account else 0),
        principal_left=Idr(left),
        fine_left=Idr(total - left),
        paid=Idr(found.paid_idr),
        surplus=Idr(sum(one.surplus_idr for one in found.payments)),
        order=order.used.title.text(spoken()) if order else "",
        order_doubt=order.used.unsure(spoken()) if order else "",
        confidence=account.debt.confidence if account else "",
    )


def _left(account: Account) -> Iterable[int]:
    return (item.left_idr for item in account.ledger.lines.values())


def _months(account: Account, on: date) -> list[MonthLine]:
    return [
        _month(account, month, list(same), on)
        for month, same in groupby(account.lines, key=lambda one: one.month)
    ]


def _month(
    account: Account, month: int, same: Sequence[DebtLine], on: date
) -> MonthLine:
    items = [account.ledger.lines[one.pk] for one in same]
    principal = sum(one.principal_idr for one in same)
    left = sum(item.left_idr for item in items)
    fine = sum(item.fine(on).fine_idr for item in items)
    owed = left + sum(item.fine_left_idr(on) for item in items)
    return MonthLine(
        month=month_words(month_text(month)),
        due_on=min(one.due_on for one in same),
        programmes=", ".join(one.programme for one in same),
        principal=Idr(principal),
        paid=Idr(principal + fine - owed),
        fine=Idr(fine),
        left=Idr(owed),
    )


def payments(found: Iterable[Payment]) -> list[PaymentLine]:
    """Lay out payments, voided ones too."""
    return [_payment(one) for one in found]


def _payment(one: Payment) -> PaymentLine:
    recovery = getattr(one, "recovery", None)
    taken = recovery.step if recovery else None
    return PaymentLine(
        one,
        Idr(one.amount_idr),
        Idr(recovery.contribution_idr if recovery else 0),
        Idr(recovery.fine_idr if recovery else 0),
        Idr(one.surplus_idr),
        month_words(month_text(one.for_month)) if one.for_month else "",
        words.step(taken.step if taken else "") if recovery else "",
        words.state("payment", one.state),
        one.state == "void",
    )


def plan(
    found: Books, plans: Iterable[InstalmentPlan], today: date
) -> PlanShown | None:
    """Lay out the plan that counts; its state is judged as of today."""
    one = next((each for each in plans if each.state != "replaced"), None)
    if one is None:
        return None
    instalments = list(one.lines.all())
    paid = books.paid_since(one, found.payments)
    now = books.judged(one, instalments, found.payments, today).state
    shown = [
        InstalmentLine(
            each.promised.number,
            each.promised.due_on,
            Idr(each.promised.amount_idr),
            Idr(each.reached_idr),
            str(words.INSTALMENT[each.state]),
            words.TONE[each.state],
        )
        for each in lines(books.promised(instalments), paid, today)
    ]
    return PlanShown(one, words.state("plan", now), words.TONE[now], shown)


@dataclass(frozen=True)
class StatedMonth:
    """One month of a debt that is not frozen yet."""

    month: str
    programmes: str
    principal: Idr


def stated(statement: Statement) -> list[StatedMonth]:
    """Lay out what would be frozen, month by month."""

    def month(one: Levied) -> int:
        return one.month

    return [
        StatedMonth(
            month_words(month_text(index)),
            ", ".join(one.programme for one in same),
            Idr(sum(one.principal_idr for one in same)),
        )
        for index, same in (
            (index, list(group)) for index, group in groupby(statement.lines, key=month)
        )
    ]


def beside_finding(statement: Statement, found_idr: int | None) -> str:
    """Say why a finding and the law name different amounts for a month, where they do."""
    newest = max(one.month for one in statement.lines)
    same = [one for one in statement.lines if one.month == newest]
    owed_idr = sum(one.principal_idr for one in same)
    if not found_idr or abs(found_idr - owed_idr) * NEAR <= owed_idr:
        return ""
    said = _(
        "Temuan menyebut %(found)s sebulan: kekurangan tagihan terakhir menurut berkas "
        "pembayaran, atau iuran menurut kepesertaan bila berkas itu tidak ada. Hukum "
        "menghitung %(owed)s untuk %(month)s, dari upah terlapor dan program tiap "
        "peserta: %(programmes)s."
    )
    return said % {
        "found": str(Idr(found_idr)),
        "owed": str(Idr(owed_idr)),
        "month": month_words(month_text(newest)),
        "programmes": ", ".join(one.programme for one in same),
    }
