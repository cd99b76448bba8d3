"""What kinds of event a report tells of: rapat koordinasi, FGD, signing, hand-over."""

import re
from functools import cache
from typing import Final

from naungan.engine.prose.draft import Quoted
from naungan.engine.prose.lexicon import lexicon
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence


# How many sentences after the headline tell what the event is.
_TELLING: Final = 4
_BACKGROUND: Final = re.compile(
    r"\b(tindak lanjut|menindaklanjuti|hasil|pasca|setelah|sejak|sebelum\w*|melalui|rencana|akan|dari|telah|sudah|adanya|pembentukan|tema|dimulai dengan|memberikan)\s+(?:dari\s+|adanya\s+|kegiatan\s+|dilakukan\s+)?$|"
    r"\b(?:saling|minta|meminta|perlu|harus)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
# What is done all the time is not this event: "gencar melakukan sosialisasi".
_HABIT: Final = re.compile(
    r"\b(gencar|rutin|terus)\b[^.;]{0,30}$|\b(edukasi|pembinaan)\s+(dan|serta)\s+$|\bsebagai\s+$",
    re.IGNORECASE,
)
_NEEDED: Final = re.compile(
    r"[^.;,“”\"]{0,70}?\b(?:sangat(?:lah)?\s+|sangat\s+lah\s+)?(?:penting|diperlukan|dibutuhkan|perlu)\b",
    re.IGNORECASE,
)
_ROOM: Final = re.compile(
    r"[\w\s()]{0,40}?\bdi\s+(?:aula|hotel|ruang|kantor|gedung|pendopo|balai)\b",
    re.IGNORECASE,
)
_RITES: Final = ("penandatanganan", "penyerahan")
_PART: Final = re.compile(
    r"\b(?:acara|kegiatan|rapat|rakor|pertemuan|sosialisasi|monev|fgd)\b(?:\s+(?:ini|itu|tersebut|juga|pun))*\s+(?:juga\s+)?"
    r"(?:diisi|dirangkai\w*|diakhiri|ditutup|diawali|diselingi|dilanjutkan)\b|"
    r"\bsebagai (?:bagian|rangkaian) dari (?:acara|kegiatan)\b|"
    r"\b(?:pada|dalam) (?:kesempatan|acara|kegiatan) (?:yang sama|itu|ini|tersebut),?\s+(?:juga|turut)\s+di\w+|"
    r"^\W*(?:pada|dalam|di)\s+(?:kesempatan|acara|kegiatan|momen)(?:\s+(?:yang\s+sama|itu|ini|tersebut))?(?:\s+(?:juga|pula))?,|"
    r"\bjuga\s+(?:secara\s+simbolis\s+)?(?=menyerahkan\b)|\bjuga\s+(?:dilakukan|dilaksanakan|berlangsung|digelar)\b",
    re.IGNORECASE,
)
_HOLDING: Final = re.compile(
    r"\b(meng?gelar|gelar|digelar|melaksanakan|laksanakan|dilaksanakan|mengadakan|diadakan|adakan|menyelenggarakan|diselenggarakan|"
    r"menghadiri|hadiri|dihadiri|hadir|membuka|dibuka|buka|memimpin|pimpin|dipimpin|berlangsung|mengikuti|ikuti|lakukan|melakukan|dilakukan|dalam|kegiatan|acara|saat|usai|"
    r"gelaran|ini|tersebut|bersama)\b",
    re.IGNORECASE,
)


def read_kinds(report: Report) -> tuple[tuple[str, Quoted], ...]:
    """Return the kinds of the event, each with the words that say so, in their order."""
    first = report.told[0].number
    found: dict[str, Quoted] = {}
    for sentence in report.sentences:
        if sentence.number - first > _TELLING:
            break
        for kind, match in _said(sentence.text):
            before = sentence.text[: match.start()]
            is_told = (
                sentence.number <= first
                or _HOLDING.search(sentence.text)
                or _ROOM.match(sentence.text, match.end())
            )
            if (
                sentence.number > first
                and not kind.startswith(_RITES)
                and _is_spoken_of(report, sentence, match)
            ):
                continue
            if is_told and not _is_background(kind, before):
                start = sentence.start + match.start()
                found.setdefault(kind, Quoted(match[0], start))
    for kind, words in _besides(report).items():
        found.setdefault(kind, words)
    return tuple(_without_general(found or _anywhere(report)).items())


def kinds_named(text: str) -> tuple[str, ...]:
    """Return the kinds that a sentence names, held or not, in their order."""
    found = {kind: Quoted(match[0], match.start()) for kind, match in _said(text)}
    return tuple(_without_general(found))


def _is_background(kind: str, before: str) -> bool:
    """Tell whether it is spoken of, not held; what is signed is held "melalui" it."""
    through = before.rstrip().lower().endswith("melalui")
    if through and kind.startswith(_RITES):
        return False
    return bool(_BACKGROUND.search(before) or _HABIT.search(before))


def _is_spoken_of(report: Report, sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether somebody only speaks of such events: in a quote, or as needed."""
    line = report.body.rfind("\n", 0, sentence.start) + 1
    if _is_quoted(report.body[line : sentence.start + match.start()]):
        return True
    return bool(_NEEDED.match(sentence.text, match.end()))


def _besides(report: Report) -> dict[str, Quoted]:
    """Find what a later sentence says to have been part of the event."""
    found: dict[str, Quoted] = {}
    for sentence in report.told:
        part = _PART.search(sentence.text)
        for kind, match in _said(sentence.text) if part else ():
            if kind.startswith(_RITES) and part and match.start() >= part.end() - 1:
                start = sentence.start + match.start()
                found.setdefault(kind, Quoted(match[0], start))
    return found


def _said(text: str) -> list[tuple[str, re.Match[str]]]:
    """Find the kinds in a text; longer names swallow the shorter inside them."""
    matches = [
        (kind, match)
        for kind, pattern in _patterns()
        for match in pattern.finditer(text)
    ]
    matches.sort(key=lambda one: (one[1].start(), -len(one[1][0])))
    kept: list[tuple[str, re.Match[str]]] = []
    end = 0
    for kind, match in matches:
        if match.start() >= end:
            kept.append((kind, match))
            end = match.end()
    return kept


def _anywhere(report: Report) -> dict[str, Quoted]:
    found: dict[str, Quoted] = {}
    for kind, match in _said(report.body):
        before = report.body[max(0, match.start() - 30) : match.start()]
        after = report.body[match.end() : match.end() + 12]
        line = report.body.rfind("\n", 0, match.start()) + 1
        if _is_quoted(report.body[line : match.start()]):
            continue
        if _NEEDED.match(report.body, match.end()):
            continue
        if not _BACKGROUND.search(before) and "sebelumnya" not in after:
            found.setdefault(kind, Quoted(match[0], match.start()))
    return found


def _is_quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _without_general(found: dict[str, Quoted]) -> dict[str, Quoted]:
    """A plain "rapat" says nothing beside a kind that says more."""
    general = lexicon("events")["general"]
    special = {kind: words for kind, words in found.items() if kind not in general}
    return special or dict([*sorted(found.items(), key=lambda one: one[1].start)][:1])


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE))
        for kind, words in lexicon("events")["kinds"].items()
    )
