"""The account of one member: what was paid in, how it grew, what it is worth.

A balance that BPJS Ketenagakerjaan itself states is taken as it is. Otherwise
deposits (each in the month it was credited) or a wage history are grown by the
yearly returns that the question supplies.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from naungan.law.answer import Draft, Used
from naungan.law.old_age.anniversary import months_complete_by
from naungan.law.old_age.growth import Deposit, Year, grow
from naungan.law.old_age.history import (
    BALANCE,
    RETURNS,
    WAGES,
    monthly_wages,
    yearly_rates,
)
from naungan.law.old_age.wage_deposits import WageDeposits
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.words import month as month_figure, number, percent, rupiah, words
from naungan.lib.dates import month_of, month_text


METHOD: Final = "benefits/jht/accrual/method"
CREDITED_AFTER: Final = "benefits/jht/accrual/credited_after_months"

DEPOSITS: Final = Field(
    "deposits",
    "records",
    words("setoran", "deposits"),
    parts=(
        Field(
            "month",
            "month",
            words("bulan setoran mulai berkembang", "month from which it earns"),
        ),
        Field("amount", "idr", words("jumlah setoran", "amount")),
    ),
)
FIELDS: Final = (BALANCE, DEPOSITS, WAGES, RETURNS)


@dataclass(frozen=True)
class Account:
    """What an account is worth: whole rupiah, with how much of it was paid in."""

    balance_idr: int
    paid_idr: int | None
    returns_idr: int | None


def refuse_both_ways(facts: Facts) -> None:
    """Refuse a question that states the balance and also what it is made of."""
    for field in (DEPOSITS, WAGES, RETURNS):
        if facts.has(BALANCE.name) and facts.has(field.name):
            facts.refuse(field.name, f"tidak dipakai bila {BALANCE.name} disebut")


def account_of(
    facts: Facts,
    reader: Reader,
    draft: Draft,
    rates: Sequence[str],
    event_on: date,
    ceiling: str | None = None,
) -> Account | None:
    """Say what the account is worth on a day; None when nothing was stated.

    rates: the paths of the contribution rates that make a deposit of a wage.
    ceiling: the path of the highest wage on which contributions are paid.
    """
    stated = facts.get(BALANCE.name, int)
    if stated is not None:
        draft.line(
            "balance",
            words("Saldo menurut BPJS Ketenagakerjaan", "Balance as BPJS states it"),
            stated,
        )
        return Account(stated, None, None)
    making = WageDeposits(reader, rates, ceiling)
    deposits, used = _deposits(facts, reader, making, event_on)
    if not deposits:
        return None
    return _grown(facts, reader, draft, event_on, deposits, used)


def _deposits(
    facts: Facts, reader: Reader, making: WageDeposits, event_on: date
) -> tuple[list[Deposit], tuple[Used, ...]]:
    """Read stated deposits and make more of the wage history; none in the future."""
    found = [
        (row.need("month", int), row.need("amount", int))
        for row in facts.records(DEPOSITS.name)
    ]
    wages = monthly_wages(facts, reader)
    shift = reader.at(CREDITED_AFTER, event_on, int)
    found += [(month + shift.value, making.of(month, wage)) for month, wage in wages]
    for month, _ in found:
        if month > month_of(event_on):
            facts.refuse(
                DEPOSITS.name if not wages else WAGES.name,
                f"memuat {month_text(month)}, sesudah hari kejadian",
            )
    return found, (*making.used, *((shift.used,) if wages else ()))


def _grown(
    facts: Facts,
    reader: Reader,
    draft: Draft,
    event_on: date,
    deposits: Sequence[Deposit],
    used: tuple[Used, ...],
) -> Account:
    method = reader.at(METHOD, event_on, str)
    through = months_complete_by(event_on)
    rates = yearly_rates(facts, RETURNS.name)
    rows = grow(deposits, rates, through, method.value)
    paid = sum(amount for _, amount in deposits)
    balance, rounding = reader.rounded("benefit", event_on, rows[-1].closing)
    draft.line(
        "contributions",
        words("Seluruh setoran", "All deposits"),
        paid,
        words("{count} setoran", "{count} deposits", count=number(len(deposits))),
        *used,
    )
    for row in rows:
        _say(draft, row, rates)
    draft.line(
        "balance",
        words("Saldo", "Balance"),
        balance,
        words(
            "setoran + hasil pengembangan sampai akhir {month}; dihitung tepat, "
            "dibulatkan sekali",
            "deposits + returns to the end of {month}; exact, rounded once",
            month=month_figure(through),
        ),
        method.used,
        *rounding,
    )
    return Account(balance, paid, balance - paid)


def _say(draft: Draft, row: Year, rates: dict[int, Decimal]) -> None:
    """Write one year; the amounts shown are rounded, the reckoning is not."""
    rate = rates.get(row.year, Decimal(0))
    draft.line(
        f"years.{row.year}",
        words("Tahun {year}", "Year {year}", year=str(row.year)),
        round(row.closing),
        words(
            "saldo awal {opening} + setoran {paid} + hasil {returns} "
            "({rate} setahun, {months} bulan)",
            "opening {opening} + deposits {paid} + returns {returns} "
            "({rate} a year, {months} months)",
            opening=rupiah(round(row.opening)),
            paid=rupiah(row.paid),
            returns=rupiah(round(Fraction(row.returns))),
            rate=percent(rate),
            months=number(row.months),
        ),
    )
