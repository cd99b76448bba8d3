"""The contribution months and the mean wage of a question about JP."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from naungan.law.answer import Draft
from naungan.law.benefit_fields import CONTRIBUTION_MONTHS
from naungan.law.old_age.history import (
    INFLATION,
    WAGES,
    monthly_wages,
    yearly_rates,
)
from naungan.law.old_age.indexed_wage import (
    INDEXATION,
    YearOfWages,
    lag_into,
    lift,
    mean_of,
)
from naungan.law.old_age.pension_amount import ACCRUAL
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.words import day, number, rupiah, words
from naungan.lib.dates import month_of


AVERAGE: Final = Field(
    "average_wage",
    "idr",
    words(
        "rata-rata upah sebulan yang sudah disesuaikan inflasi",
        "mean monthly wage, already indexed",
    ),
)
FIELDS: Final = (AVERAGE, CONTRIBUTION_MONTHS, WAGES, INFLATION)
PLACES: Final = 10**6  # digits of a factor that a reader is shown


def paid_months(facts: Facts, reader: Reader) -> int:
    """Give the months paid: stated, else counted from the wage history."""
    wages = monthly_wages(facts, reader)
    if not wages:
        return facts.need(CONTRIBUTION_MONTHS.name, int)
    return facts.assume(
        CONTRIBUTION_MONTHS.name,
        len(wages),
        words("dari riwayat upah", "from the wage history"),
    )


def warn_of_months(reader: Reader, draft: Draft, event_on: date, paid: int) -> None:
    """Say it when more months are stated than have passed since JP began."""
    began_on = reader.at(ACCRUAL, event_on, Decimal).used.from_on
    possible = month_of(event_on) - month_of(began_on) + 1
    if paid > possible:
        draft.note(
            words(
                "Program JP mulai {began}; sampai hari kejadian paling banyak "
                "{possible} bulan iuran, sedangkan disebut {paid}. Hitungan ini "
                "pengandaian.",
                "JP began on {began}; up to the event there are at most {possible} "
                "contribution months, but {paid} are stated. This is a supposition.",
                began=day(began_on),
                possible=number(possible),
                paid=number(paid),
            )
        )


def mean_wage(facts: Facts, reader: Reader, draft: Draft, year: int | None) -> Fraction:
    """Give the mean monthly wage: stated as indexed, or lifted from the history."""
    stated = facts.get(AVERAGE.name, int)
    if stated is not None:
        for name in (WAGES.name, INFLATION.name):
            if facts.has(name):
                facts.refuse(name, f"tidak dipakai bila {AVERAGE.name} disebut")
        draft.line("average_wage", _LABEL, stated, _STATED)
        return Fraction(stated)
    wages = monthly_wages(facts, reader)
    if not wages or year is None:
        facts.need(AVERAGE.name, int)
    assert year is not None
    rows = lift(wages, yearly_rates(facts, INFLATION.name), year, reader)
    for row in rows:
        _say(draft, row)
    mean = mean_of(rows)
    index = reader.at_month(INDEXATION, wages[-1][0], str)
    lags = [lag_into(year, reader).used] if rows[0].year < year else []
    draft.line(
        "average_wage",
        _LABEL,
        round(mean),
        words(
            "{lifted} / {months} bulan",
            "{lifted} / {months} months",
            lifted=rupiah(round(sum((row.lifted for row in rows), Fraction(0)))),
            months=number(len(wages)),
        ),
        index.used,
        *lags,
    )
    return mean


_LABEL: Final = words(
    "Rata-rata upah sebulan sesudah penyesuaian inflasi", "Indexed mean monthly wage"
)
_STATED: Final = words("sebagaimana disebut", "as stated")


def _say(draft: Draft, row: YearOfWages) -> None:
    factor = Fraction(round(row.factor * PLACES), PLACES)
    draft.line(
        f"wages.{row.year}",
        words("Upah tahun {year}", "Wages of {year}", year=str(row.year)),
        round(row.lifted),
        words(
            "{months} bulan, {wages} × {factor}",
            "{months} months, {wages} × {factor}",
            months=number(row.months),
            wages=rupiah(row.wages_idr),
            factor=number(Decimal(factor.numerator) / factor.denominator),
        ),
        *row.used,
    )
