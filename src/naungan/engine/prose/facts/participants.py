"""Who took part: positions with the names beside them, and who came for whom.

A person is taken only beside a position, so that a byline, a beneficiary or a name in
a headline never becomes a participant. An office without a name counts where the
report lists who was present.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from naungan.engine.prose.draft import Participant
from naungan.engine.prose.facts.voices import role_of
from naungan.engine.prose.names.institutions import Institution
from naungan.engine.prose.names.people import Name, name_at, name_before
from naungan.engine.prose.names.positions import Position, position_at
from naungan.engine.prose.page.report import ELSEWHERE, Report
from naungan.engine.prose.page.sentences import Sentence, Word
from naungan.lib.edit_distance import distance


_PRESENT: Final = re.compile(
    r"\b(hadir|hadiri|dihadiri|menghadiri|tampak|turut|diikuti|peserta rapat|daftar hadir|undangan|didampingi|mendampingi|disaksikan|bersama)\b",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(
    r"\b(hadir\w*|dihadiri|diikuti|didampingi|disaksikan|peserta)\b", re.IGNORECASE
)
_MENTIONED: Final = re.compile(
    r"\b(arahan|amanah|amanat|perintah|instruksi|surat edaran|peraturan|keputusan|sk|menurunkan|almarhum|mantan|ahli waris|kepemimpinan|visi misi|pasangan|terima kasih kepada|edaran|surat|staf|kantor|pendopo|pendapa|rujab|rumah dinas|rumah jabatan|ruang|ruang kerja|ruang rapat|aula|gedung|halaman)\s+(?:bapak\s+|ibu\s+)?$",
    re.IGNORECASE,
)
# Who signed a regulation need not have come to the meeting.
_OF_TEXT: Final = re.compile(
    r"\b(?:peraturan|perbup|pergub|perwal\w*|perda|keputusan|edaran|inpres|instruksi presiden)\b"
    r"[^.]*\b(?:ditandatangani|dikeluarkan|diterbitkan|diteken)(?:\s+\w+)?\s+(?:oleh\s+)?$",
    re.IGNORECASE,
)
# Who will come to another event, or comes "se-…" in a crowd, is nobody seen here.
_TO_COME: Final = re.compile(
    r"\b(?:akan|bakal|rencananya)\s+(?:\w+\s+)?(?:hadir\w*|dihadiri|diikuti|dibuka|diundang|diserahkan)\b",
    re.IGNORECASE,
)
_CROWD: Final = re.compile(r"^[^.;]{0,60}?\bse-?\s?[A-Z]\w+")
_BRANCHES: Final = re.compile(r"(Kantor|Cabang|Kanwil|Wilayah|KCP|Kacab)\b")
_REGION_WORDS: Final = frozenset(
    {"provinsi", "kabupaten", "kota", "kab", "prov", "daerah"}
)
_BARE: Final = frozenset(
    {
        "Kepala",
        "Wakil Kepala",
        "Ketua",
        "Sekretaris",
        "Direktur",
        "Wakil Ketua",
        "Anggota",
    }
)
_DEPUTY: Final = re.compile(
    r"^(?:Pj|Plt|Plh|Pjs|Penjabat|Pelaksana Tugas)\s+", re.IGNORECASE
)
_SINGLE: Final = ("bupati", "wali", "gubernur", "sek", "kaja", "kepala")
MOST_SLIPS: Final = 3  # letters by which one name is written in two ways
_MANY: Final = re.compile(
    r"\b(para|seluruh|sejumlah|semua|segenap|jajaran|beberapa|perwakilan|unsur)\s+$",
    re.IGNORECASE,
)
_NATIONAL: Final = re.compile(
    r"(Presiden|Menteri|Jaksa Agung|Menaker|Mendagri|Dirjen)\b"
)
_BY: Final = ("diwakili", "diwakilkan", "mewakilkan")
_BETWEEN: Final = frozenset(
    {",", ":", "yaitu", "yakni", "bernama", "-", "–", "(", "bapak", "ibu", "saudara"}
)
_STATED: Final = frozenset({"selaku", "sebagai"})
_AS: Final = frozenset(
    {"selaku", "sebagai", ",", "(", "yang", "juga", "menjabat", "-", "–"}
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A position at a place of a sentence, with the name beside it, if any."""

    position: Position
    name: Name | None
    first: int
    last: int
    sentence: Sentence


