"""What construction pays for its casual workers: by wages, or by contract value.

PP 44/2015 Pasal 53 to 55. When wages are known they are the base; otherwise each
slice of the contract value has its own rate, like brackets of a tax. A contract is
paid for once, not every month.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from naungan.law.contributions.share import (
    ROUNDING,
    Factor,
    Share,
    plain_base,
    product,
)
from naungan.law.reader import Reader
from naungan.law.rounding import times
from naungan.law.words import Figure, Words, percent, rupiah, words
from naungan.lib.dates import month_end


PROGRAMMES: Final = ("JKK", "JKM")

Slice = tuple[int, Decimal]
"""Rupiah that lie within a tier, and the rate of that tier."""


@dataclass(frozen=True)
class JakonMonth:
    """A month's wages, or a contract with its value before VAT, in rupiah."""

    month: int
    amount_idr: int
    by_contract: bool
    programmes: tuple[str, ...] = PROGRAMMES
    relief: Factor | None = None


def shares(case: JakonMonth, reader: Reader) -> list[Share]:
    """Give the shares of the construction employer, by wages or by contract value.

    Raises LawRefused where the law has no value for the month.
    """
    make = _by_contract if case.by_contract else _by_wages
    return [make(case, reader, one) for one in PROGRAMMES if one in case.programmes]


def slices(tiers: tuple[dict[str, int | Decimal], ...], amount_idr: int) -> list[Slice]:
    """Cut an amount into the parts that lie within each tier."""
    starts = [int(tier["above"]) for tier in tiers]
    ends = [*starts[1:], max(amount_idr, starts[-1])]
    return [
        (min(amount_idr, end) - start, Decimal(tier["rate"]))
        for tier, start, end in zip(tiers, starts, ends, strict=True)
        if amount_idr > start
    ]


def _by_wages(case: JakonMonth, reader: Reader, programme: str) -> Share:
    path = f"contributions/jakon/{programme.lower()}_rate"
    read = reader.at_month(path, case.month, Decimal)
    factors = [Factor(read.value, (read.used,)), *_relief(case)]
    base = plain_base(case.amount_idr)
    return product(reader, case.month, programme, "employer", base, factors)


def _by_contract(case: JakonMonth, reader: Reader, programme: str) -> Share:
    path = f"contributions/jakon/{programme.lower()}_tiers"
    tiers = reader.at_month(path, case.month, tuple)
    parts = slices(tiers.value, case.amount_idr)
    factors = _relief(case)
    whole = sum(times(part, rate) for part, rate in parts)
    exact = times(whole, *(one.ratio for one in factors))
    amount, rounding = reader.rounded(ROUNDING, month_end(case.month), exact)
    vat = reader.at_month("contributions/jakon/value_without_vat", case.month, bool)
    used = (tiers.used, vat.used, *(u for one in factors for u in one.used), *rounding)
    return Share(programme, "employer", amount, _sum_words(parts, factors), used)


def _relief(case: JakonMonth) -> list[Factor]:
    return [] if case.relief is None else [case.relief]


def _sum_words(parts: list[Slice], factors: list[Factor]) -> Words:
    figures: dict[str, Figure | Words | str] = {}
    terms = []
    for place, (part, rate) in enumerate(parts):
        terms.append(f"{{p{place}}} × {{r{place}}}")
        figures |= {f"p{place}": rupiah(part), f"r{place}": percent(rate)}
    pattern = " + ".join(terms) or "0"
    for place, one in enumerate(factors):
        pattern = f"({pattern}) × {{f{place}}}"
        figures[f"f{place}"] = percent(one.ratio)
    return words(pattern, pattern, **figures)
