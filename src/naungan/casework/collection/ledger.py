"""The account of a case: frozen months, payments in the law's order, fines to a day.

The contributions were frozen when the debt was established; which of them a payment
settles, and what fine runs meanwhile, is counted by the law every time. Nothing of
this touches the database.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from naungan.law.arrears.account import Account, Item, open_account
from naungan.law.arrears.payroll import Levy
from naungan.law.reader import Reader


SEGMENT: Final = "PU"
KINDS: Final = ("contribution", "fine")
"""What a payment may settle of a month."""


@dataclass(frozen=True)
class Owed:
    """One programme's month as frozen: `line` is its number, shares in rupiah."""

    line: int
    month: int
    programme: str
    employer_idr: int
    worker_idr: int

    @property
    def principal_idr(self) -> int:
        """The contribution of both together."""
        return self.employer_idr + self.worker_idr


@dataclass(frozen=True)
class Paid:
    """One payment that stands, in rupiah; with a month it is meant for that month."""

    number: int
    paid_on: date
    amount_idr: int
    month: int | None = None


@dataclass(frozen=True)
class Part:
    """What of one payment went to one frozen line, as contribution or as fine."""

    payment: int
    line: int
    kind: str
    amount_idr: int


@dataclass(frozen=True)
class Terms:
    """What the law asks besides the months: on which day counted, and what stops it."""

    counted_on: date
    labour_intensive: bool = False
    handed_over_on: date | None = None


@dataclass
class Ledger:
    """The account after its payments: every part, and what no month took.

    `lines` gives each item by the number of its frozen line, `surplus` by payment what
    was more than was owed on its day.
    """

    account: Account
    lines: dict[int, Item]
    parts: list[Part] = field(default_factory=list)
    surplus: dict[int, int] = field(default_factory=dict)

    def owed_idr(self, on: date) -> int:
        """Contributions and fines that are owed on a day."""
        return self.account.owed_idr(on)


def settle(
    owed: Sequence[Owed], payments: Iterable[Paid], terms: Terms, reader: Reader
) -> Ledger:
    """Settle the payments in the order of their days, as far as they reach.

    Payments of one day are settled in the order in which they were written down.
    """
    ledger = _opened(owed, terms, reader)
    for one in sorted(payments, key=lambda each: (each.paid_on, each.number)):
        _settle_one(ledger, one)
    return ledger


def _opened(owed: Sequence[Owed], terms: Terms, reader: Reader) -> Ledger:
    ordered = sorted(owed, key=lambda one: (one.month, one.line))
    account = open_account(
        SEGMENT,
        [_levy(one) for one in ordered],
        terms.counted_on,
        reader,
        labour_intensive=terms.labour_intensive,
        handed_over_on=terms.handed_over_on,
    )
    by_line = zip((one.line for one in ordered), account.items, strict=True)
    return Ledger(account, dict(by_line))


def _levy(one: Owed) -> Levy:
    by_payer: Mapping[str, int] = {
        "employer": one.employer_idr,
        "worker": one.worker_idr,
    }
    return Levy(one.programme, one.month, by_payer, (), ())


def _settle_one(ledger: Ledger, one: Paid) -> None:
    """Let one payment reach what it is meant for, and then what else is owed."""
    before = {line: _taken(item) for line, item in ledger.lines.items()}
    rest = one.amount_idr
    if one.month is not None:
        rest = ledger.account.pay(
            rest, one.paid_on, lambda item: item.levy.month == one.month
        ).left_idr
    left = ledger.account.pay(rest, one.paid_on).left_idr if rest else 0
    for line, item in ledger.lines.items():
        for kind, then, now in zip(KINDS, before[line], _taken(item), strict=True):
            if now > then:
                ledger.parts.append(Part(one.number, line, kind, now - then))
    ledger.surplus[one.number] = left


def _taken(item: Item) -> tuple[int, int]:
    return sum(part.amount_idr for part in item.paid), item.fine_paid_idr
