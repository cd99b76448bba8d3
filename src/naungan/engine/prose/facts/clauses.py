"""Parts of a promise: how far its words reach, who is to do it, and by when."""

import re
from datetime import date
from typing import Final

from naungan.engine.prose.draft import EVERYBODY, Participant
from naungan.engine.prose.facts.days import days_in
from naungan.engine.prose.lexicon import any_of
from naungan.engine.prose.names.institutions import institution_at
from naungan.engine.prose.names.positions import position_at
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence
from naungan.lib.calendar_words import MONTHS


MOST_WORDS: Final = 26
_STOP: Final = re.compile(
    r"[.;](?:\s|$)|[“”\"]|,\s*(?:sehingga|karena|sebab|mengingat|namun|tetapi|kata|ujar|jelas|ungkap|lanjut|tambah|tutur|imbuh|dan (?:juga )?berharap)\b"
)
LEAST_ANCHORED: Final = 3
MOST_ANCHORED: Final = 14
# Where a purpose, a ground or another part of the sentence begins.
_ASIDE: Final = re.compile(
    r"(?<=\w),\s|\s(?=(?:sesuai|sehingga|guna|dalam rangka|untuk memastikan|terhadap|karena|mengingat|tentang)\b)",
    re.IGNORECASE,
)
_DUE: Final = re.compile(
    rf"\b(?:(?:paling lambat|selambat-lambatnya|sebelum|mulai|pada|per|hingga|sampai dengan|akhir|awal|pertengahan|dalam waktu|setiap|tiap)\s+)*"
    rf"(?:(?:tanggal\s+)?(?:\d{{1,2}}\s+)?(?:bulan\s+)?(?:{any_of(MONTHS)})(?:\s+20\d\d)?(?:\s+mendatang)?|(?:triwulan|semester|kuartal)\s+(?:[IV]+|\d|pertama|kedua|ketiga|keempat)(?:\s+(?:tahun\s+)?20\d\d)?|"
    rf"tahun\s+(?:20\d\d|depan|ini|mendatang|anggaran\s+20\d\d)|20[2-4]\d|(?:minggu|pekan|bulan)\s+(?:depan|ini|mendatang)|(?:\w+\s+){{1,2}}(?:hari|minggu|bulan)\s+(?:ke depan|kerja)|(?:akhir|awal)\s+tahun|setiap\s+(?:bulan|triwulan|semester|tahun|minggu))\b",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"(?:mulai|sejak|per)\b", re.IGNORECASE)
_OWN: Final = re.compile(
    r"\b(kami|kita|pihaknya|saya|pihak kami|dirinya)\b", re.IGNORECASE
)
# The meeting itself agrees, and nobody who happened to speak before.
_OF_ALL: Final = re.compile(
    r"\b(?:rapat|rakor|forum|pertemuan|fgd|monev|diskusi|peserta|(?:kedua|semua|seluruh|para)(?:\s+belah)?\s+(?:pihak|peserta|lembaga))(?:\s+(?:ini|itu|tersebut|koordinasi|rapat|rakor|pertemuan|fgd|kemudian|juga|akhirnya|pun|yang\s+hadir))*\s*$",
    re.IGNORECASE,
)
MOST_JOINING: Final = 3  # words from "menyepakati" to who is to act
_ASKING: Final = frozenset({"requested", "assigned"})


def clause(text: str, start: int) -> str:
    """Return the words from a place to the end of their clause."""
    rest = text[start:]
    stop = _STOP.search(rest)
    part = (rest[: stop.start()] if stop else rest).strip()
    words = part.split()
    return (
        " ".join(words[:MOST_WORDS]).rstrip(" ,.;:")
        if len(words) > MOST_WORDS
        else part.rstrip(" ,.;:")
    )


def anchor(text: str) -> str:
    """Return the first words of a promise: enough to find it, no reason or aside."""
    cut = next(
        (
            found
            for found in _ASIDE.finditer(text)
            if text.count(" ", 0, found.start()) >= LEAST_ANCHORED - 1
        ),
        None,
    )
    words = (text[: cut.start()] if cut else text).split()
    return " ".join(words[:MOST_ANCHORED]).rstrip(" ,.;:")


def due(text: str) -> str | None:
    """Return the words that say when, as printed; None when none do."""
    found = _DUE.search(text)
    if found:
        return found[0].strip()
    line = Sentence(text, 0, -1, -1)
    return next((day.words.surface for day in days_in(line)), None)


def due_day(words: str | None) -> date | None:
    """Return the day by which, when day, month and year are printed."""
    if not words or _FROM.match(words):
        return None
    line = Sentence(words, 0, -1, -1)
    return next((day.on for day in days_in(line) if day.on), None)


def doer(
    report: Report,
    sentence: Sentence,
    at: int,
    status: str,
    people: tuple[Participant, ...],
    organisers: tuple[str, ...],
) -> str:
    """Name who is to act: the office before the verb, or after a verb of asking."""
    offices = _offices(sentence)
    place = sentence.start + at
    if status in _ASKING:
        asked = [name for name, start in offices if start >= place]
        if asked:
            return asked[0]
    if _OF_ALL.search(sentence.text[:at]):
        named = _named_behind(sentence.text, at, offices, sentence.start)
        return named or " dan ".join(organisers[:2]) or EVERYBODY
    before = [name for name, start in offices if start < place]
    own = _OWN.search(sentence.text[max(0, at - 80) : at + 40])
    if own or not before:
        speaker = _speaker(report, sentence, people)
        if speaker:
            return speaker
    if before:
        return before[-1]
    return " dan ".join(organisers[:2]) or EVERYBODY


def _named_behind(
    text: str, at: int, offices: list[tuple[str, int]], start: int
) -> str:
    """Return who is to act where a meeting agreed it: "menyepakati (bahwa) Disnaker …"."""
    for name, place in offices:
        between = text[at : place - start].split() if place - start > at else ()
        if 0 < len(between) <= MOST_JOINING:
            return name
    return ""


def _offices(sentence: Sentence) -> list[tuple[str, int]]:
    words = sentence.words
    found: list[tuple[str, int]] = []
    at = 0
    while at < len(words):
        position = position_at(words, at)
        if position:
            name = position.institution.name if position.institution else position.title
            found.append((name, words[at].start))
            at = position.last + 1
            continue
        office = institution_at(words, at)
        if office:
            found.append((office.name, words[at].start))
            at = office.last + 1
            continue
        at += 1
    return found


def _speaker(
    report: Report, sentence: Sentence, people: tuple[Participant, ...]
) -> str:
    """Return the institution of whoever is speaking here or was named last."""
    line_end = report.body.find("\n", sentence.start)
    until = line_end if line_end > 0 else len(report.body)
    last: tuple[int, Participant] | None = None
    for person in people:
        for part in (person.name or "").split():
            at = report.body.rfind(part, 0, until)
            if at >= 0 and len(part) > 2 and (last is None or at > last[0]):
                last = at, person
    return (last[1].institution or last[1].position) if last else ""
