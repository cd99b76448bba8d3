"""The mean wage on which a pension is based, each year lifted by inflation.

PP 45/2015 Pasal 17: the wages of the contribution months, adjusted by general
inflation, divided by those months. A wage counts up to the ceiling on which JP
contributions are paid. Which year's inflation lifts a wage into a year is not
written in any text seen; `benefits/jp/indexation_lag` says how it is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from naungan.law.answer import Used
from naungan.law.reader import Read, Reader
from naungan.lib.dates import month_start
from naungan.lib.errors import LawRefused


CEILING: Final = "contributions/jp/wage_ceiling"
LAG: Final = "benefits/jp/indexation_lag"
INDEXATION: Final = "benefits/jp/indexation"


@dataclass(frozen=True)
class YearOfWages:
    """Capped wages of one year, and the factor that lifts them; exact."""

    year: int
    months: int
    wages_idr: int
    factor: Fraction
    used: tuple[Used, ...]

    @property
    def lifted(self) -> Fraction:
        """Give the wages of the year in the money of the pension's first year."""
        return self.wages_idr * self.factor


def lift(
    wages: Sequence[tuple[int, int]],
    inflation: Mapping[int, Decimal],
    into_year: int,
    reader: Reader,
) -> tuple[YearOfWages, ...]:
    """Cap and lift the wages of every year; `wages` are (month index, rupiah)."""
    years = sorted({month // 12 for month, _ in wages})
    rows = []
    for year in years:
        factor = _factor(year, into_year, inflation, reader)
        capped, ceilings = _capped(
            [one for one in wages if one[0] // 12 == year], reader
        )
        rows.append(YearOfWages(year, len(capped), sum(capped), factor, ceilings))
    return tuple(rows)


def mean_of(rows: Sequence[YearOfWages]) -> Fraction:
    """Give the mean monthly wage over all contribution months."""
    return sum((row.lifted for row in rows), Fraction(0)) / sum(
        row.months for row in rows
    )


def _capped(
    wages: Sequence[tuple[int, int]], reader: Reader
) -> tuple[list[int], tuple[Used, ...]]:
    """Cap each wage at the ceiling of its month; cite a ceiling only if it bit."""
    bitten: dict[Used, None] = {}
    capped = []
    for month, wage in wages:
        ceiling = reader.at_month(CEILING, month, int)
        if wage > ceiling.value:
            bitten[ceiling.used] = None
        capped.append(min(wage, ceiling.value))
    return capped, tuple(bitten)


def lag_into(year: int, reader: Reader) -> Read[int]:
    """Give how many years the inflation of a step into a year lies behind."""
    return reader.at(LAG, month_start(12 * year), int)


def _factor(
    year: int, into_year: int, inflation: Mapping[int, Decimal], reader: Reader
) -> Fraction:
    factor = Fraction(1)
    lag = lag_into(into_year, reader).value
    for step in range(year + 1, into_year + 1):
        if step - lag not in inflation:
            raise LawRefused(
                f"inflation belum memuat tahun {step - lag}; tulis inflasi umumnya."
            )
        factor *= 1 + Fraction(inflation[step - lag])
    return factor
