"""What a participant did: spoke, led, opened, signed, or was only there."""

import re
from dataclasses import replace
from typing import Final

from naungan.engine.prose.draft import Participant
from naungan.engine.prose.page.report import Report


_SPEECH: Final = (
    r"(?:kata|ujar|jelas|ungkap|tutur|ucap|terang|papar|tandas|tegas|sebut|imbuh|pungkas|tambah|cetus|beber|lanjut|tutup|sambung|harap|pesan|jawab|urai)(?:nya)?|"
    r"menurut|dikatakan|disampaikan|dijelaskan|diungkapkan|ditegaskan|"
    r"(?:me[nm]?g?)(?:katakan|jelaskan|nyampaikan|nerangkan|ungkapkan|negaskan|maparkan|nuturkan|nambahkan|nekankan|harapkan|nyebutkan|nyebut|nilai|apresiasi|ajak|imbau|minta|ngingatkan|nyatakan|beberkan|ucapkan|nyoroti|nyambut|ngaku|akui|nargetkan|mastikan|ngapresiasi|nginstruksikan|merintahkan|ngimbau|ngajak|ngatakan|ngungkapkan|ngharapkan|ngakui|njelaskan|nandaskan|luturkan|respon|respons)|"
    r"memaparkan|mengungkap|berharap|berpesan|bercerita|menyambut|menyampaikan|meminta|mengimbau|menghimbau|menuturkan|menyatakan|membeberkan|menjelaskan|mengatakan|mengungkapkan|menegaskan|mengingatkan|memastikan|memberikan (?:sambutan|arahan|materi|paparan)|dalam sambutannya|dalam arahannya|optimistis|berkomitmen|melaporkan|mengusulkan|membacakan|menerangkan|menanggapi|siap|berjanji|menyanggupi|menceritakan|mencontohkan|merinci|mengaku"
)
_SHORT_TITLES: Final = {
    "Bupati": "bupati",
    "Wabup": "wakil bupati|wabup",
    "Gubernur": "gubernur",
    "Wali ?Kota": "wali ?kota",
    "Sekda": "sekda|sekretaris daerah",
    "Kajari": "kajari|kepala kejaksaan negeri",
    "Kajati": "kajati|kepala kejaksaan tinggi",
    "Camat": "camat",
    "Kepala BPJS Ketenagakerjaan": "kepala (?:kantor )?(?:cabang|bpjs)",
}
_BESIDE: Final = re.compile(
    r"\b(didampingi|disaksikan|mendampingi)\b[^.]*$", re.IGNORECASE
)
_ROLES: Final = (
    (
        "chair",
        re.compile(
            r"\b(dipimpin|dipandu|diketuai|pimpinan rapat|ketua rapat|pemimpin rapat|dimoderatori)\b[\w\s:,]{0,50}$",
            re.IGNORECASE,
        ),
    ),
    (
        "speaker",
        re.compile(
            r"\b(?:narasumber|pembicara|pemateri|pemapar|panelis)\b(?![^.]*\b(?:dihadiri|diikuti|peserta)\b)[^.“”]{0,240}$",
            re.IGNORECASE,
        ),
    ),
    ("opens", re.compile(r"\b(dibuka|membuka)\b[\w\s:,]{0,50}$", re.IGNORECASE)),
    (
        "signatory",
        re.compile(
            r"\b(ditandatangani|diteken|penan?da\s*tangan\w*\b[^.,]{0,60}\bdilakukan)\b"
            r"(?![^.]*\b(?:hadir\w*|dihadiri|disaksikan)\b)[\w\s:,().]{0,110}$",
            re.IGNORECASE,
        ),
    ),
)
_FORWARD: Final = (
    ("chair", re.compile(r"^[\s\w.,]{0,60}?\b(memimpin|pimpin)\b", re.IGNORECASE)),
    ("opens", re.compile(r"^[\s\w.,]{0,60}?\b(membuka|buka)\b", re.IGNORECASE)),
)


def role_of(
    report: Report, person: Participant, others: list[Participant]
) -> Participant:
    """Give a participant the role that the report shows; representation stays."""
    if person.role != "attend":
        return person
    role = _stated(report, person)
    if role == "attend" and person.name and _speaks(report, person, others):
        role = "speaker"
    return replace(person, role=role) if role != "attend" else person


def _stated(report: Report, person: Participant) -> str:
    start = person.words.start
    line = report.body.rfind("\n", 0, start) + 1
    before, after = (
        report.body[max(line, start - 160) : start],
        report.body[person.words.end :],
    )
    for role, pattern in _ROLES:
        if pattern.search(before.rpartition(". ")[2]):
            return role
    for role, pattern in _FORWARD:
        if person.name and pattern.search(after.partition(". ")[0][:80]):
            return role
    return "attend"


def _speaks(report: Report, person: Participant, others: list[Participant]) -> bool:
    return any(
        re.search(
            rf"\b(?:{_SPEECH})\b[^.“”\"]{{0,120}}?\b{part}\b",
            report.body,
            re.IGNORECASE,
        )
        or _goes_on_to_speak(report, part)
        for part in (*_own_parts(person, others), *_own_titles(person, others))
    )


def _goes_on_to_speak(report: Report, part: str) -> bool:
    """Tell whether a verb of saying follows a name that accompanies nobody else."""
    spoken = re.compile(
        rf"\b{part}\b(?:[ ,]+[\w.]+){{0,6}}?[ ,]+(?:{_SPEECH})\b", re.IGNORECASE
    )
    return any(
        not _BESIDE.search(report.body[max(0, match.start() - 90) : match.start()])
        for match in spoken.finditer(report.body)
    )


def _own_titles(person: Participant, others: list[Participant]) -> list[str]:
    """Return the short titles that only this participant bears: "kata Sekda"."""
    mine = _titles_of(person)
    shared = {
        title for other in others if other != person for title in _titles_of(other)
    }
    return [title for title in mine if title not in shared]


def _titles_of(person: Participant) -> list[str]:
    return [
        title
        for title, pattern in _SHORT_TITLES.items()
        if re.match(
            rf"(?:P\w+ )?(?:{pattern})\b(?! ahli)", person.position, re.IGNORECASE
        )
    ]


def _own_parts(person: Participant, others: list[Participant]) -> list[str]:
    """Return the parts of a name that no other participant shares."""
    shared = {
        part
        for other in others
        if other.name and other.name != person.name
        for part in other.name.split()
    }
    parts = (person.name or "").split()
    own = [part for part in parts if part not in shared and len(part) > 2]
    return [re.escape(part) for part in own]
