"""One row of a region's published figures, chosen by what a promise is about."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from naungan.casework.commitments.indicator import Asked
from naungan.casework.intake import figures
from naungan.lib.dates import month_end, parse_month


Row = dict[str, Any]
OWN: Final = "daftar"
"""How the name of our own list begins, among the names of universes."""
NATIONAL: Final = "00"


def coverage_row(asked: Asked) -> Row | None:
    """Give the newest row of coverage of a region, segment, category and fund.

    Against the universe that the promise names; else against a published count, where
    one speaks of exactly that, before our own list. None where there is no such row or
    it speaks of so few people that it is hidden.
    """
    assert asked.publication is not None
    code = asked.region_code or NATIONAL
    found = figures.figures_of(asked.publication, asked.eyes, code)
    return choose(found.own, asked)


def choose(rows: Iterable[Row], asked: Asked) -> Row | None:
    """Choose among the rows of a region."""
    extent = asked.extent
    parts = (extent.segment or None, extent.category or None, extent.fund or None)
    fitting = [
        row
        for row in rows
        if row["measure"] == "coverage"
        and (row["segment"], row["category"], row["funder"]) == parts
        and extent.universe in ("", row["universe"])
    ]
    newest = max((str(row["month"]) for row in fitting), default="")
    named = [row for row in fitting if str(row["month"]) == newest]
    named.sort(key=lambda row: (row["universe"].startswith(OWN), row["universe"]))
    first = next(iter(named), None)
    return None if first is None or first["hidden"] else first


def share(row: Row) -> Decimal | None:
    """Give the covered share in percent to two places; None without a denominator."""
    if not row["denominator"]:
        return None
    whole = Decimal(100 * int(row["low"])) / int(row["denominator"])
    return whole.quantize(Decimal("0.01"))


def last_day(row: Row) -> date:
    """Give the last day of which a row speaks: that of its month."""
    month = parse_month(str(row["month"]))
    assert month is not None, row["month"]
    return month_end(month)


def parts_of(row: Row) -> dict[str, Any]:
    """Give what a figure is made of: counts, the bound with open matches, the universe."""
    return {
        "month": str(row["month"]),
        "universe": row["universe"],
        "covered": int(row["low"]),
        "at_most": int(row["high"]),
        "workers": int(row["denominator"] or 0),
    }
