"""What one payer owes to one programme for one month: amount, arithmetic, source.

A month of a participant is a list of shares. Some parts are counted elsewhere
already, such as what JKP takes out of JKK; they are shown and not added again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from naungan.law.answer import Draft, Used
from naungan.law.reader import Read, Reader
from naungan.law.rounding import times
from naungan.law.terms import term
from naungan.law.words import Figure, Words, number, percent, rupiah, words
from naungan.lib.dates import month_end


PAYERS: Final = (
    "employer",
    "worker",
    "participant",
    "government",
    "donor",
    "other",
    "unknown",
)
"""Who may owe a share, in the order in which totals are given."""

ROUNDING: Final = "contribution"
"""The basis under which contributions become whole rupiah."""


@dataclass(frozen=True)
class Share:
    """An amount in whole rupiah of one part of one programme's contribution.

    `part` is a payer of `PAYERS`, or names a part of an amount that a payer owes
    already (`from_jkk`, `kept`, `now`, `deferred`). `counted` says whether it adds
    to the total of its programme.
    """

    programme: str
    part: str
    amount_idr: int
    arithmetic: Words | None = None
    used: tuple[Used, ...] = ()
    counted: bool = True

    @property
    def owed(self) -> bool:
        """Tell whether some payer owes this, beside everything else owed."""
        return self.part in PAYERS


@dataclass(frozen=True)
class Base:
    """The amount that rates are applied to, with what set it."""

    amount_idr: int
    shown: Words
    used: tuple[Used, ...] = ()


def plain_base(amount_idr: int) -> Base:
    """Make a base of a wage or an income as it is."""
    return Base(amount_idr, words("{base}", "{base}", base=rupiah(amount_idr)))


def capped_base(amount_idr: int, cap_idr: int, used: Used) -> Base:
    """Make a base that stops at a ceiling of the law and says when it did."""
    if amount_idr <= cap_idr:
        return plain_base(amount_idr)
    shown = words(
        "{cap} (batas; upah {wage})",
        "{cap} (ceiling; wage {wage})",
        cap=rupiah(cap_idr),
        wage=rupiah(amount_idr),
    )
    return Base(cap_idr, shown, (used,))


@dataclass(frozen=True)
class Factor:
    """A ratio of the law by which a base is multiplied; reliefs are factors too."""

    ratio: Decimal
    used: tuple[Used, ...]


@dataclass(frozen=True)
class Term:
    """A share as a rule: which factors, on a base up to which cap in rupiah.

    One worker's share is a term on a wage; a million workers' shares are the same
    term on a column of wages.
    """

    programme: str
    part: str
    factors: tuple[Factor, ...]
    cap: Read[int] | None = None
    counted: bool = True

    @property
    def ratio(self) -> Decimal:
        """Give the product of all factors, exactly."""
        ratio = Decimal(1)
        for one in self.factors:
            ratio *= one.ratio
        return ratio

    def of(self, amount_idr: int, month: int, reader: Reader) -> Share:
        """Give the share of one wage or income."""
        cap = self.cap
        base = (
            plain_base(amount_idr)
            if cap is None
            else capped_base(amount_idr, cap.value, cap.used)
        )
        return self.on(base, month, reader)

    def on(self, base: Base, month: int, reader: Reader) -> Share:
        """Multiply a base by the factors and round once, as the law of the month says."""
        factors = self.factors
        exact = times(base.amount_idr, *(one.ratio for one in factors))
        amount, rounding = reader.rounded(ROUNDING, month_end(month), exact)
        shown = _product_words(base, factors, exact if rounding else None)
        used = (*base.used, *(one for each in factors for one in each.used), *rounding)
        return Share(self.programme, self.part, amount, shown, used, self.counted)


def rate(path: str, month: int, reader: Reader) -> Factor:
    """Read a rate of `contributions/` for a month, as a factor that cites its article."""
    read = reader.at_month(f"contributions/{path}", month, Decimal)
    return Factor(read.value, (read.used,))


def _product_words(
    base: Base, factors: Sequence[Factor], unrounded: Fraction | None
) -> Words:
    figures: dict[str, Figure | Words | str] = {"base": base.shown}
    pattern = "{base}"
    for place, one in enumerate(factors):
        pattern += f" × {{f{place}}}"
        figures[f"f{place}"] = percent(one.ratio)
    if unrounded is None:
        return words(pattern, pattern, **figures)
    exact = Decimal(unrounded.numerator) / Decimal(unrounded.denominator)
    figures["exact"] = number(exact)
    return words(
        f"{pattern} = {{exact}}, dibulatkan",
        f"{pattern} = {{exact}}, rounded",
        **figures,
    )


def difference(whole_idr: int, part_idr: int) -> Words:
    """Write a subtraction."""
    pattern = "{whole} − {part}"
    return words(pattern, pattern, whole=rupiah(whole_idr), part=rupiah(part_idr))


def owed_by(shares: Iterable[Share]) -> dict[str, int]:
    """Add up what each payer owes over all programmes; only payers who owe."""
    found: dict[str, int] = {}
    for share in shares:
        if share.owed:
            found[share.part] = found.get(share.part, 0) + share.amount_idr
    return {payer: found[payer] for payer in PAYERS if payer in found}


def results_of(shares: Sequence[Share]) -> dict[str, Any]:
    """Nest shares as expectations do: by programme and part, with totals."""
    results: dict[str, Any] = {}
    for share in shares:
        parts = results.setdefault(share.programme, {})
        parts[share.part] = parts.get(share.part, 0) + share.amount_idr
        if share.counted:  # a programme of which a part is unknown has no total
            parts["total"] = parts.get("total", 0) + share.amount_idr
    payers = owed_by(shares)
    return {**results, **payers, "total": sum(payers.values())}


def write(shares: Sequence[Share], draft: Draft) -> None:
    """Write one line per share, then what each payer owes and the whole."""
    for share in shares:
        key = f"{share.programme}.{share.part}"
        amount = share.amount_idr
        draft.line(key, _label(share), amount, share.arithmetic, *share.used)
    payers = owed_by(shares)
    for payer, amount in payers.items():
        label = words("Jumlah, {payer}", "Total, {payer}", payer=term(payer))
        draft.line(payer, label, amount, _sum(shares, payer))
    if len(payers) != 1:
        whole = words("Jumlah seluruhnya", "Grand total")
        draft.line("total", whole, sum(payers.values()))


def _label(share: Share) -> Words:
    pattern = "{programme}, {part}"
    return words(pattern, pattern, programme=share.programme, part=term(share.part))


def _sum(shares: Sequence[Share], payer: str) -> Words | None:
    amounts = [one.amount_idr for one in shares if one.part == payer]
    if len(amounts) < 2:
        return None
    pattern = " + ".join(f"{{a{place}}}" for place in range(len(amounts)))
    return words(
        pattern, pattern, **{f"a{n}": rupiah(one) for n, one in enumerate(amounts)}
    )
