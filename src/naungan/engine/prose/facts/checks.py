"""Doubts about a report: sums that do not divide, weekdays that do not fit, slips.

A doubt never changes a fact: the figure stays as printed, and the remark stands
beside it for whoever accepts the draft.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from naungan.engine.prose.draft import Figure, Quoted, Regulation, Remark, When
from naungan.engine.prose.facts.changes import Change, changes_in
from naungan.engine.prose.facts.shares import RISES, fits, is_rest, shares_in
from naungan.engine.prose.page.report import Report
from naungan.lib.numbers import format_number, percentage


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
        *_changes(report),
        *_mixed_numbers(regulations),
    ]
    return tuple(sorted(found, key=lambda remark: remark.words.start))


def _weekday(when: When) -> Iterator[Remark]:
    if when.words and "bukan" in when.basis:
        yield Remark("weekday", when.basis, when.words)


def _shares(report: Report, figures: tuple[Figure, ...]) -> Iterator[Remark]:
    """Divide what one sentence prints as per cent, part and whole."""
    for share, part, whole in shares_in(report, figures):
        counts = int(part.value), int(whole.value)
        exact = percentage(*counts, 4)
        sums = f"{format_number(counts[0])} ÷ {format_number(counts[1])} = {format_number(exact, 2)} persen"
        printed = share.words.surface
        if fits(share, exact):
            code, text = "share_fits", f"{sums}, cocok dengan {printed}."
        elif is_rest(share, part, whole):
            code, text = "share_rest", f"{sums}; {printed} adalah sisanya."
        else:
            code, text = "share_differs", f"{sums}, tetapi tercetak {printed}."
        yield Remark(code, text, share.words)


def _points(report: Report) -> Iterator[Remark]:
    """A share that "naik 0,5 persen" has mostly risen by percentage points."""
    before = ""
    for sentence in report.told:
        for match in RISES.finditer(sentence.text):
            if _is_share(sentence.text, match, before):
                words = Quoted(match[0], sentence.start + match.start())
                text = f"“{match[0]}” pada sebuah persentase: mungkin maksudnya poin persen."
                yield Remark("points", text, words)
        before = sentence.text


def _changes(report: Report) -> Iterator[Remark]:
    """Subtract where a sentence prints a change and both of its levels."""
    for sentence in report.told:
        for one in changes_in(sentence.text):
            code = "change_fits" if one.fits else "change_differs"
            verdict = "cocok dengan" if one.fits else "tetapi tercetak"
            text = f"{said_change(one)}, {verdict} {one.words}."
            yield Remark(code, text, Quoted(one.words, sentence.start + one.start))


def said_change(one: Change) -> str:
    """Say what a change comes to, by points or count and by percent of what it was."""
    move = "turun" if one.last < one.first else "naik"
    unit = " poin persen" if one.of_shares else ""
    by = f"{format_number(one.difference, _places(one.difference))}{unit}"
    percent = (
        "" if one.percent is None else f" atau {format_number(one.percent, 2)} persen"
    )
    first, last = (format_number(each, _places(each)) for each in (one.first, one.last))
    return f"Dari {first} menjadi {last} adalah {move} {by}{percent}"


def _places(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))


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
