"""What a question states month by month and year by year: wages and rates.

Wages come as stretches (`from`, `to`, `wage`), rates one a year. A gap between
stretches is a gap in the contributions; an overlap is refused, because nobody
could say which wage counts.
"""

from decimal import Decimal
from typing import Final

from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.words import words
from naungan.lib.dates import month_text


WAGES: Final = Field(
    "wages",
    "records",
    words("riwayat upah", "wage history"),
    parts=(
        Field("from", "month", words("bulan pertama", "first month")),
        Field("to", "month", words("bulan terakhir", "last month")),
        Field("wage", "idr", words("upah sebulan", "monthly wage")),
    ),
)
_RATE: Final = (
    Field("year", "count", words("tahun", "year")),
    Field("rate", "ratio", words("tingkat setahun", "rate of the year")),
)
RETURNS: Final = Field(
    "returns",
    "records",
    words("hasil pengembangan tiap tahun", "yearly returns"),
    parts=_RATE,
)
INFLATION: Final = Field(
    "inflation",
    "records",
    words("inflasi umum tiap tahun", "yearly general inflation"),
    parts=_RATE,
)
BALANCE: Final = Field(
    "balance",
    "idr",
    words(
        "saldo menurut BPJS Ketenagakerjaan pada hari kejadian",
        "balance on the day of the event, as BPJS states it",
    ),
)


def monthly_wages(facts: Facts, reader: Reader) -> tuple[tuple[int, int], ...]:
    """Give (month index, wage) for every month stated, in order of time."""
    found: dict[int, int] = {}
    for stretch in facts.records(WAGES.name):
        first, last = stretch.need("from", int), stretch.need("to", int)
        if last < first:
            stretch.refuse("to", f"{month_text(last)} sebelum {month_text(first)}")
        reader.refuse_outside(first)
        reader.refuse_outside(last)
        for month in range(first, last + 1):
            if month in found:
                stretch.refuse("from", f"{month_text(month)} tertulis dua kali")
            found[month] = stretch.need("wage", int)
    return tuple(sorted(found.items()))


def yearly_rates(facts: Facts, name: str) -> dict[int, Decimal]:
    """Give the rate of every year stated; a year stated twice is refused."""
    found: dict[int, Decimal] = {}
    for row in facts.records(name):
        year = row.need("year", int)
        if year in found:
            row.refuse("year", f"{year} tertulis dua kali")
        found[year] = row.need("rate", Decimal)
    return found
