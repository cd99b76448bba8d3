"""Where and by whom a report was sent: "Palangka Raya (ANTARA) - ", "PRINGSEWU – "."""

import re
from dataclasses import dataclass
from typing import Final


_LONGEST: Final = 90
_MARK: Final = re.compile(r"\s*(?:[–—|;:]+|--+|==+|\s-\s|-(?=[A-Z“\"]))\s*")
_OUTLET: Final = re.compile(
    r"\b(?:[\w-]+\.(?:com|co\.id|id|net|co|news|go\.id|info|tv)\b|ANTARA\w*|"
    r"(?:[A-Z][\w-]* )?(?:News|Post|Ekspres|Express|Pos|Radar\s\w+|Tribun\w*|Media|Kompas|Tempo|RRI|Humas|Kominfo|InfoPublik|MC\s\w+)|"
    r"(?:Suara|Lensa|Warta|Kabar|Berita|Harian|Koran|Gema|Sinar|Jurnal|Pena|Liputan|Fakta|Bidik|Lintas|Detik\w*|Buser|CNN|CNBC)\s[\w ]+)",
    re.IGNORECASE,
)
_WEAK: Final = ("-", ":")
_WORD: Final = re.compile(r"[^\s,()/|.]+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The places and outlet a report names first, and how many characters they take."""

    places: tuple[str, ...] = ()
    outlet: str = ""
    length: int = 0


def read_dateline(line: str) -> Dateline:
    """Read the head of a paragraph up to its dash; nothing when it is a sentence."""
    head = line[:_LONGEST]
    best = Dateline()
    for mark in _MARK.finditer(head):
        before = head[: mark.start()]
        if not before or not _may_be(before):
            break
        if mark[0].strip() in _WEAK and mark[0] != " - " and not before.isupper():
            break  # "Pemkot-BP Jamsostek", "Tempat : aula"
        best = _split(before, mark.end())
    if not best.length:
        best = _closed(head)
    return best


def _closed(head: str) -> Dateline:
    """Read "KOTA MAGELANG (wartamagelang.com) Badan …", which has no dash."""
    found = re.match(r"([A-Z][\w ,]{2,40}?)\s*\(([^)]+)\)\s+(?=[A-Z“\"])", head)
    if found and _OUTLET.search(found[2]) and found[1].upper() == found[1]:
        return Dateline((found[1].strip(),), found[2].strip(), found.end())
    return Dateline()


def _may_be(before: str) -> bool:
    """Say whether all words are names: a sentence has small words, a dateline none."""
    words = _WORD.findall(before)
    if not words or len(words) > 9:
        return False
    named = [w for w in words if w[0].isupper() or _OUTLET.search(w) or "." in before]
    return len(named) == len(words) and not before.rstrip().endswith((".", "!", "?"))


def _split(before: str, length: int) -> Dateline:
    outlet = _OUTLET.search(before)
    parts = [part.strip(" ()-–—|/") for part in re.split(r"[,()|–—/:]|--", before)]
    places = [part for part in parts if part and not _OUTLET.search(part)]
    return Dateline(tuple(places), outlet[0] if outlet else "", length)
