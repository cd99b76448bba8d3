"""Instalments: their working days, what each settles, and when collection reopens.

Fines go on until a contribution is paid, so the last instalment settles whatever
is then owed. No rule of order or of grace was seen; both are parameters.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from naungan.law.answer import Used
from naungan.law.arrears.account import Account, Settled
from naungan.law.due import ROOT
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.lib.dates import month_end, month_of
from naungan.lib.working_days import add_working_days, working_day_from


REOPEN: Final = "arrears/instalments/reopen_after"
MOST_INSTALMENTS: Final = 120  # longer is no plan; the table of holidays ends sooner


@dataclass(frozen=True)
class Instalment:
    """One instalment: its day, what it settles, what stays owed on that day."""

    number: int
    on: date
    amount_idr: int
    settled: Settled
    left_idr: int
    reopens_on: date


@dataclass(frozen=True)
class Plan:
    """A calendar of instalments with the values of the law that made it."""

    instalments: tuple[Instalment, ...]
    used: tuple[Used, ...]

    @property
    def total_idr(self) -> int:
        """Everything paid under the plan."""
        return sum(one.amount_idr for one in self.instalments)


def plan(facts: Facts, account: Account, on: date, reader: Reader) -> Plan | None:
    """Make the calendar that a question asks for; None where it asks for none."""
    count = facts.get("instalments", int)
    amount_idr = facts.get("instalment", int)
    if count is None and amount_idr is None:
        if facts.has("first_instalment_on"):
            facts.refuse("first_instalment_on", "perlu instalments atau instalment")
        return None
    if count is not None and amount_idr is not None:
        facts.refuse("instalment", "dan instalments tidak boleh bersama; pilih satu")
    if count == 0 or amount_idr == 0 or (count or 0) > MOST_INSTALMENTS:
        name = "instalments" if amount_idr is None else "instalment"
        facts.refuse(name, f"harus di antara 1 dan {MOST_INSTALMENTS} kali cicilan")
    first, used = _first_day(facts, on, reader)
    reopen = reader.at(REOPEN, on, int)
    copied = _copy(account)
    made: list[Instalment] = []
    while (owed := copied.owed_idr(day := _day(first, len(made)))) > 0:
        number = len(made) + 1
        if number > MOST_INSTALMENTS:
            facts.refuse(
                "instalment", "terlalu kecil: denda bertambah lebih cepat; naikkan"
            )
        pays = _pays(count, amount_idr, number, account.owed_idr(on), owed)
        settled = copied.pay(pays, day)
        reopens_on = add_working_days(day, reopen.value)
        made.append(Instalment(number, day, pays, settled, owed - pays, reopens_on))
    return Plan(tuple(made), (*used, account.order.used, reopen.used))


def _pays(
    count: int | None, amount_idr: int | None, number: int, debt: int, owed: int
) -> int:
    if count is None:
        assert amount_idr is not None
        return min(amount_idr, owed)
    if number == count:
        return owed
    return min(-(-debt // count), owed)


def _first_day(facts: Facts, on: date, reader: Reader) -> tuple[date, tuple[Used, ...]]:
    """Take the stated first day, else the usual due day of the month after."""
    stated = facts.get("first_instalment_on", date)
    if stated is not None:
        if stated < on:
            facts.refuse("first_instalment_on", "sebelum hari perhitungan")
        return stated, ()
    month = month_of(on) + 1
    read = reader.at(f"{ROOT}/pu/day", month_end(month), int)
    last = month_end(month)
    return last.replace(day=min(read.value, last.day)), (read.used,)


def _day(first: date, ahead: int) -> date:
    """Give the same day so many months after the first, moved to a working day."""
    last = month_end(month_of(first) + ahead)
    return working_day_from(last.replace(day=min(first.day, last.day)))


def _copy(account: Account) -> Account:
    items = [replace(one, paid=list(one.paid)) for one in account.items]
    return Account(items, account.order)
