"""What a pension comes to in a month: the formula of JP and its two bounds.

PP 45/2015 Pasal 17 ayat (2): one per cent for every year of contributions, of
the indexed mean wage; Pasal 18: not below the lowest, not above the highest
amount of the day on which the right arises.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from naungan.law.answer import Draft, Used
from naungan.law.reader import Read, Reader
from naungan.law.rounding import times
from naungan.law.words import number, percent, rupiah, words
from naungan.lib.errors import LawRefused


ACCRUAL: Final = "benefits/jp/accrual_ratio"
ORDER: Final = "benefits/jp/survivor/bounds_on"
ON_FORMULA: Final = "formula"
ON_PAID: Final = "pension_paid"
BOUNDS: Final = ("benefits/jp/monthly_minimum", "benefits/jp/monthly_maximum")


@dataclass(frozen=True)
class Bounded:
    """An exact pension kept within its bounds; `used` holds the bound that bit."""

    exact: Fraction
    used: tuple[Used, ...]


def formula(
    reader: Reader, draft: Draft, when: date, months: int, mean: Fraction
) -> Fraction:
    """Reckon the pension by the formula; exact, and written as a line."""
    ratio = reader.at(ACCRUAL, when, Decimal)
    exact = times(ratio.value, months, mean) / 12
    draft.line(
        "formula",
        words("Pensiun sebulan menurut rumus", "Monthly pension by the formula"),
        round(exact),
        words(
            "{r} × {months} bulan iur / 12 × {mean}",
            "{r} × {months} contribution months / 12 × {mean}",
            r=percent(ratio.value),
            months=number(months),
            mean=rupiah(round(mean)),
        ),
        ratio.used,
    )
    return exact


def within(reader: Reader, when: date, exact: Fraction) -> Fraction:
    """Keep an amount between the lowest and the highest pension of a day."""
    lowest, highest = (reader.at(path, when, int).value for path in BOUNDS)
    return min(max(exact, Fraction(lowest)), Fraction(highest))


def bounded(reader: Reader, draft: Draft, when: date, exact: Fraction) -> Bounded:
    """Keep a pension between the lowest and the highest; say which one bit."""
    lowest, highest = (reader.at(path, when, int) for path in BOUNDS)
    kept = within(reader, when, exact)
    draft.line(
        "bounds",
        words("Batas pensiun sebulan", "Bounds of a monthly pension"),
        None,
        words(
            "paling sedikit {lowest}, paling banyak {highest}",
            "at least {lowest}, at most {highest}",
            lowest=rupiah(lowest.value),
            highest=rupiah(highest.value),
        ),
        lowest.used,
        highest.used,
    )
    bit = [one.used for one in (lowest, highest) if kept == one.value != exact]
    return Bounded(kept, tuple(bit))


def bounds_order(reader: Reader, when: date) -> Read[str]:
    """Say what the bounds apply to for survivors: the formula or what is paid."""
    order = reader.at(ORDER, when, str)
    if order.value not in (ON_FORMULA, ON_PAID):
        raise LawRefused(
            f"{ORDER}: '{order.value}' tidak dikenal; pilih: {ON_FORMULA}, {ON_PAID}."
        )
    return order
