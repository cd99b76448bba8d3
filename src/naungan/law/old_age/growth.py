"""How deposits grow by the returns of each year, exactly.

Two ways are known to the book (`benefits/jht/accrual/method`). By
`yearly_simple_monthly` the return of a year counts the months that each rupiah
was there and joins the balance when the year ends; by `monthly_compound` a
twelfth of the rate joins it every month. Nothing is rounded here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from naungan.lib.errors import LawRefused


Deposit = tuple[int, int]
"""A month index from whose first day an amount earns, and the amount in rupiah."""


@dataclass(frozen=True)
class Year:
    """One calendar year of an account: exact rupiah, `months` that have passed."""

    year: int
    months: int
    opening: Fraction
    paid: int
    returns: Fraction

    @property
    def closing(self) -> Fraction:
        """Give the balance when the year, or its part, has passed."""
        return self.opening + self.paid + self.returns


def grow(
    deposits: Sequence[Deposit], rates: Mapping[int, Decimal], through: int, method: str
) -> tuple[Year, ...]:
    """Grow deposits up to the end of month `through`, one row for each year.

    Raises LawRefused for a method that is not known and, with the year, for a
    rate that is missing. A deposit after `through` is kept and earns nothing.
    """
    if method not in _RETURNS:
        known = ", ".join(_RETURNS)
        raise LawRefused(
            f"benefits/jht/accrual/method: cara '{method}' tidak dikenal; pilih: {known}."
        )
    months = [month for month, _ in deposits]
    if not months:
        return ()
    rows: list[Year] = []
    balance = Fraction(0)
    for year in range(min(months) // 12, max(through, *months) // 12 + 1):
        row = _year(year, balance, deposits, rates, through, method)
        rows.append(row)
        balance = row.closing
    return tuple(rows)


def _year(
    year: int,
    opening: Fraction,
    deposits: Sequence[Deposit],
    rates: Mapping[int, Decimal],
    through: int,
    method: str,
) -> Year:
    first = 12 * year
    end = min(through, first + 11)
    own = [(month, amount) for month, amount in deposits if month // 12 == year]
    months = max(0, end - first + 1)
    earns = months and (opening or any(month <= end for month, _ in own))
    if earns and year not in rates:
        raise LawRefused(f"returns belum memuat tahun {year}; tulis tingkat hasilnya.")
    rate = Fraction(rates[year]) if earns else Fraction(0)
    returns = _RETURNS[method](opening, own, rate, first, end)
    return Year(year, months, opening, sum(amount for _, amount in own), returns)


def _simple(
    opening: Fraction, own: Sequence[Deposit], rate: Fraction, first: int, end: int
) -> Fraction:
    rupiah_months = opening * max(0, end - first + 1)
    for month, amount in own:
        rupiah_months += amount * max(0, end - month + 1)
    return rupiah_months * rate / 12


def _compound(
    opening: Fraction, own: Sequence[Deposit], rate: Fraction, first: int, end: int
) -> Fraction:
    balance, returns = opening, Fraction(0)
    for month in range(first, end + 1):
        balance += sum(amount for at, amount in own if at == month)
        earned = balance * rate / 12
        balance += earned
        returns += earned
    return returns


_RETURNS = {"yearly_simple_monthly": _simple, "monthly_compound": _compound}
