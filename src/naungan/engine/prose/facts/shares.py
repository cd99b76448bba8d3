"""Of which counts a printed percentage is the share, as its sentence puts it.

"Dari 239.799 pekerja, baru 51.398 atau 21 persen": the share is of the smaller in the
larger, whether or not it comes out. A rise is no share, and where a sentence leaves a
choice of counts or of shares nothing is bound.
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
_COUNTED: Final = ("orang", "perusahaan", "desa", "kasus")
_ROUNDED: Final = Decimal("0.5")


def shares_in(
    report: Report, figures: tuple[Figure, ...]
) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield (share, part, whole) of every sentence that prints one of each."""
    for sentence in report.told:
        inside = [one for one in figures if _stands_in(one, sentence)]
        rises = [match.span("n") for match in RISES.finditer(sentence.text)]
        shares = [
            one
            for one in inside
            if one.unit == "percent"
            and not any(a <= one.words.start - sentence.start < b for a, b in rises)
        ]
        for unit in _COUNTED:
            counts = sorted(
                (one for one in inside if one.unit == unit), key=lambda one: one.value
            )
            if len(shares) == 1 and len(counts) == 1 + len(shares):
                yield shares[0], counts[0], counts[1]


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
