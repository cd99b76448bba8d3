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
    Term,
    rate,
)
from naungan.law.reader import Read, Reader
from naungan.law.rounding import times
from naungan.law.words import Figure, Words, percent, rupiah, words
from naungan.lib.dates import month_end


PROGRAMMES: Final = ("JKK", "JKM")

Tier = dict[str, int | Decimal]
"""A row of the table: `above` in rupiah and the `rate` of what lies above it."""

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

    def shares(self, reader: Reader) -> list[Share]:
        """Give the shares of the construction employer.

        Raises LawRefused where the law has no value for the month.
        """
        if self.by_contract:
            return [self._by_contract(one, reader) for one in self.programmes]
        return [
            one.of(self.amount_idr, self.month, reader) for one in self.terms(reader)
        ]

    def terms(self, reader: Reader) -> list[Term]:
        """Give the rules that apply to known wages."""
        return [
            Term(
                one,
                "employer",
                (rate(f"jakon/{one.lower()}_rate", self.month, reader), *self._relief),
            )
            for one in self.programmes
        ]

    @property
    def _relief(self) -> tuple[Factor, ...]:
        return () if self.relief is None else (self.relief,)

    def _by_contract(self, programme: str, reader: Reader) -> Share:
        tiers = tiers_of(programme, self.month, reader)
        parts = slices(tiers.value, self.amount_idr)
        whole = sum(times(part, share) for part, share in parts)
        exact = times(whole, *(one.ratio for one in self._relief))
        amount, rounding = reader.rounded(ROUNDING, month_end(self.month), exact)
        vat = reader.at_month("contributions/jakon/value_without_vat", self.month, bool)
        reliefs = (used for one in self._relief for used in one.used)
        shown = _sum_words(parts, self._relief)
        used = (tiers.used, vat.used, *reliefs, *rounding)
        return Share(programme, "employer", amount, shown, used)


def tiers_of(programme: str, month: int, reader: Reader) -> "Read[tuple[Tier, ...]]":
    """Read the tiers of a programme that hold in a month."""
    return reader.at_month(
        f"contributions/jakon/{programme.lower()}_tiers", month, tuple
    )


def slices(tiers: tuple[Tier, ...], amount_idr: int) -> list[Slice]:
    """Cut an amount into the parts that lie within each tier."""
    starts = [int(tier["above"]) for tier in tiers]
    ends = [*starts[1:], max(amount_idr, starts[-1])]
    return [
        (min(amount_idr, end) - start, Decimal(tier["rate"]))
        for tier, start, end in zip(tiers, starts, ends, strict=True)
        if amount_idr > start
    ]


def _sum_words(parts: list[Slice], factors: tuple[Factor, ...]) -> Words:
    figures: dict[str, Figure | Words | str] = {}
    terms = []
    for place, (part, share) in enumerate(parts):
        terms.append(f"{{p{place}}} × {{r{place}}}")
        figures |= {f"p{place}": rupiah(part), f"r{place}": percent(share)}
    pattern = " + ".join(terms) or "0"
    for place, one in enumerate(factors):
        pattern = f"({pattern}) × {{f{place}}}"
        figures[f"f{place}"] = percent(one.ratio)
    return words(pattern, pattern, **figures)
