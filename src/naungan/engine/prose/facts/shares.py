"""Of which counts a printed percentage is the share, as its sentence puts it.

"Dari 239.799 pekerja, baru 51.398 atau 21 persen": the share is of the count beside it
in the one behind "dari"; where a sentence prints one share and two counts, of the
smaller in the larger. Whether it comes out is not asked. A rise is no share, and where
a sentence leaves a choice of counts or of shares nothing is bound.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from naungan.engine.prose.draft import Figure
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence
from naungan.lib.numbers import percentage


RISES: Final = re.compile(
    r"\b(?:naik|meningkat|bertambah|turun|menurun|lebih tinggi|lebih rendah|selisih|kenaikan|penurunan|peningkatan)\s+(?:sebesar\s+|sekitar\s+|hanya\s+)?(?P<n>\d+(?:[.,]\d+)?)\s*(?:persen|%)",
    re.IGNORECASE,
)
_OFTEN_COUNTED: Final = ("orang", "perusahaan", "desa", "kasus")
"""What two counts of are part and whole, also where no "dari" joins them."""
_SHARES: Final = frozenset({"percent", "percentage_point"})
_ROUNDED: Final = Decimal("0.5")
# "72.298 orang (33 persen)", "72.298 atau sekitar 33 persen".
_BESIDE: Final = re.compile(
    r"(?:\s+[a-z]+){0,2}\s*(?:\(|,?\s*\b(?:atau|yakni|yaitu)\b|,)\s*(?:sekitar\s+|hanya\s+|baru\s+|sebesar\s+)*",
    re.IGNORECASE,
)
_OUT_OF: Final = re.compile(r"\bdari(?:\s+[a-z]+){0,3}\s+(?:Rp\.?\s*)?$", re.IGNORECASE)


def shares_in(
    report: Report, figures: tuple[Figure, ...]
) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield (share, part, whole) of every sentence that leaves no choice of them."""
    for sentence in report.told:
        inside = [one for one in figures if _stands_in(one, sentence)]
        rises = [match.span("n") for match in RISES.finditer(sentence.text)]
        shares = [
            one
            for one in inside
            if one.unit == "percent"
            and not any(a <= one.words.start - sentence.start < b for a, b in rises)
        ]
        beside = [
            (share, *pair)
            for share in shares
            if (pair := _beside(sentence, share, inside))
        ]
        yield from beside or _only(sentence, shares, inside)


def _beside(
    sentence: Sentence, share: Figure, inside: list[Figure]
) -> tuple[Figure, Figure] | None:
    """Give the count printed right before a share, and the one it is out of."""
    for part in inside:
        between = sentence.text[
            part.words.end - sentence.start : share.words.start - sentence.start
        ]
        wholes = [
            one
            for one in inside
            if one.unit == part.unit
            and one.value > part.value
            and _is_out_of(sentence, one)
        ]
        if _is_count(part) and _BESIDE.fullmatch(between) and len(wholes) == 1:
            return part, wholes[0]
    return None


def parts_in(
    report: Report, figures: tuple[Figure, ...]
) -> Iterator[tuple[Figure, Figure]]:
    """Yield (part, whole) where a sentence counts two of one thing, one out of the other."""
    for sentence in report.told:
        inside = [one for one in figures if _stands_in(one, sentence)]
        for unit in _counted_in(inside):
            pair = _two(inside, unit)
            if pair and _is_out_of(sentence, pair[1]):
                yield pair


def _only(
    sentence: Sentence, shares: list[Figure], inside: list[Figure]
) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Give the one share of a sentence with its only two counts of one thing."""
    for unit in _counted_in(inside) if len(shares) == 1 else ():
        pair = _two(inside, unit)
        # Sums of money rise from one to another.
        if pair and (unit in _OFTEN_COUNTED or _is_out_of(sentence, pair[1])):
            yield shares[0], *pair


def _is_count(figure: Figure) -> bool:
    """Tell whether a figure counts things, and is no share and no rate."""
    is_rate = "/" in figure.unit and figure.unit != "kabupaten/kota"
    return figure.unit not in _SHARES and not is_rate


def _counted_in(inside: list[Figure]) -> list[str]:
    """Give what a sentence counts, each once, in the order it is told."""
    return list(dict.fromkeys(one.unit for one in inside if _is_count(one)))


def _two(inside: list[Figure], unit: str) -> tuple[Figure, Figure] | None:
    """Give the smaller and the larger of the two counts of one thing, if two there are."""
    counts = sorted(
        (one for one in inside if one.unit == unit), key=lambda one: one.value
    )
    return (counts[0], counts[1]) if len(counts) == len(("part", "whole")) else None


def _is_out_of(sentence: Sentence, whole: Figure) -> bool:
    return bool(_OUT_OF.search(sentence.text[: whole.words.start - sentence.start]))


def bound(report: Report, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures, each share with the counts that it is of."""
    of = {
        share.words.start: (part.value, whole.value)
        for share, part, whole in shares_in(report, figures)
        if not is_rest(share, part, whole)
    }
    return tuple(
        replace(one, of=of[one.words.start])
        if one.unit == "percent" and one.words.start in of
        else one
        for one in figures
    )


def is_rest(share: Figure, part: Figure, whole: Figure) -> bool:
    """Tell whether a share is of those who are left: 78,6 persen belum."""
    exact = percentage(int(part.value), int(whole.value), 4)
    return not fits(share, exact) and fits(share, 100 - exact)


def fits(share: Figure, exact: Decimal) -> bool:
    """Tell whether a share is the exact one, rounded to the places it prints."""
    printed = Decimal(str(share.value))
    places = max(0, -int(printed.as_tuple().exponent))
    return abs(exact - printed) <= _ROUNDED.scaleb(-places)


def _stands_in(figure: Figure, sentence: Sentence) -> bool:
    return 0 <= figure.words.start - sentence.start < len(sentence.text)
