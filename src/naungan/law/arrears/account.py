"""The account of a debtor: months and programmes owed, payments, fines to a day.

A payment settles months and fines in an order that is a parameter; what it
settles of a contribution bears no further fine from its day on.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from naungan.law.answer import Used
from naungan.law.arrears.deferral import deferred_fine, is_deferred
from naungan.law.arrears.payroll import Levy
from naungan.law.due import Due, due_day
from naungan.law.fine.late import LateFine, Part, late_fine
from naungan.law.reader import Read, Reader
from naungan.lib.errors import LawRefused


ORDER: Final = "arrears/pays_first"


@dataclass
class Item:
    """One programme's month on the account, with what was paid of it and when."""

    segment: str
    levy: Levy
    due: Due
    reader: Reader
    labour_intensive: bool = False
    handed_over_on: date | None = None
    deferred: bool = False
    paid: list[Part] = field(default_factory=list)
    fine_paid_idr: int = 0

    @property
    def left_idr(self) -> int:
        """The contribution that is still owed."""
        return self.levy.amount_idr - sum(one.amount_idr for one in self.paid)

    def fine(self, on: date) -> LateFine:
        """Give the fine to a day, on what was paid late and on what is unpaid."""
        parts = list(self.paid)
        if self.left_idr or not parts:
            parts.append(Part(self.left_idr, on))
        if self.deferred:
            return deferred_fine(
                self.levy.month,
                self.levy.amount_idr,
                parts,
                self.reader,
                self.handed_over_on,
            )
        return late_fine(
            self.segment,
            self.levy.programme,
            self.levy.month,
            parts,
            self.reader,
            labour_intensive=self.labour_intensive,
            handed_over_on=self.handed_over_on,
        )

    def fine_left_idr(self, on: date) -> int:
        """The fine to a day that is still owed."""
        return self.fine(on).fine_idr - self.fine_paid_idr


@dataclass(frozen=True)
class Settled:
    """What one payment settled, and what was left of it."""

    contribution_idr: int
    fine_idr: int
    left_idr: int


Turn = Callable[[Sequence[Item]], Iterator[tuple[str, Item]]]


def _month_by_month(items: Sequence[Item]) -> Iterator[tuple[str, Item]]:
    for month in dict.fromkeys(one.levy.month for one in items):
        of_month = [one for one in items if one.levy.month == month]
        yield from _contributions_first(of_month)


def _contributions_first(items: Sequence[Item]) -> Iterator[tuple[str, Item]]:
    yield from (("contribution", one) for one in items)
    yield from (("fine", one) for one in items)


def _fines_first(items: Sequence[Item]) -> Iterator[tuple[str, Item]]:
    yield from (("fine", one) for one in items)
    yield from (("contribution", one) for one in items)


_ORDERS: Final[dict[str, Turn]] = {
    "month_by_month": _month_by_month,
    "contributions_first": _contributions_first,
    "fines_first": _fines_first,
}


@dataclass
class Account:
    """All items of a debtor, oldest month first."""

    items: list[Item]
    order: Read[str]

    def owed_idr(self, on: date) -> int:
        """Contributions and fines that are owed on a day."""
        return sum(one.left_idr + one.fine_left_idr(on) for one in self.items)

    def pay(
        self,
        amount_idr: int,
        paid_on: date,
        wanted: Callable[[Item], bool] = lambda item: True,
    ) -> Settled:
        """Settle what a payment reaches, in the order of the parameter."""
        if self.order.value not in _ORDERS:
            known = ", ".join(_ORDERS)
            raise LawRefused(
                f"{ORDER}: '{self.order.value}' tidak dikenal; pilih: {known}."
            )
        chosen = [one for one in self.items if wanted(one)]
        rest, to_contribution = amount_idr, 0
        for what, item in _ORDERS[self.order.value](chosen):
            owed = (
                item.left_idr if what == "contribution" else item.fine_left_idr(paid_on)
            )
            now = min(owed, rest)
            if now <= 0:
                continue
            rest -= now
            if what == "contribution":
                item.paid.append(Part(now, paid_on))
                to_contribution += now
            else:
                item.fine_paid_idr += now
        return Settled(to_contribution, amount_idr - rest - to_contribution, rest)


def open_account(
    segment: str,
    levies: Sequence[Levy],
    on: date,
    reader: Reader,
    *,
    labour_intensive: bool = False,
    handed_over_on: date | None = None,
    deferred: bool = False,
) -> Account:
    """Open the account of the levies of all unpaid months."""
    items = [
        Item(
            segment,
            levy,
            due_day(segment, levy.programme, levy.month, reader),
            reader,
            labour_intensive,
            handed_over_on,
            deferred and is_deferred(levy.programme, levy.month, reader),
        )
        for levy in levies
    ]
    return Account(items, reader.at(ORDER, on, str))


def cited(*each: Sequence[Used]) -> tuple[Used, ...]:
    """Join records of values, each once, in order of use."""
    return tuple(
        {(one.path, one.from_on): one for used in each for one in used}.values()
    )
