"""What "akan" means: somebody will do it, or it will follow of itself.

"Kami akan menyurati perusahaan" is meant; "program ini akan meningkatkan
kesejahteraan" and "ahli waris akan menerima santunan" are what is hoped of it.
"""

import re
from functools import cache
from typing import Final

from naungan.engine.prose.lexicon import any_of, lexicon
from naungan.engine.prose.names.institutions import institution_at
from naungan.engine.prose.names.people import is_name_word
from naungan.engine.prose.names.positions import position_at
from naungan.engine.prose.page.sentences import Sentence


NEAR: Final = 9  # words before the verb among which its subject stands
_CLAUSE: Final = re.compile(r"[.;:,“”\"]\s*")
_OWN: Final = re.compile(
    r"\b(?:kami|kita|pihaknya|saya|pihak\s+\w+|ia|dia|dirinya|tim(?:nya)?|pemda|pemkab|pemkot|pemprov|opd|dinas|lembaga|perusahaan|pemberi kerja|badan usaha)\b",
    re.IGNORECASE,
)
_BELIEVED: Final = re.compile(
    r"\b(?:dinilai|diyakini|dianggap|dipercaya|diharapkan|yakin|optimis\w*|percaya|menilai)\b[^.;]*$",
    re.IGNORECASE,
)
_MAYBE: Final = re.compile(r"\btidak\s+menutup\s+kemungkinan\b[^.;]*$", re.IGNORECASE)
_HELPED: Final = re.compile(
    r"\b(?:peserta|pekerja|nelayan|petani|penerima|ahli waris|masyarakat|warga|buruh|keluarga)(?:\s+(?:ini|itu|tersebut))?\s*$",
    re.IGNORECASE,
)
_OLEH: Final = re.compile(r"di[a-z]+\s+oleh\b", re.IGNORECASE)
_DONE_TO: Final = re.compile(r"di[a-z]{4,}\s+(?:langsung\s+|pihak\s+)?", re.IGNORECASE)
# Doers that have no name of their own: "akan didatangi tim gabungan".
_NAMELESS: Final = re.compile(
    r"(?:tim|satgas|petugas|pemerintah(?:\s+(?:daerah|desa|provinsi|kabupaten|kota))?|pemda|pemkab|pemkot|pemprov|kelurahan|kecamatan|pengawas|jaksa)\b",
    re.IGNORECASE,
)
# What the agency bears is the benefit of a member, and nothing that a meeting promised.
_BENEFIT: Final = re.compile(
    r"di(?:tanggung|bayar(?:kan)?|biayai|cover|santuni)\s+(?:sepenuhnya\s+)?(?:oleh\s+)?(?:pihak\s+)?(?:bpjs|bp\s?jamsostek)",
    re.IGNORECASE,
)


def is_meant(text: str, at: int, what: int) -> bool:
    """Tell whether "akan" at a place has a doer and an act; the act begins at `what`."""
    verb = text[what:].split(maxsplit=1)[0].lower().rstrip(",.")
    if verb in _states() or _BENEFIT.match(text, what):
        return False
    if is_effect(text, at, what):
        return False
    if verb.startswith("di"):
        return _is_done_by(text, what)
    return _has_doer(text[:at]) or bool(re.match(r"\s*(?:kami|kita)\b", text[at + 4 :]))


def is_effect(text: str, at: int, what: int) -> bool:
    """Tell whether a programme, or nobody at all, brings it about."""
    before = _CLAUSE.split(text[:at])[-1]
    if _BELIEVED.search(before) or _MAYBE.search(text[:at]):
        return True
    if _is_done_by(text, what):
        return False
    if _HELPED.search(before):
        return True
    verb = text[what:].split(maxsplit=1)[0].lower().rstrip(",.")
    return verb in lexicon("promises")["effects"]["verbs"] and bool(
        _subjects().search(" ".join(before.split()[-NEAR:])) and not _OWN.search(before)
    )


def is_of_itself(before: str) -> bool:
    """Tell whether a programme or a partnership is the subject of what follows."""
    clause = " ".join(_CLAUSE.split(before)[-1].split()[-NEAR:])
    return bool(_subjects().search(clause))


def _is_done_by(text: str, what: int) -> bool:
    """Tell whether a passive names its doer: "ditanggung Pemkab", "didata oleh desa"."""
    if _OLEH.match(text, what):
        return True
    done = _DONE_TO.match(text, what)
    if done is None:
        return False
    words = Sentence(text[done.end() :], 0, -1, -1).words
    return bool(
        words
        and (
            _NAMELESS.match(text, done.end())
            or institution_at(words, 0)
            or position_at(words, 0)
        )
    )


def _has_doer(before: str) -> bool:
    clause = " ".join(_CLAUSE.split(before)[-1].split()[-NEAR:])
    if _OWN.search(clause):
        return True
    if _subjects().search(clause):
        return False
    words = Sentence(clause, 0, -1, -1).words
    return any(
        institution_at(words, at) or position_at(words, at) for at in range(len(words))
    ) or (len(words) in (1, 2, 3) and is_name_word(words[-1]))


@cache
def _states() -> frozenset[str]:
    return frozenset(lexicon("promises")["effects"]["states"].split())


@cache
def _subjects() -> re.Pattern[str]:
    """What stands before "akan" when nobody acts: "program ini", "ahli waris"."""
    words = any_of(lexicon("promises")["effects"]["subjects"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