def read_participants(
    report: Report, organisers: tuple[str, ...], region: str
) -> tuple[Participant, ...]:
    """Return everyone who took part, in the order of first mention, each once.

    `organisers` and `region` name the institution of those whose position does not.
    """
    found: list[Participant] = []
    for sentence in report.told:
        if ELSEWHERE.search(sentence.text):
            continue
        sightings = [*_sightings(sentence)]
        for number in range(len(sightings)):
            person = _participant(report, sightings, number, organisers, region)
            if person:
                _add(found, person)
    return tuple(role_of(report, person, found) for person in found)


def _sightings(sentence: Sentence) -> Iterator[Sighting]:
    words = sentence.words
    at = floor = 0
    while at < len(words):
        position = position_at(words, at)
        if position is None:
            at += 1
            continue
        sighting = _named(sentence, words, position, floor)
        yield sighting
        at = floor = max(sighting.last, position.last) + 1


def _named(
    sentence: Sentence, words: tuple[Word, ...], position: Position, floor: int
) -> Sighting:
    if position.first > floor and words[position.first - 1].low in _STATED:
        name = name_before(words, position.first - 1, floor)
        if name:  # "A selaku …, B selaku …": the name after it has its own
            return Sighting(position, name, name.first, position.last, sentence)
    after = position.last + 1
    skipped = after
    while (
        skipped < len(words) and words[skipped].low in _BETWEEN and skipped - after < 3
    ):
        skipped += 1
    name = name_at(words, skipped)
    if name:
        return Sighting(position, name, position.first, name.after - 1, sentence)
    back = position.first
    while back > 0 and words[back - 1].low in _AS and position.first - back < 3:
        back -= 1
    if back < position.first:
        name = name_before(words, back, floor)
        if name:
            return Sighting(position, name, name.first, position.last, sentence)
    return Sighting(position, None, position.first, position.last, sentence)


def _participant(
    report: Report,
    sightings: list[Sighting],
    number: int,
    organisers: tuple[str, ...],
    region: str,
) -> Participant | None:
    sighting = sightings[number]
    words = sighting.sentence.words
    start = words[sighting.first].start
    before = sighting.sentence.text[: start - sighting.sentence.start]
    if (
        _MENTIONED.search(before)
        or _OF_TEXT.search(before)
        or _TO_COME.search(before)
        or _is_said(before, report.body[start:])
    ):
        return None
    role = _standing_for(sightings, number)
    if sighting.name is None and before.rstrip().endswith("mewakili"):
        return None
    if sighting.name is None and not _may_stay_unnamed(before, sighting, role):
        return None
    name = sighting.name
    surface = (
        report.span(words[name.first], words[name.last])
        if name
        else report.span(words[sighting.position.first], words[sighting.position.last])
    )
    title, institution = _office(sighting.position, organisers, region)
    return Participant(
        name.text if name else None,
        title,
        institution,
        role,
        surface,
        sighting.position.deputy,
    )


def _is_said(before: str, after: str) -> bool:
    """Tell whether these words stand inside what somebody said."""
    if before.count("“") > before.count("”"):
        return True
    return before.count('"') % 2 == 1 and '"' in after


def _standing_for(sightings: list[Sighting], number: int) -> str:
    """Return "represents:<whom>", "represented" or "attend"."""
    sighting = sightings[number]
    words = sighting.sentence.words
    if number > 0:
        previous = sightings[number - 1]
        link = [word.low for word in words[previous.last + 1 : sighting.first]]
        if len(link) <= 6 and any(word in link for word in _BY):
            return f"represents:{_called(previous)}"
        if len(link) <= 4 and "mewakili" in link:
            return "represented"
    if number + 1 < len(sightings):
        following = sightings[number + 1]
        link = [word.low for word in words[sighting.last + 1 : following.first]]
        if len(link) <= 4 and "mewakili" in link:
            return f"represents:{_called(following)}"
        if len(link) <= 6 and any(word in link for word in (*_BY, "melalui")):
            return "represented"
    return "attend"


def _called(sighting: Sighting) -> str:
    words = sighting.sentence.words
    title = " ".join(
        word.text
        for word in words[sighting.position.first : sighting.position.last + 1]
    )
    return f"{sighting.name.text} ({title})" if sighting.name else title


