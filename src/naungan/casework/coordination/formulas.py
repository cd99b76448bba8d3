"""The sums and products that a sentence says itself: "21.600 orang × Rp16.800 × 12 bulan".

Only what a sentence binds by its own words is reckoned: an operator, a rate with its
months, so many a village in so many villages, or parts before their total. What it
leaves open says nothing.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import Final, Literal

from naungan.casework.coordination.reading import change_of, read_sentence, unit_of
from naungan.engine.prose.draft import Figure
from naungan.engine.prose.facts.changes import Change


HALF: Final = Decimal("0.5")
TERMS: Final = 2  # of which a sum or a product is made at least
SCALES: Final = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12}
_MAY: Final = re.compile(r"[×+*]|\d\s*x\s|kali|tambah|total|jumlah|seluruh|bulan|desa")
_TIMES = re.compile(r"[×*]|\d\s*x\s|\b(?:di)?kali(?:kan)?\b", re.IGNORECASE)
_PLUS = re.compile(r"\+|\bditambah\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?<!dari\s)\b(?:total(?:nya)?|jumlah(?:nya)?|seluruhnya|berjumlah)\s*$",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"(?:(?:selama|×|\*|x|kali)\s*)(?P<number>\d{1,3})\s+bulan", re.IGNORECASE
)


@dataclass(frozen=True)
class Formula:
    """A sum or product as a sentence says it: of what, and what it says that comes out.

    `rounded` is half of the last digit in which the outcome was written. A difference
    is of a level and the one that came of it; it may be said in percent of the first,
    and has found its own `verdict`.
    """

    kind: Literal["product", "sum", "difference"]
    of: tuple[Decimal, ...]
    unit: str
    said: Decimal
    words: str
    rounded: Decimal
    verdict: bool | None = None
    of_shares: bool = False

    @property
    def value(self) -> Decimal:
        """Give what really comes out."""
        if self.kind == "difference":
            return abs(self.of[1] - self.of[0])
        return (
            prod(self.of, start=Decimal(1))
            if self.kind == "product"
            else sum(self.of, start=Decimal(0))
        )

    @property
    def agrees(self) -> bool:
        """Tell whether what was said comes out, within what was written."""
        if self.verdict is not None:
            return self.verdict
        return abs(self.value - self.said) < self.rounded


def formula_of(text: str) -> Formula | None:
    """Read the sum, product or difference of a sentence; None where it says none."""
    if change := change_of(text):
        return _difference(text, change)
    if not _MAY.search(text):
        return None
    figures = [one for one in read_sentence(text).figures if one.value is not None]
    if len(figures) <= TERMS - 1:
        return None
    *terms, last = sorted(figures, key=lambda one: one.words.start)
    if of := _villages(terms, last) or _money(text, terms, last):
        return _formula("product", of, last)
    if of := _parts(text, terms, last):
        return _formula("sum", of, last)
    return None


def _formula(
    kind: Literal["product", "sum"], of: tuple[Decimal, ...], last: Figure
) -> Formula:
    words = last.words.surface
    return Formula(kind, of, unit_of(last), _value(last), words, _rounded(words))


def _difference(text: str, change: Change) -> Formula:
    """Take a change as it was said: in percent, in points, or in what was counted."""
    units = {"percent": "percent", "percentage_point": "percent_points"}
    counted = next((unit_of(one) for one in read_sentence(text).figures), "other")
    of = (change.first, change.last)
    unit = units.get(change.unit, counted)
    words = change.words
    return Formula(
        kind="difference",
        of=of,
        unit=unit,
        said=change.said,
        words=words,
        rounded=_rounded(words),
        verdict=change.fits,
        of_shares=change.of_shares,
    )


def _villages(terms: list[Figure], last: Figure) -> tuple[Decimal, ...]:
    """Multiply so many a village by its villages, where the outcome are people."""
    units = [unit_of(one) for one in (*terms, last)]
    if (
        sorted(units[:-1]) != ["people_per_village", "villages"]
        or units[-1] != "people"
    ):
        return ()
    return tuple(_value(one) for one in terms)


def _money(text: str, terms: list[Figure], last: Figure) -> tuple[Decimal, ...]:
    """Multiply people by a rate and its months; without months an operator must say so."""
    units = [unit_of(one) for one in (*terms, last)]
    if units != ["people", "idr", "idr"]:
        return ()
    months = _MONTHS.search(text)
    if months is None and not _TIMES.search(text):
        return ()
    span = (Decimal(months["number"]),) if months else ()
    return (*(_value(one) for one in terms), *span)


def _parts(text: str, terms: list[Figure], last: Figure) -> tuple[Decimal, ...]:
    """Add the parts of one kind that stand before their total."""
    units = {unit_of(one) for one in (*terms, last)}
    if len(terms) < TERMS or len(units) != 1 or units <= {"percent", "other"}:
        return ()
    before = text[terms[-1].words.end : last.words.start]
    is_added = _PLUS.search(text[: terms[-1].words.start])
    if not (is_added or _TOTAL.search(before.rstrip(" :="))):
        return ()
    return tuple(_value(one) for one in terms)


def _value(one: Figure) -> Decimal:
    return Decimal(str(one.value))


def _rounded(words: str) -> Decimal:
    """Give half of the last digit written: "Rp1,9 miliar" may be off by 50 million."""
    places = re.search(r",(\d+)", words)
    scale = next((each for name, each in SCALES.items() if name in words.lower()), 0)
    return HALF * Decimal(10) ** (scale - (len(places[1]) if places else 0))
