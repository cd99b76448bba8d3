"""Who took part: positions with the names beside them, and who came for whom.

A person is taken only beside a position, so that a byline, a beneficiary or a name in
a headline never becomes a participant. An office without a name counts where the
report lists who was present.
"""

import re
from typing import Final

from naungan.engine.prose.draft import Participant
from naungan.engine.prose.names.institutions import Institution
from naungan.engine.prose.names.positions import Position
from naungan.engine.prose.page.report import ELSEWHERE, Report
from naungan.engine.prose.present.chairs import add
from naungan.engine.prose.present.sightings import Sighting, sightings_in
from naungan.engine.prose.present.unnamed import BARE, LISTED, may_stay_unnamed
from naungan.engine.prose.present.voices import role_of


_ACTS: Final = re.compile(
    r"\b(?!termasuk|terkait|bersama|beserta|dengan|disnaker|dinas|direktur|dinsos|bendahara)(?:me|di|ber|ter)[a-z]{4,}\b"
)
_MENTIONED: Final = re.compile(
    r"\b(terobosan|gagasan|inisiatif|inovasi|kepedulian|janji|arahan|amanah|amanat|perintah|instruksi|surat edaran|peraturan|keputusan|sk|menurunkan|almarhum|mantan|ahli waris|kepemimpinan|visi misi|pasangan|terima kasih kepada|quick wins?|penugasan dari|arahan dari|instruksi dari|perintah dari|undangan dari|edaran|surat|staf|kantor|pendopo|pendapa|rujab|rumah dinas|rumah jabatan|ruang|ruang kerja|ruang rapat|aula|gedung|halaman)\s+(?:bapak\s+|ibu\s+)?$",
    re.IGNORECASE,
)
# Whose programme it agrees with, or who got a prize, need not have come.
_AGREES: Final = re.compile(
    r"\bsejalan\s+dengan\b[^.,;]{0,60}$|\b(?:penghargaan|piagam|trofi|hadiah)\b[^.;]*\bkepada\b[^.;]*$",
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
_BRANCHES: Final = re.compile(r"(Kantor|Cabang|Kanwil|Wilayah|KCP|Kacab)\b")
_REGION_WORDS: Final = frozenset(
    {"provinsi", "kabupaten", "kota", "kab", "prov", "daerah"}
)
_BY: Final = ("diwakili", "diwakilkan", "mewakilkan")


def read_participants(
    report: Report, organisers: tuple[str, ...], region: str
) -> tuple[Participant, ...]:
    """Return everyone who took part, in the order of first mention, each once.

    `organisers` and `region` name the institution of those whose position does not.
    """
    found: list[Participant] = []
    is_list = False
    for sentence in report.told:
        if ELSEWHERE.search(sentence.text):
            continue
        sightings = [*sightings_in(sentence)]
        # A list of those present may go on after a full stop, without a verb.
        is_list = is_list and _goes_on(sentence.text, sightings)
        for number in range(len(sightings)):
            person = _participant(
                report, sightings, number, organisers, region, is_list=is_list
            )
            if person:
                add(found, person)
        is_list = is_list or bool(LISTED.search(sentence.text))
    return tuple(role_of(report, person, found) for person in found)


def _goes_on(text: str, sightings: list[Sighting]) -> bool:
    """Tell whether a sentence is the rest of a list: offices from its first word on."""
    starts = bool(sightings) and sightings[0].first == 0
    return starts and "," in text and not _ACTS.search(text)


def _participant(
    report: Report,
    sightings: list[Sighting],
    number: int,
    organisers: tuple[str, ...],
    region: str,
    *,
    is_list: bool,
) -> Participant | None:
    sighting = sightings[number]
    words = sighting.sentence.words
    start = words[sighting.first].start
    before = sighting.sentence.text[: start - sighting.sentence.start]
    if (
        _MENTIONED.search(before)
        or _OF_TEXT.search(before)
        or _AGREES.search(before)
        or _TO_COME.search(before)
        or _is_said(report, start)
    ):
        return None
    role = _standing_for(sightings, number)
    if sighting.name is None and before.rstrip().endswith("mewakili"):
        return None
    if sighting.name is None and not (
        may_stay_unnamed(before, sighting, role, is_list=is_list)
    ):
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


def _is_said(report: Report, start: int) -> bool:
    """Tell whether these words stand inside what somebody said, sentences ago or here."""
    before = report.body[report.body.rfind("\n", 0, start) + 1 : start]
    after = report.body[start:]
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
    if office and plain in BARE:
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
