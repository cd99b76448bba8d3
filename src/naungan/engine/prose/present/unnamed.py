"""Who took part and is told by office alone, or as one of a group: "para camat".

An office without a name counts where the report lists who was present, or says by
whom a meeting was opened or led. Many of one office are a group, and nobody.
"""

import re
from collections.abc import Iterator
from typing import Final

from naungan.engine.prose.draft import Quoted
from naungan.engine.prose.page.report import ELSEWHERE, Report
from naungan.engine.prose.present.sightings import Sighting


LISTED: Final = re.compile(
    r"\b(hadir\w*|di ?hadiri|di ?ikuti|di ?dampingi|mendampingi|di ?saksikan|peserta|(?:tampak|terlihat)(?= (?:pula|juga|hadir)\b))\b",
    re.IGNORECASE,
)
_PRESENT: Final = re.compile(
    r"\b(?:hadir|di ?hadiri|di ?ikuti|di ?dampingi|di ?saksikan)\b", re.IGNORECASE
)
BARE: Final = frozenset(
    {
        "Kepala",
        "Kepala Kantor",
        "Kalaksa",
        "Kepala Pelaksana",
        "Wakil Kepala",
        "Ketua",
        "Sekretaris",
        "Direktur",
        "Wakil Ketua",
        "Anggota",
    }
)
# Of these there are many in one region; one without a name or a place is any of them.
_COMMON: Final = frozenset(
    {
        *("Camat", "Lurah", "Kades", "Kepala Desa", "Keuchik", "Wali Nagari"),
        *("Koordinator", "Korwil", "Kapolsek", "Kepala Dinas", "Kepala Badan"),
        *("Kepala Bagian", "Kepala Bidang", "Kadis", "Kabag", "Kabid", "Pimpinan"),
        *(
            "Kepala OPD",
            "Kepala SKPD",
            "Asisten",
            "Staf Ahli",
            "Jaksa Pengacara Negara",
        ),
    }
)
_MANY: Final = re.compile(
    r"\b(para|seluruh|sejumlah|semua|segenap|jajaran|beberapa|perwakilan|unsur|forum|asosiasi|paguyuban|himpunan|persatuan|ikatan|kalangan)\s+$",
    re.IGNORECASE,
)
_NATIONAL: Final = re.compile(
    r"(Presiden|Menteri|Jaksa Agung|Menaker|Mendagri|Dirjen)\b"
)
_CROWD: Final = re.compile(
    r"^[^.;,]{0,80}?\b[Ss]e-?\s?[A-Z]\w+|^\s+(?:yang\s+(?:membidangi|terkait)|terkait|masing-masing)\b"
)
SHORT: Final = 2  # words of a chair as every region has one: "Wali Kota"
_CHAIRS_OF_ALL: Final = re.compile(r"^[^.;]{0,60}?\b[Ss]e-?\s?[A-Z]\w+")
# Who opened, led or spoke is told by the office alone, too.
_LED_BY: Final = re.compile(
    r"\b(?:dibuka|ditutup|dipimpin|dipandu|dipaparkan|disampaikan|dimoderatori)(?:\s+(?:secara resmi|langsung))*\s+oleh\s+$",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[“\"]|\bmengatakan\b|\bmenyampaikan\b")
# Those of whom a group can be: offices, and the people that meetings are held with.
_GROUP: Final = re.compile(
    r"\b(?:para|seluruh|segenap|sejumlah|semua|perwakilan|unsur|jajaran)\s+(?:para\s+|seluruh\s+|semua\s+)?"
    r"(?:camat|lurah|kepala|kades|keuchik|geuchik|perangkat|aparatur|aparat|sekretaris|asisten|staf\s+ahli|kabag|kabid|kasi|pejabat|pimpinan|direksi|anggota|"
    r"opd|skpd|organisasi|dinas|badan|forkopimda|forkopimcam|muspida|dprd|kejaksaan|kejari|jaksa|bpjs|bpjamsostek|desa|kecamatan|kelurahan|"
    r"perusahaan|pengusaha|pemberi\s+kerja|pelaku\s+usaha|badan\s+usaha|serikat|asosiasi|pengurus|pengawas|bupati|wali\s*kota|gubernur|pendamping|perbankan|akademisi|mahasiswa|tokoh)\b"
    r"(?:(?!\s+(?:dan|serta|beserta|maupun|untuk|yang|di|dari|guna|dalam|pada|agar|tersebut|lainnya|(?:me|ber|ter|di)[a-z]{4,})\b)[^,.;:()“”\"])*",
    re.IGNORECASE,
)
LONGEST_GROUP: Final = 120  # letters; what runs on is a clause and no group


def read_groups(report: Report) -> tuple[Quoted, ...]:
    """Return the groups that a report lists among those present, each once."""
    found: dict[str, Quoted] = {}
    for words in _groups(report):
        found.setdefault(words.surface.lower(), words)
    return tuple(found.values())


def _groups(report: Report) -> Iterator[Quoted]:
    for sentence in report.told:
        listed = _PRESENT.search(sentence.text)
        if not listed or ELSEWHERE.search(sentence.text):
            continue
        for match in _GROUP.finditer(sentence.text, listed.end()):
            before = sentence.text[listed.end() : match.start()]
            words = match[0].rstrip()
            if not _QUOTED.search(before) and len(words) <= LONGEST_GROUP:
                yield Quoted(words, sentence.start + match.start())


def may_stay_unnamed(
    before: str, sighting: Sighting, role: str, *, is_list: bool
) -> bool:
    """Tell whether an office was there though its holder is not named."""
    position = sighting.position
    if role == "represented" or _NATIONAL.match(position.title):
        return False
    if position.title.startswith("Perwakilan"):
        return False
    is_bare = not (position.institution or position.place)
    if is_bare and position.title in BARE | _COMMON:
        return False
    if role.startswith("represents"):
        return True
    if _is_of_many(before, sighting, is_bare=is_bare):
        return False
    if is_list or _LED_BY.search(before):
        return True
    listed = [*LISTED.finditer(before)]
    return bool(listed) and not _QUOTED.search(before[listed[-1].end() :])


def _is_of_many(before: str, sighting: Sighting, *, is_bare: bool) -> bool:
    """Tell one of a group, or of a bracket, from an office that was there."""
    last = sighting.sentence.words[sighting.last]
    rest = sighting.sentence.text[last.end - sighting.sentence.start :]
    if before.endswith("(") or _MANY.search(before) or _CROWD.match(rest):
        return True
    is_short = len(sighting.position.title.split()) <= SHORT
    return is_bare and is_short and bool(_CHAIRS_OF_ALL.match(rest))
