"""Doubts about a report: sums that do not divide, weekdays that do not fit, slips.

A doubt never changes a fact: the figure stays as printed, and the remark stands
beside it for whoever accepts the draft.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from naungan.engine.prose.draft import Figure, Quoted, Regulation, Remark, When
from naungan.engine.prose.page.report import Report
from naungan.lib.numbers import format_number, percentage


_POINTS: Final = re.compile(
    r"\b(?:naik|meningkat|bertambah|turun|menurun|lebih tinggi|lebih rendah|selisih|kenaikan|penurunan|peningkatan)\s+(?:sebesar\s+|sekitar\s+|hanya\s+)?(?P<n>\d+(?:[.,]\d+)?)\s*(?:persen|%)",
    re.IGNORECASE,
)
_SHARE: Final = re.compile(
    r"\b(cakupan|capaian|coverage|tingkat|kepesertaan|ucj|persentase|terdaftar|terlindungi)\b",
    re.IGNORECASE,
)
# Beside a share that rose, the share it rose from or to is printed as well.
_OTHER_SHARE: Final = re.compile(
    r"\b(?:dari|menjadi|mencapai|ke)\s+(?:sekitar\s+|hanya\s+)?\d+(?:[.,]\d+)?\s*(?:persen|%)",
    re.IGNORECASE,
)
# "Angka itu" takes up what the sentence before it measured.
_TAKES_UP: Final = re.compile(
    r"^\W*(?:angka|persentase|nilai|capaian|hasil)\s+(?:ini|itu|tersebut)\b",
    re.IGNORECASE,
)
_PRINTED_SHARE: Final = re.compile(r"\d\s*(?:persen|%)", re.IGNORECASE)
# What is counted or paid does rise by a share of itself.
_COUNTED: Final = re.compile(
    r"\b(?:jumlah|iuran|upah|gaji|pendapatan|penerimaan|anggaran|klaim|santunan|tunggakan|piutang|biaya)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_ROUNDED: Final = Decimal("0.5")
_PEOPLE: Final = "orang"
_KNOWN: Final = {"Inpres": {2021: "2"}}


def read_remarks(
    report: Report,
    when: When,
    figures: tuple[Figure, ...],
    regulations: tuple[Regulation, ...],
) -> tuple[Remark, ...]:
    """Return every doubt, in the order of the report."""
    found = [
        *_weekday(when),
        *_shares(report, figures),
        *_points(report),
        *_mixed_numbers(regulations),
    ]
    return tuple(sorted(found, key=lambda remark: remark.words.start))


def _weekday(when: When) -> Iterator[Remark]:
    if when.words and "bukan" in when.basis:
        yield Remark("weekday", when.basis, when.words)


def _shares(report: Report, figures: tuple[Figure, ...]) -> Iterator[Remark]:
    """Divide what one sentence prints as per cent, part and whole."""
    for sentence in report.told:
        inside = [
            f
            for f in figures
            if sentence.start <= f.words.start < sentence.start + len(sentence.text)
        ]
        changes = [match.span("n") for match in _POINTS.finditer(sentence.text)]
        shares = [
            f
            for f in inside
            if f.unit == "percent"
            and not any(a <= f.words.start - sentence.start < b for a, b in changes)
        ]
        counts = sorted(
            (f for f in inside if f.unit == _PEOPLE), key=lambda f: -f.value
        )
        if len(shares) == 1 and len(counts) == 2:
            yield from _divided(shares[0], counts[1], counts[0])


def _divided(share: Figure, part: Figure, whole: Figure) -> Iterator[Remark]:
    printed = Decimal(str(share.value))
    places = max(0, -int(printed.as_tuple().exponent))
    exact = percentage(int(part.value), int(whole.value), 4)
    tolerance = _ROUNDED.scaleb(-places)
    sums = f"{format_number(int(part.value))} ÷ {format_number(int(whole.value))} = {format_number(exact, 2)} persen"
    if abs(exact - printed) <= tolerance:
        yield Remark(
            "share_fits", f"{sums}, cocok dengan {share.words.surface}.", share.words
        )
    elif abs(100 - exact - printed) <= tolerance:
        yield Remark(
            "share_rest", f"{sums}; {share.words.surface} adalah sisanya.", share.words
        )
    else:
        yield Remark(
            "share_differs",
            f"{sums}, tetapi tercetak {share.words.surface}.",
            share.words,
        )


def _points(report: Report) -> Iterator[Remark]:
    """A share that "naik 0,5 persen" has mostly risen by percentage points."""
    before = ""
    for sentence in report.told:
        for match in _POINTS.finditer(sentence.text):
            if _is_share(sentence.text, match, before):
                words = Quoted(match[0], sentence.start + match.start())
                text = f"“{match[0]}” pada sebuah persentase: mungkin maksudnya poin persen."
                yield Remark("points", text, words)
        before = sentence.text


def _is_share(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether what rose is itself a share: by its name, its level, or "angka itu"."""
    if _COUNTED.search(text[: match.start()]):
        return False
    if _SHARE.search(text) or _OTHER_SHARE.search(text):
        return True
    return bool(
        _TAKES_UP.match(text)
        and _SHARE.search(before)
        and _PRINTED_SHARE.search(before)
    )


def _mixed_numbers(regulations: tuple[Regulation, ...]) -> Iterator[Remark]:
    """Two numbers for one kind and year: one of them may be a slip."""
    for regulation in regulations:
        right = _KNOWN.get(regulation.kind, {}).get(regulation.year or 0)
        if right and right != regulation.number:
            text = f"{regulation.words.surface}: instruksi tentang jaminan sosial ketenagakerjaan bernomor {right} Tahun {regulation.year}."
            yield Remark("regulation_number", text, regulation.words)
