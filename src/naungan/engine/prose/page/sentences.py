"""Sentences and words of a report, each with its place in the text it came from."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from naungan.engine.prose.word_list import words_in


LONGEST: Final = 2_000  # letters; no sentence of a report comes near
_WORD: Final = re.compile(
    r"\d+(?:[.,:]\d+)*(?:[/-][\w.]+)*%?|\b(?:Kab|Kec|Prov|Kel|Cab)(?=\.[A-Z])|[^\W_]+(?:['’`./&-][^\W_]+)*|[^\w\s]"
)
_END: Final = re.compile(r"[.!?]+[”\"’')]*\s+(?=[“\"‘'(]*[A-Z0-9])")
# Words after which a full stop ends nothing.
_SHORT: Final = words_in("""no cab nomor h hj drs dra dr drg ir prof kh kab kec kel prov tgl jl jln rp st sh mh se mm m a s
    moh muh ust bpk sdr dll dsb hlm pt cv tbk plt pj pjs plh an abd gg min maks tel telp ft i n r d""")
_NUMBERING: Final = re.compile(r"(?:\d{1,2}|[a-zA-Z]|[IVX]{1,4})\.")
_THRICE: Final = re.compile(r"([a-z])\1{2,}")
# Slips so common that they are another spelling.
_SLIPS: Final = {"sekertaris": "sekretaris", "sekertariat": "sekretariat"}
_BRAND: Final = re.compile(r"bpjams?[a-z]{0,4}te?k$")  # "BPJAMSTEK"
_LAST_WORD: Final = re.compile(r"([^\W_]+)\.$")
_HEADS: Final = words_in(
    "Kasi Kasie Kabid Kadis Kabag Kasubag Kakanwil Kacab Plt Kajari Kajati"
)
_ASIDE: Final = re.compile(r"[A-Za-z][\w./&-]{0,14}(?: [A-Za-z][\w./&-]{0,12})?$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or mark, as written, with its place in the body."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in small letters; a letter that slipped in thrice stands twice."""
        low = _THRICE.sub(r"\1\1", self.text.lower())
        return "bpjamsostek" if _BRAND.match(low) else _SLIPS.get(low, low)

    @property
    def is_name_like(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True)
class Sentence:
    """One sentence: its text, where it begins in the body, its number, and quotes."""

    text: str
    start: int
    number: int
    paragraph: int

    @cached_property
    def every_word(self) -> tuple[Word, ...]:
        """All words and marks."""
        return tuple(
            Word(found[0], self.start + found.start(), self.start + found.end())
            for found in _WORD.finditer(self.text)
        )

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words without inserted short forms and the dots of abbreviations.

        "Kepala Seksi (Kasi) Perdata" reads "Kepala Seksi Perdata".
        """
        return tuple(_without_asides(self.every_word))


def split_sentences(paragraphs: tuple[str, ...]) -> tuple[Sentence, ...]:
    """Split paragraphs, as they stand in a body joined by line ends."""
    found: list[Sentence] = []
    start = 0
    for paragraph, text in enumerate(paragraphs):
        for begins, ends in _bounds(text):
            part = text[begins:ends]
            found.append(Sentence(part, start + begins, len(found), paragraph))
        start += len(text) + 1
    return tuple(found)


def _bounds(text: str) -> list[tuple[int, int]]:
    bounds, begins = [], 0
    for mark in _END.finditer(text):
        if _NUMBERING.fullmatch(text[begins : mark.start() + 1].strip()):
            continue
        last = _LAST_WORD.search(text[begins : mark.start() + 1])
        if last and (
            last[1].lower() in _SHORT or (len(last[1]) == 1 and last[1].isupper())
        ):
            continue
        bounds.append((begins, mark.end()))
        begins = mark.end()
    bounds.append((begins, len(text)))
    return [part for b, e in bounds if text[b:e].strip() for part in _cut(text, b, e)]


def _cut(text: str, begins: int, ends: int) -> list[tuple[int, int]]:
    """Cut what has no end anywhere near: reading it whole would take for ever."""
    parts: list[tuple[int, int]] = []
    while ends - begins > LONGEST:
        blank = text.rfind(" ", begins, begins + LONGEST) + 1
        at = blank if blank > begins else begins + LONGEST
        parts.append((begins, at))
        begins = at
    return [*parts, (begins, ends)]


def _without_asides(words: tuple[Word, ...]) -> list[Word]:
    kept: list[Word] = []
    at = 0
    while at < len(words):
        skipped = _aside_length(words, at)
        if skipped:
            at += skipped
            continue
        is_dot = (
            words[at].text == "."
            and at + 1 < len(words)
            and words[at + 1].text not in '”"’'
        )
        if not is_dot:
            kept.append(words[at])
        at += 1
    return kept


def _aside_length(words: tuple[Word, ...], at: int) -> int:
    """Return how many words "(Kasi)" takes here, or 0 when this is no such aside."""
    if words[at].text != "(":
        return 0
    for length in (3, 4):
        inner = words[at + 1 : at + length - 1]
        closes = at + length - 1 < len(words) and words[at + length - 1].text == ")"
        if closes and all(_ASIDE.match(word.text) for word in inner):
            return length if _is_short_form(inner) else 0
    return 0


def _is_short_form(inner: tuple[Word, ...]) -> bool:
    """A short form is one word, or two: one in capitals, or "Kasi Datun"."""
    if len(inner) == 1:
        return inner[0].is_name_like
    if inner[0].text in _HEADS:
        return True
    return any(len(word.text) > 1 and word.text.isupper() for word in inner)
