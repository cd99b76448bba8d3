"""Parts of a promise: how far its words reach, who is to do it, and by when."""

import re
from datetime import date
from typing import Final, NamedTuple

from naungan.engine.prose.draft import EVERYBODY, Participant
from naungan.engine.prose.facts.days import days_in
from naungan.engine.prose.facts.period_ends import period_ends
from naungan.engine.prose.lexicon import any_of
from naungan.engine.prose.names.institutions import institution_at
from naungan.engine.prose.names.positions import position_at
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence
from naungan.lib.calendar_words import MONTHS


MOST_WORDS: Final = 26
_STOP: Final = re.compile(
    r"[.;](?:\s|$)|[“”\"]|,\s*(?:sehingga|karena|sebab|mengingat|namun|tetapi|kata|ujar|jelas|ungkap|lanjut|tambah|tutur|imbuh|dan (?:juga )?berharap)\b"
    r"|\s(?:dan|serta)\s+(?:juga\s+)?(?:me[mn]g?h?imbau|meminta|berharap|mengajak)\b"
)
LEAST_ANCHORED: Final = 3
MOST_ANCHORED: Final = 14
# Where a purpose, a ground or another part of the sentence begins.
_ASIDE: Final = re.compile(
    r"(?<=\w),\s|\s(?=(?:sesuai|sehingga|guna|dalam rangka|untuk memastikan|terhadap|karena|mengingat|tentang)\b)",
    re.IGNORECASE,
)
_DUE: Final = re.compile(
    rf"\b(?:(?:paling (?:lambat|lama)|selambat-lambatnya|selambatnya|tenggat(?: waktu)?|batas waktu|sebelum|mulai|pada|per|hingga|sampai dengan|sampai|akhir|awal|pertengahan|dalam waktu|setiap|tiap)\s+)*"
    rf"(?:(?:tanggal\s+)?(?:\d{{1,2}}\s+)?(?:bulan\s+)?(?:{any_of(MONTHS)})(?:\s+20\d\d)?(?:\s+mendatang)?|(?:triwulan|semester|kuartal)\s+(?:[IV]+|\d|pertama|kedua|ketiga|keempat)(?:\s+(?:tahun\s+)?20\d\d)?|"
    rf"tahun\s+(?:20\d\d|depan|ini|mendatang|anggaran\s+20\d\d)|20[2-4]\d|(?:minggu|pekan|bulan)\s+(?:depan|ini|mendatang)|(?:\w+\s+){{1,2}}(?:hari|minggu|bulan)\s+(?:ke depan|kerja)|(?:akhir|awal)\s+tahun|setiap\s+(?:bulan|triwulan|semester|tahun|minggu))\b",
    re.IGNORECASE,
)
_BY_THEN: Final = re.compile(
    r"(?:paling\b|selambat|sebelum\b|hingga\b|sampai\b|tenggat\b|batas\b)",
    re.IGNORECASE,
)
# "APBDes 2025" and "iuran Januari" are what is paid from or for, and no day.
_OF_WHAT: Final = re.compile(
    r"\b(?:apbn|apbd\w*|apbdes\w*|apb\s+desa|dpa|rka|anggaran|iuran|tunggakan|piutang|data|laporan|realisasi|periode|kinerja)\s*$",
    re.IGNORECASE,
)
_OF_LAW: Final = re.compile(r"\d\s*$")  # "Inpres 2 Tahun 2021"
_FROM: Final = re.compile(r"(?:mulai|sejak|per)\b", re.IGNORECASE)
_OWN: Final = re.compile(
    r"\b(kami|kita|pihaknya|saya|pihak kami|dirinya)\b", re.IGNORECASE
)
# The meeting itself agrees, and nobody who happened to speak before.
_OF_ALL: Final = re.compile(
    r"\b(?:rapat|rakor|forum|pertemuan|fgd|monev|diskusi|peserta|(?:kedua|semua|seluruh|para)(?:\s+belah)?\s+(?:pihak|peserta|lembaga))(?:\s+(?:ini|itu|tersebut|koordinasi|rapat|rakor|pertemuan|fgd|kemudian|juga|akhirnya|pun|yang\s+hadir))*\s*$",
    re.IGNORECASE,
)
_PRESENT: Final = re.compile(
    r"\b(?:peserta|pihak|lembaga|hadir)(?:\s+(?:rapat|rakor|pertemuan|fgd|forum|diskusi|ini|itu|tersebut|kemudian|juga|akhirnya|pun|yang|hadir))*\s*$",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"\s*(?:,|dan|serta|,\s*(?:dan|serta))\s+", re.IGNORECASE)
