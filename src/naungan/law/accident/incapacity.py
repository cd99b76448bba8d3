"""STMB: the wage while the worker cannot work, falling with time."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from naungan.law.answer import Used
from naungan.law.claim.case import Case, chained, row_used
from naungan.law.question import Field
from naungan.law.rounding import times
from naungan.law.source.unit import Row
from naungan.law.words import Words, number, percent, rupiah, words


STMB_MONTHS: Final = Field(
    "stmb_months",
    "count",
    words("bulan tidak mampu bekerja", "months unable to work"),
)
STMB_DAYS: Final = Field(
    "stmb_days",
    "count",
    words("hari tidak mampu bekerja", "days unable to work"),
)


def incapacity(case: Case, wage_idr: int) -> int:
    """Write the benefit for the months and days without work, rounded once."""
    months = case.facts.get("stmb_months", int) or 0
    days = case.facts.get("stmb_days", int) or 0
    if not months and not days:
        return 0
    a_month = case.at("jkk/stmb/days_per_month", int)
    total = months * a_month.value + days
    exact, parts, used = Fraction(0), [], []
    for length, ratio, cited in _stretches(case, total, a_month.value):
        exact += times(wage_idr, ratio, Fraction(length, a_month.value))
        parts.append(_part(length, a_month.value, ratio, wage_idr))
        used.append(cited)
    if days:
        used.append(a_month.used)
    amount, rounding = case.whole(exact)
    label = words(
        "Santunan sementara tidak mampu bekerja (STMB)", "Temporary incapacity"
    )
    arithmetic = chained(parts, " + ")
    return case.draft.line("stmb", label, amount, arithmetic, *used, *rounding)


def _stretches(
    case: Case, days: int, a_month: int
) -> Iterator[tuple[int, Decimal, Used]]:
    """Cut the days without work where the share of the wage changes."""
    table = case.at("jkk/stmb/schedule", tuple)
    rows: tuple[Row, ...] = table.value
    starts = [(_first_month(row) - 1) * a_month for row in rows]
    for row, start, end in zip(rows, starts, [*starts[1:], None], strict=True):
        length = max(0, min(days, days if end is None else end) - start)
        ratio = row["ratio"]
        assert isinstance(ratio, Decimal)
        if length:
            yield length, ratio, row_used(table, row, "from_month", "ratio")


def _first_month(row: Row) -> int:
    month = row["from_month"]
    assert isinstance(month, int)
    return month


def _part(days: int, a_month: int, ratio: Decimal, wage_idr: int) -> Words:
    months, rest = divmod(days, a_month)
    if rest == 0:
        return words(
            "{months} bulan × {ratio} × {wage}",
            "{months} months × {ratio} × {wage}",
            months=number(months),
            ratio=percent(ratio),
            wage=rupiah(wage_idr),
        )
    return words(
        "{months} bulan {days} hari × {ratio} × {wage} (sehari 1/{month} bulan)",
        "{months} months {days} days × {ratio} × {wage} (a day is 1/{month} month)",
        months=number(months),
        days=number(rest),
        ratio=percent(ratio),
        wage=rupiah(wage_idr),
        month=number(a_month),
    )
