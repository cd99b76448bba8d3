"""The monthly wage that contributions are counted on, whatever way it is paid.

PP 44/2015 Pasal 19: a daily wage times a number of days, a piece-rate wage as the
mean of its last months, and of more months where the work depends on the weather.
"""

from collections.abc import Sequence
from typing import Final

from naungan.law.answer import Draft, Used
from naungan.law.contributions.share import ROUNDING
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.rounding import times
from naungan.law.words import Words, number, rupiah, words
from naungan.lib.dates import month_end


AVERAGED: Final = {
    "piece_rate": "contributions/wage/piece_rate_months",
    "weather_piece_rate": "contributions/wage/weather_piece_rate_months",
}
"""Kinds of wage that are averaged, with the number of months that the law takes."""


def monthly_wage(facts: Facts, month: int, reader: Reader, draft: Draft) -> int:
    """Give the wage of a month in rupiah and write how it was found.

    Refuses a wage that is missing, and wages that do not fit their kind.
    """
    kind = facts.get("wage_kind", str) or "monthly"
    if kind == "monthly":
        if facts.has("wages"):
            facts.refuse("wages", "hanya untuk upah borongan; isi wage dan hapus wages")
        return facts.need("wage", int)
    if kind == "daily":
        return _of_days(facts, month, reader, draft)
    return _mean(facts, AVERAGED[kind], month, reader, draft)


def _of_days(facts: Facts, month: int, reader: Reader, draft: Draft) -> int:
    read = reader.at_month("contributions/wage/daily_multiplier", month, int)
    daily = facts.need("wage", int)
    shown = words(
        "{wage} × {days}",
        "{wage} × {days}",
        wage=rupiah(daily),
        days=number(read.value),
    )
    return _wage_line(draft, daily * read.value, shown, read.used)


def _mean(facts: Facts, path: str, month: int, reader: Reader, draft: Draft) -> int:
    read = reader.at_month(path, month, int)
    wages: Sequence[int] = facts.need("wages", tuple)
    if facts.has("wage"):
        facts.refuse("wage", "tidak dipakai untuk upah borongan; isi wages saja")
    if len(wages) != read.value:
        facts.refuse(
            "wages",
            f"berisi {len(wages)} bulan; isi upah {read.value} bulan terakhir",
        )
    exact = times(sum(wages)) / read.value
    amount, rounding = reader.rounded(ROUNDING, month_end(month), exact)
    shown = words(
        "({sum}) ÷ {months}",
        "({sum}) ÷ {months}",
        sum=_added(wages),
        months=number(read.value),
    )
    return _wage_line(draft, amount, shown, read.used, *rounding)


def _wage_line(draft: Draft, amount_idr: int, shown: Words, *used: Used) -> int:
    label = words("Upah sebulan sebagai dasar iuran", "Monthly wage for contributions")
    return draft.line("wage", label, amount_idr, shown, *used)


def _added(wages: Sequence[int]) -> Words:
    pattern = " + ".join(f"{{w{place}}}" for place in range(len(wages)))
    return words(
        pattern, pattern, **{f"w{n}": rupiah(one) for n, one in enumerate(wages)}
    )