_ACTS: Final = re.compile(
    r"\s+(?:(?:akan|segera|juga|untuk|wajib|harus)\s+)*(?:me|ber)[a-z]{3,}\b",
    re.IGNORECASE,
)
MOST_JOINING: Final = 3  # words from "menyepakati" to who is to act
# To whom it is given, and from or with whom: whoever gives is somebody else.
_TO: Final = re.compile(r"\b(?:kepada|ke)\s+(?:pihak\s+)?$", re.IGNORECASE)
_WITH: Final = re.compile(
    r"\b(?:dari|bersama(?:\s+dengan)?|dengan(?:\s+(?:dukungan|pendampingan|bantuan))?|didampingi)\s+(?:pihak\s+)?$",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\bantara\b[^,;.]*$", re.IGNORECASE)
_BY: Final = re.compile(r"\boleh\s+(?:pihak\s+)?$", re.IGNORECASE)
# "dipanggil Kejaksaan Negeri": whoever stands right behind a passive acts; what is
# enrolled, paid or handed over there is given to it.
_PASSIVE: Final = re.compile(
    r"\b(?!di(?:daftar|ikut|ser(?:ah|ta)|bayar|setor|kirim|beri|lapor|tuju|sampai|alih|limpah|masuk|sepakat))"
    r"di[a-z]{4,}\s+(?:langsung\s+|pihak\s+)?$",
    re.IGNORECASE,
)
# Doers without a name of their own: "didaftarkan oleh kelurahan masing-masing".
_COMMON: Final = re.compile(
    r"\b(?:oleh|di(?!daftar|ikut|ser|bayar|setor|kirim|beri|lapor|masuk)[a-z]{4,})\s+(?P<who>(?:masing-masing\s+|setiap\s+)?(?:kelurahan|kecamatan|pemerintah desa|desa|opd|perangkat daerah|perusahaan|tim\s+\w+|pemberi kerja)(?:\s+masing-masing)?)\b",
    re.IGNORECASE,
)
_ACT: Final = re.compile(r"\w\s.*\b(?:me|di)[a-z]{4,}\b", re.IGNORECASE)
_WHO_DOES: Final = re.compile(r"\s+(?:yang|agar|supaya|untuk)\b", re.IGNORECASE)
_ANOTHER: Final = re.compile(r"[,;:.]\s|\byang\b", re.IGNORECASE)  # clause
_ASKING: Final = frozenset({"requested", "assigned"})


class _Office(NamedTuple):
    """An office in a sentence: its name, its places, and the words on both sides."""

    name: str
    at: int
    before: str
    after: str
    end: int


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
    found = [one for one in _DUE.finditer(text) if not _is_of_law(text, one)]
    if found:
        return max(found, key=lambda one: _weight(text, one))[0].strip()
    line = Sentence(text, 0, -1, -1)
    return next((day.words.surface for day in days_in(line)), None)


def _is_of_law(text: str, match: re.Match[str]) -> bool:
    is_year = match[0].lower().startswith("tahun")
    return is_year and bool(_OF_LAW.search(text[: match.start()]))


def _weight(text: str, match: re.Match[str]) -> int:
    """Put words that say by when before others, and those that say of what last."""
    if _BY_THEN.match(match[0]):
        return 2
    return 0 if _OF_WHAT.search(text[: match.start()]) else 1


def due_day(words: str | None) -> date | None:
    """Return the day by which, when it is printed: whole, or as the end of its month."""
    if not words or _FROM.match(words):
        return None
    line = Sentence(words, 0, -1, -1)
    days = (day.on for day in days_in(line))
    ends = (end.printed_on for end in period_ends(words))
    return next((day for day in (*days, *ends) if day), None)


def doer(
    report: Report,
    sentence: Sentence,
    at: int,
    what: int,
    status: str,
    people: tuple[Participant, ...],
    organisers: tuple[str, ...],
) -> str:
    """Name who is to act: the office before the verb, or after a verb of asking.

    The verb of promising stands `at` a place, `what` is promised begins at another.
    Whoever is named behind "oleh" acts; whoever is named behind "kepada" is given.
    """
    offices = _offices(sentence)
    if named := _named(sentence.text, at, what, status, offices):
        return named
    offices = _givers(offices)
    if _OF_ALL.search(sentence.text[:at]):
        return _of_all(sentence.text, at, offices, organisers)
    before = [one.name for one in offices if one.at < at]
    own = _OWN.search(sentence.text[max(0, at - 80) : at + 40])
    if own or not before:
        speaker = _speaker(report, sentence, people)
        if speaker:
            return speaker
    if before:
        return before[-1]
    return " dan ".join(organisers[:2]) or EVERYBODY


def _named(text: str, at: int, what: int, status: str, offices: list[_Office]) -> str:
    """Name whoever is said to act: in the passive, in an agreement, or when asked."""
    if acting := _acting(text, what, offices):
        return acting
    if status == "agreed":
        return _joined(text, what, offices)
    if status in _ASKING:
        return next((one.name for one in offices if _is_asked(one, at)), "")
    return ""


def _of_all(
    text: str, at: int, offices: list[_Office], organisers: tuple[str, ...]
) -> str:
    """Name who is to act where the meeting agreed it: whoever is named, or all."""
    named = _named_behind(text, at, offices)
    if _PRESENT.search(text[:at]):
        return named or EVERYBODY
    return named or " dan ".join(organisers[:2]) or EVERYBODY


def doer_of_point(
    report: Report, sentence: Sentence, start: int, organisers: tuple[str, ...]
) -> str:
    """Name who is to act in a point of a list, whose text begins at a place."""
    offices = _offices(sentence)
    if offices and offices[0].at == start:
        return offices[0].name
    end = len(sentence.text)
    return _acting(sentence.text, start, offices) or doer(
        report, sentence, end, end, "agreed", (), organisers
    )


def _acting(text: str, at: int, offices: list[_Office]) -> str:
    """Name whoever acts in the passive: "oleh BPJS …", "dipanggil Kejari …"."""
    acting = next(
        (
            one.name
            for one in offices
            if one.at >= at
            and (_BY.search(one.before) or _PASSIVE.search(one.before))
            and not _ANOTHER.search(text[at : one.at])
        ),
        "",
    )
    common = None if acting else _COMMON.search(text, at)
    if common and not _ANOTHER.search(text[at : common.start()]):
        return common["who"]
    return acting


def _is_asked(one: _Office, at: int) -> bool:
    """Tell whether an office behind a verb of asking is asked, not given something."""
    return one.at >= at and not (_TO.search(one.before) and _ACT.match(one.before, at))


def _givers(offices: list[_Office]) -> list[_Office]:
    """Leave out to whom it is given, and with whom where somebody else is named."""
    givers = [
        one
        for one in offices
        if not _TO.search(one.before) or _WHO_DOES.match(one.after)
    ]
    return [one for one in givers if not _is_beside(one)] or givers


def _is_beside(one: _Office) -> bool:
    """Tell whether an office only helps; "antara A dengan B" names both alike."""
    found = _WITH.search(one.before)
    return bool(found and not _BETWEEN.search(one.before[: found.start()]))


def _named_behind(text: str, at: int, offices: list[_Office]) -> str:
    """Return who is to act where a meeting agreed it: "menyepakati (bahwa) Disnaker …"."""
    for one in offices:
        between = text[at : one.at].split() if one.at > at else ()
        if 0 < len(between) <= MOST_JOINING:
            return one.name
    return ""


def _joined(text: str, what: int, offices: list[_Office]) -> str:
    """Name whoever an agreement begins with: "disepakati DPMD dan BPKAD memeriksa …"."""
    found: list[_Office] = []
    for one in offices:
        place = found[-1].end if found else what
        between = text[place : one.at] if one.at >= place else None
        if between == "" or (found and between and _JOINED.fullmatch(between)):
            found.append(one)
    acts = bool(found and _ACTS.match(text, found[-1].end))
    return " dan ".join(one.name for one in found) if acts else ""


def _offices(sentence: Sentence) -> list[_Office]:
    words = sentence.words
    found: list[_Office] = []
    at = 0
    while at < len(words):
        position = position_at(words, at)
        office = position.institution if position else institution_at(words, at)
        last = position.last if position else office.last if office else at
        if position or office:
            name = office.name if office else position.title if position else ""
            first = words[at].start - sentence.start
            end = words[last].end - sentence.start
            text = sentence.text
            found.append(_Office(name, first, text[:first], text[end:], end))
        at = last + 1
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