def _may_stay_unnamed(before: str, sighting: Sighting, role: str) -> bool:
    if role == "represented" or _NATIONAL.match(sighting.position.title):
        return False
    if role.startswith("represents"):
        return True
    last = sighting.sentence.words[sighting.last]
    rest = sighting.sentence.text[last.end - sighting.sentence.start :]
    if before.endswith("(") or _MANY.search(before) or _CROWD.match(rest):
        return False
    listed = [*_LISTED.finditer(before)]
    return bool(listed) and not re.search(
        r"[“\"]|\bmengatakan\b|\bmenyampaikan\b", before[listed[-1].end() :]
    )


def _office(
    position: Position, organisers: tuple[str, ...], region: str
) -> tuple[str, str]:
    """Return the title and institution of a position, as a list of names would."""
    office = position.institution
    if office and office.kind == "bpjs":
        branch = office.name.removeprefix("BPJS Ketenagakerjaan").strip()
        short = position.title.startswith(
            ("Kepala", "Kakanwil", "Kakacab", "Kacab", "Deputi")
        )
        if position.title in ("Kepala", "Wakil Kepala") and not _BRANCHES.match(branch):
            return f"{position.title} {office.name}", "BPJS Ketenagakerjaan"
        short = short and not position.title.startswith(
            ("Kepala Bidang", "Kepala Seksi", "Kepala Bagian")
        )
        return (
            f"{position.title} {branch}".strip() if short else position.title
        ), "BPJS Ketenagakerjaan"
    plain = position.title.removeprefix(position.deputy).strip()
    if office and plain in _BARE:
        return f"{position.title} {_without_place(office)}", office.name
    if office:
        return position.title, office.name
    return position.title, _institution_of(position, organisers, region)


def _without_place(office: Institution) -> str:
    """Return the name of an office without the region it serves."""
    place = office.place.name if office.place else ""
    words = office.name.removesuffix(place).split()
    while place and len(words) > 1 and words[-1].lower() in _REGION_WORDS:
        words.pop()
    return " ".join(words)


def _institution_of(
    position: Position, organisers: tuple[str, ...], region: str
) -> str:
    place = position.place.name if position.place else ""
    fronts = {
        "regent": "Pemerintah Kabupaten",
        "mayor": "Pemerintah Kota",
        "governor": "Pemerintah Provinsi",
    }
    if position.group in fronts and place:
        return f"{fronts[position.group]} {place}"
    if position.group in (*fronts, "government"):
        return f"Pemerintah {region}" if region else ""
    if position.group == "prosecutor" and place:
        front = "Kejaksaan Tinggi" if "jati" in position.title else "Kejaksaan Negeri"
        return f"{front} {place}"
    signs = {"prosecutor": "Kejaksaan", "bpjs": "BPJS"}
    sign = signs.get(position.group)
    return next((name for name in organisers if sign and name.startswith(sign)), "")


def _add(found: list[Participant], person: Participant) -> None:
    """Add a person, or make an earlier mention of the same person fuller."""
    for at, known in enumerate(found):
        if _is_same(known, person):
            found[at] = _merged(known, person)
            return
    found.append(person)


def _is_same(known: Participant, person: Participant) -> bool:
    if known.name is None or person.name is None:
        return _is_one_office(known.position, person.position)
    one, other = known.name.lower().split(), person.name.lower().split()
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return _holds_same_office(known, person) and (
        distance(known.name.lower(), person.name.lower()) <= MOST_SLIPS
    )


def _is_one_office(one: str, other: str) -> bool:
    """ "Kepala Dinas X" is "Kepala Dinas X Kota Y" when both were at one meeting."""
    short, long = sorted((one, other), key=len)
    rest = long.removeprefix(f"{short} ").split()
    return one == other or (
        long.startswith(f"{short} ") and rest[0].lower() in _REGION_WORDS
    )


def _holds_same_office(known: Participant, person: Participant) -> bool:
    """Tell whether two named people would hold one office that only one can hold."""
    offices = [_DEPUTY.sub("", one.position).lower() for one in (known, person)]
    return offices[0] == offices[1] and offices[0].startswith(_SINGLE)


def _is_fuller(name: str, known: str) -> bool:
    """More words of the same name; another spelling leaves the first as it stood."""
    return set(known.lower().split()) < set(name.lower().split())


def _merged(known: Participant, person: Participant) -> Participant:
    fuller = known
    if person.name and (known.name is None or _is_fuller(person.name, known.name)):
        fuller = replace(known, name=person.name, words=person.words)
    if fuller.role == "attend":
        fuller = replace(fuller, role=person.role)
    if not fuller.institution:
        fuller = replace(fuller, institution=person.institution)
    return fuller
