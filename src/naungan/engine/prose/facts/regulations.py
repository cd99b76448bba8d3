"""Laws, regulations, instructions and circulars that a report names by number."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from naungan.engine.prose.draft import Quoted, Regulation
from naungan.engine.prose.lexicon import lexicon
from naungan.engine.prose.page.report import Report


_NUMBER: Final = (
    r"(?:\s*\([A-Za-z]+\))?(?:\s+(?:republik indonesia|RI))?"
    r"(?P<issuer>(?:\s+[A-Z][\w-]+){0,5}?)?(?:\s+(?:terbaru|baru|tersebut))?(?:\s*\([A-Za-z]+\))?\s*"
    r"(?:(?:nomor|no|nomer|num)(?:\b|(?=\d))\s*[.:]?\s*(?:KPTS[\s.]+)?(?P<number>[\w.-]*\d(?:[\w-]|\.(?![A-Z][a-z]))*(?:/[\w.-]+)*)|(?P<bare>\d+[A-Z]?(?=\s*/\s*\d{4}|\s+(?i:tahun|tentang)\b)))"
    r"(?:\s*(?:tahun|thn|th\.?|/)\s*(?P<year>\d{4})\b)?"
)


def read_regulations(report: Report) -> tuple[Regulation, ...]:
    """Return every legal text named with a number, each once, in order."""
    found: dict[tuple[str, str], Regulation] = {}
    for regulation in sorted(_all(report), key=lambda one: one.words.start):
        key = (regulation.kind.split()[0], regulation.number.lower())
        known = found.get(key)
        if known is None or (known.year is None and regulation.year):
            found[key] = regulation
    return tuple(found.values())


def _all(report: Report) -> Iterator[Regulation]:
    taken: list[range] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(report.body):
            if any(match.start() in span for span in taken):
                continue
            taken.append(range(match.start(), match.end()))
            yield _regulation(kind, match)


def _regulation(kind: str, match: re.Match[str]) -> Regulation:
    number = (match["number"] or match["bare"]).rstrip(".-/")
    year = int(match["year"]) if match["year"] else None
    parts = number.split("/")
    if year is None and len(parts) > 1 and re.fullmatch(r"(?:19|20)\d\d", parts[-1]):
        year = int(parts[-1])
        # "2/2021" is number 2 of 2021; a circular's number keeps all its parts.
        number = parts[0] if len(parts) == 2 else number
    number = number.lstrip("0") if number.isdigit() else number
    surface = match[0].rstrip(" .,;/-")
    issuer = " ".join((match["issuer"] or "").split())
    if kind in lexicon("regulations")["issued"] and issuer:
        kind = f"{kind} {issuer}"
    return Regulation(kind, number, year, Quoted(surface, match.start()))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(rf"(?<![\w-])(?i:{'|'.join(words)}){_caseless(_NUMBER)}"))
        for kind, words in lexicon("regulations")["kinds"].items()
    )


def _caseless(pattern: str) -> str:
    """Let the words around numbers be written in any case, but not the issuer's."""
    for word in ("republik indonesia", "nomor|no|nomer|num", r"tahun|thn|th\.?|/"):
        pattern = pattern.replace(word, f"(?i:{word})", 1)
    return pattern
