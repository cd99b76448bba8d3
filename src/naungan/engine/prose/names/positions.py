"""Positions in a text: "Plt Kepala Bidang Pengawasan Disnaker Provinsi Lampung"."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from naungan.engine.prose.lexicon import (
    Phrases,
    is_office_word,
    lexicon,
    match_phrase,
    office_head,
    phrases_of,
)
from naungan.engine.prose.names.institutions import Institution, institution_at
from naungan.engine.prose.names.people import is_name_word
from naungan.engine.prose.names.places import Place, district_at, place_at
from naungan.engine.prose.page.sentences import Word
from naungan.engine.prose.word_list import words_in


_JOINS: Final = frozenset({"dan", "&", "/", ",", "serta"})
_BRIDGES: Final = frozenset({"pada", "di", "dari", "untuk"})
_ACRONYM: Final = re.compile(r"[A-Z]{3,8}$")
_COUNTS: Final = words_in("1 2 3 4 I II III IV V A B C D E")
# Words of an office only after the one before them: "Sumber Daya Alam".
_PAIRS: Final = frozenset(
    {("daya", "alam"), ("pejabat", "fungsional"), ("bidang", "pemerintah")}
)
_COUNTED: Final = frozenset({"asisten", "komisi", "deputi", "staf"})
_DISTRICT_HEADS: Final = frozenset(
    {"camat", "sekcam", "lurah", "kapolsek", "danramil", "kecamatan"}
)
# Chairs that many write in small letters; "kepala desa Suka Maju" names a village.
_SMALL: Final = frozenset(
    {"regent", "mayor", "governor", "government", "prosecutor", "bpjs"}
)
_OF_VILLAGES: Final = words_in(
    "kades sekdes perbekel peratin keuchik geuchik geucik kuwu"
)
_VILLAGES: Final = words_in("desa pekon kampung dusun nagari")
# "Sosialisasi Program Perisai" is about them, and names nobody.
_SPOKEN_OF: Final = frozenset({"program", "sistem"})
_LEVELS: Final = frozenset(
    {
        "kabupaten",
        "kota",
        "provinsi",
        "kab",
        "prov",
        "kecamatan",
        "administrasi",
        "daerah",
    }
)


@dataclass(frozen=True, slots=True)
class Position:
    """A position: its words, the group of its head, its institution and place.

    `title` is the position without the institution behind it.
    """

    title: str
    group: str
    deputy: str
    institution: Institution | None
    place: Place | None
    level: str
    first: int
    last: int


def position_at(words: tuple[Word, ...], at: int) -> Position | None:
    """Return the position that begins at a word, as far as its words reach."""
    deputy = match_phrase(words, at, _deputies())
    start = at + deputy[0] if deputy and words[at].is_name_like else at
    head = _head_at(words, start) if start < len(words) else None
    if not head or (at and words[at - 1].low in _SPOKEN_OF):
        return None
    found = _extended(words, at, start + head[0], head[1], deputy[1] if deputy else "")
    if words[start].is_name_like or _is_small_head(words, start):
        return found
    return found if _is_small_chair(words, start, found) else None


def _head_at(words: tuple[Word, ...], at: int) -> tuple[int, str] | None:
    """Read a head by the list of them, or one that is written in one with its service."""
    if words[at].low == "kepala" and _is_of_branch(words, at + 1):
        return 1, "bpjs"  # "Kepala Badan Penyelenggara Jaminan Sosial …"
    known = match_phrase(words, at, _heads())
    return known or ((1, "government") if office_head(words[at].low) else None)


def _is_of_branch(words: tuple[Word, ...], at: int) -> bool:
    office = institution_at(words, at) if at < len(words) else None
    return office is not None and office.kind == "bpjs" and words[at].low == "badan"


def _is_small_head(words: tuple[Word, ...], at: int) -> bool:
    """Tell "… dan kepala BPJS Ketenagakerjaan X, Y" from any word "kepala"."""
    return (
        words[at].text in ("kepala", "ketua", "direktur", "sekretaris")
        and at + 1 < len(words)
        and words[at + 1].is_name_like
        and institution_at(words, at + 1) is not None
    )


def _is_small_chair(words: tuple[Word, ...], at: int, found: Position) -> bool:
    """Tell "diwakili sekretaris daerah Rekaan Satu" from any secretary: a name follows."""
    if found.group not in _SMALL or words[at].low in _DISTRICT_HEADS | _OF_VILLAGES:
        return False
    if at + 1 < len(words) and words[at + 1].low in _VILLAGES:
        return False
    after = found.last + 1
    return (
        after + 1 < len(words)
        and place_at(words, after) is None
        and is_name_word(words[after])
        and is_name_word(words[after + 1])
    )


def _extended(
    words: tuple[Word, ...], first: int, end: int, group: str, deputy: str
) -> Position:
    title_end = end
    office: Institution | None = None
    place: Place | None = None
    level = ""
    while end < len(words):
        found = None if office else _office_at(words, end)
        if found:
            office, end = found, found.last + 1
            place, level = found.place or place, found.level or level
            break
        if words[end].low in _LEVELS:
            level = words[end].low
        near = place_at(words, end) if not is_office_word(words[end].low) else None
        step = _place_step(words, end, near, place)
        if step:
            place, end = near or place, end + step
            continue
        step = _complement_step(words, end, title_end)
        if not step:
            break
        end += step
        title_end = end
    return Position(
        _text(words, first, max(title_end, end if office is None else title_end)),
        group,
        deputy,
        office,
        place,
        level,
        first,
        end - 1,
    )


def _office_at(words: tuple[Word, ...], at: int) -> Institution | None:
    """Read an office here, or after one bridge: "Kabid pada BPJS …"."""
    if words[at].low in _BRIDGES and at + 1 < len(words):
        at += 1
    return institution_at(words, at) if words[at].is_name_like else None


def _place_step(
    words: tuple[Word, ...], at: int, near: Place | None, known: Place | None
) -> int:
    length = near.last - near.first + 1 if near and known is None else 0
    if words[at - 1].low in _DISTRICT_HEADS:
        length = max(length, district_at(words, at))
    return length


def _complement_step(words: tuple[Word, ...], at: int, title_end: int) -> int:
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if all(is_office_word(part) for part in word.low.split("/")):
        return 1 if word.is_name_like or _leads_to_name(words, at) else 0
    if word.text in _COUNTS and words[at - 1].low in _COUNTED:
        return 1
    if (words[at - 1].low, word.low) in _PAIRS:
        return 1
    if _ACRONYM.match(word.text) and not is_name_word(word):
        return 1  # an office known by letters only: "Sekretaris DKPPP"
    if (
        word.text == ","
        and following is not None
        and following.low in _JOINS
        and at == title_end
    ):
        plain = at + 2 < len(words) and words[at + 2].is_name_like
        return 3 if plain and _is_plain_complement(words, at + 2) else 0
    joins = word.low in _JOINS and following is not None and at == title_end
    if joins and following is not None and following.is_name_like:
        return 2 if _is_plain_complement(words, at + 1) else 0
    if joins and following is not None and is_office_word(following.low):
        return 2 if _leads_to_name(words, at + 1) else 0
    return 0


def _leads_to_name(words: tuple[Word, ...], at: int) -> bool:
    """Tell whether small words of an office run on to a name: "Kabag hukum Andi Noor"."""
    end = at
    while (
        end < len(words)
        and words[end].text.islower()
        and (is_office_word(words[end].low) or words[end].low in ("dan", "&"))
    ):
        end += 1
    return (
        end + 1 < len(words)
        and is_name_word(words[end])
        and is_name_word(words[end + 1])
    )


def _is_plain_complement(words: tuple[Word, ...], at: int) -> bool:
    """Tell whether a word after "dan" goes on with the position and starts no other."""
    if match_phrase(words, at, _heads()) or institution_at(words, at):
        return False
    return is_office_word(words[at].low) or bool(_ACRONYM.match(words[at].text))


def _text(words: tuple[Word, ...], first: int, end: int) -> str:
    return " ".join(word.text for word in words[first:end]).replace(" ,", ",")


@cache
def _heads() -> Phrases:
    return phrases_of(lexicon("offices")["heads"])


@cache
def _deputies() -> Phrases:
    return phrases_of(lexicon("offices")["deputies"])
