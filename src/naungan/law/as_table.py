"""The law as rows for SQL joins: no rate is ever typed into code or SQL.

A row holds from `from_month` through `to_month`, both month indexes
(year * 12 + month - 1) and both included; an open end is None. A month takes
the value that holds on its last day. Values are text, exact to the digit: cast
ratios to DECIMAL, amounts to BIGINT; lists are joined by `+`. A table gives one
row per cell, `<path>/<row from 1>/<column>`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from naungan.law.book import Book, enacted
from naungan.law.source.parameter import Parameter, Period
from naungan.law.source.unit import Value, as_text
from naungan.lib.dates import month_of


class LawRow(NamedTuple):
    """One value of one parameter for a run of months."""

    path: str
    from_month: int
    to_month: int | None
    value: str
    unit: str
    instrument: str
    article: str
    confidence: str
    date_uncertain: bool
    overlaid_by: str | None


class BasisRow(NamedTuple):
    """One article that a finding rests on, for a run of months."""

    finding: str
    position: int
    from_month: int
    to_month: int | None
    instrument: str
    short: str
    article: str
    confidence: str


COLUMNS = LawRow._fields
"""Column names of `rows`, in order."""

BASIS_COLUMNS = BasisRow._fields
"""Column names of `basis_rows`, in order."""

COLUMN_TYPES = {
    "path": "VARCHAR",
    "from_month": "INTEGER",
    "to_month": "INTEGER",
    "value": "VARCHAR",
    "unit": "VARCHAR",
    "instrument": "VARCHAR",
    "article": "VARCHAR",
    "confidence": "VARCHAR",
    "date_uncertain": "BOOLEAN",
    "overlaid_by": "VARCHAR",
}
"""SQL types of the columns of `rows`."""

BASIS_COLUMN_TYPES = {
    "finding": "VARCHAR",
    "position": "INTEGER",
    "from_month": "INTEGER",
    "to_month": "INTEGER",
    "instrument": "VARCHAR",
    "short": "VARCHAR",
    "article": "VARCHAR",
    "confidence": "VARCHAR",
}
"""SQL types of the columns of `basis_rows`."""


def rows(book: Book | None = None) -> list[LawRow]:
    """Give every value of the law as rows, ordered by path and month."""
    found: list[LawRow] = []
    for parameter in (book or enacted()).parameters():
        for period in parameter.periods():
            found.extend(_period_rows(parameter, period))
    return sorted(found, key=lambda row: (row.path, row.from_month))


def basis_rows(book: Book | None = None) -> list[BasisRow]:
    """Give the articles behind every finding, in the order to cite them."""
    law = book or enacted()
    codes = sorted(
        {code for duty in law.obligations.values() for code in duty.findings}
    )
    found: list[BasisRow] = []
    for code in codes:
        bases = [base for duty in law.obligations_of(code) for base in duty.legal_bases]
        for position, basis in enumerate(bases, start=1):
            months = _months(basis.from_on, basis.to_on)
            if months is None:
                continue
            short = law.instruments[basis.instrument].short
            found.append(
                BasisRow(
                    code,
                    position,
                    *months,
                    basis.instrument,
                    short,
                    basis.article,
                    basis.confidence,
                )
            )
    return found


def _period_rows(parameter: Parameter, period: Period) -> Iterator[LawRow]:
    months = _months(period.from_on, period.to_on)
    if months is None:
        return
    entry = period.entry
    assert entry.value is not None
    for suffix, unit, value in _cells(parameter, entry.value):
        yield LawRow(
            parameter.path + suffix,
            *months,
            as_text(value),
            unit,
            entry.instrument,
            entry.article,
            entry.confidence,
            entry.date_uncertain,
            entry.overlaid_by,
        )


def _cells(parameter: Parameter, value: Value) -> Iterator[tuple[str, str, Value]]:
    if not parameter.columns:
        yield "", parameter.unit, value
        return
    assert isinstance(value, tuple)
    for number, row in enumerate(value, start=1):
        assert isinstance(row, dict)
        for column, cell in row.items():
            yield f"/{number}/{column}", parameter.columns[column], cell


def _months(from_on: date, to_on: date | None) -> tuple[int, int | None] | None:
    """Keep the months on whose last day the stretch holds; None when there is none."""
    first = month_of(from_on)
    if to_on is None:
        return first, None
    last = month_of(to_on + timedelta(days=1)) - 1
    return (first, last) if first <= last else None
