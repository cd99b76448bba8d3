"""What was spoken of: topics, obstacles and the programmes of social security."""

import re
from collections.abc import Iterable
from typing import Final

from naungan.engine.prose.draft import Quoted
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence
from naungan.lib.programmes import BITS, TITLES


_TOPICS: Final = re.compile(
    r"\b(?:topik|materi|agenda|isu|pokok bahasan|tema)[\w\s]{0,50}?(?:antara lain|meliputi|yaitu|yakni|adalah|tentang|mengenai|terkait)\s*(?:adalah|:)?\s*(?P<list>[^.;“”]+)"
    r"|\b(?:membahas|dibahas)\s+(?:tentang\s+|mengenai\s+|terkait\s+)?(?P<about>[^.;,“”]{8,140})"
    r"|\b(?:mengangkat|mengusung|membawa|bertema|bertemakan|bertajuk|dengan\s+tema|dengan\s+tajuk)\s+(?:tema\s+|tajuk\s+)?[“\"]?(?P<theme>[^.;,“”\"]{8,140})"
    r"|\bbertujuan\s+(?:untuk\s+)?(?P<aim>[^.;“”]{8,160})",
    re.IGNORECASE,
)
_OBSTACLES: Final = re.compile(
    r"\b(?:kendala|tantangan|hambatan|permasalahan|masalah)\b[^.;:“”]{0,80}?(?:seperti|antara lain|di antaranya|yaitu|yakni|adalah|meliputi)\s+(?P<list>[^.;“”]+)"
    r"|(?P<low>\b(?:rendahnya|kurangnya|minimnya|terbatasnya|belum optimalnya|lemahnya|keterbatasan)\s+[^.,;“”]{4,80})"
    r"|(?P<many>\bmasih banyak\s+[^.;“”]{4,120}?\bbelum\s+[\w\s]{3,60}?(?=[.,;“”]|$))"
    r"|(?P<short>\b(?:anggaran|dana|pendanaan|data|pendataan|petugas|pengawas|sdm|regulasi|aturan|sosialisasi|koordinasi|pemahaman|kesadaran|kepesertaan|cakupan)\b[^.,;:“”]{0,50}?\b(?:(?:belum|tidak|kurang)\s+(?:cukup|mencukupi|memadai|tersedia|lengkap|optimal|merata|sinkron|padan|valid|terpenuhi|ada)|masih\s+(?:sangat\s+)?(?:minim|rendah|kurang|terbatas|lemah))\b[^.,;:“”]{0,60})"
    r"|\b(?:terkendala|terbentur|terhambat)\s+(?:oleh\s+|dengan\s+|pada\s+)?(?P<barred>[^.,;:“”]{4,90})"
    r"|(?P<none>\b\w+\s+(?:yang\s+)?(?:masih\s+)?belum\s+(?:terjangkau|terlindungi|mendaftarkan\s+\w+|patuh|terdaftar))",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r",\s+(?:serta|dan)\s+|,\s+|\s+serta\s+|;\s*")
MOST: Final = 8


def read_topics(report: Report) -> tuple[Quoted, ...]:
    """Return topics and aims as worded, each once."""
    return _once(part for sentence in report.told for part in _parts(sentence, _TOPICS))


def read_obstacles(report: Report) -> tuple[Quoted, ...]:
    """Return the obstacles as worded, each once."""
    return _once(
        part for sentence in report.told for part in _parts(sentence, _OBSTACLES)
    )


def read_programmes(report: Report) -> tuple[tuple[str, Quoted], ...]:
    """Return the programmes named, by code, in the order of the law."""
    found = []
    for code in BITS:
        named = re.search(rf"\b(?:{code}|(?i:{TITLES[code]}))\b", report.body)
        if named:
            found.append((code, Quoted(named[0], named.start())))
    return tuple(found)


def _parts(sentence: Sentence, pattern: re.Pattern[str]) -> list[Quoted]:
    found: list[Quoted] = []
    for match in pattern.finditer(sentence.text):
        group = match.lastgroup or "list"
        at = match.start(group)
        pieces = _SPLIT.split(match[group]) if group == "list" else [match[group]]
        for piece in pieces:
            start = sentence.text.index(piece, at)
            if len(piece.split()) > 1:
                found.append(
                    Quoted(piece.strip().rstrip(" ,.“”"), sentence.start + start)
                )
            at = start + len(piece)
    return found


def _once(parts: Iterable[Quoted]) -> tuple[Quoted, ...]:
    found: dict[str, Quoted] = {}
    for part in parts:
        found.setdefault(part.surface.lower(), part)
    return tuple(found.values())[:MOST]
