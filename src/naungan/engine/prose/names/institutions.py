"""Offices in a text: BPJS Ketenagakerjaan, prosecutors, governments, their services."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from naungan.engine.prose.lexicon import (
    Phrases,
    is_office_word,
    lexicon,
    match_phrase,
    phrases_of,
)
from naungan.engine.prose.names.people import is_name_word
from naungan.engine.prose.names.places import Place, district_at, place_at
from naungan.engine.prose.page.sentences import Word
from naungan.lib.regions import lies_in


_BRANCH: Final = frozenset(
    {
        "kantor",
        "cabang",
        "cab",
        "wilayah",
        "pembantu",
        "induk",
        "kcp",
        "kanwil",
        "kc",
        "perintis",
        "kacab",
        "se",
        "utama",
        "kelas",
    }
)
_CLASSES: Final = frozenset({"A", "B", "C", "I", "II", "III"})
_LEVEL: Final = frozenset(
    {
        "provinsi",
        "propinsi",
        "kabupaten",
        "kota",
        "prov",
        "kab",
        "daerah",
        "administrasi",
        "pemprov",
        "pemkab",
        "pemkot",
    }
)
_LOOSE: Final = frozenset({"dan", "&", "serta"})
# Institutions whose name is complete without words of a service after it.
_WITH_SERVICE: Final = "service"
_PLACELESS: Final = frozenset({"ministry", "prosecution"})


@dataclass(frozen=True, slots=True)
class Institution:
    """An office in a text: its kind, canonical name, place and words.

    `name` has short forms written out ("Pemkab Lahat" is "Pemerintah Kabupaten Lahat").
    """

    kind: str
    name: str
    place: Place | None
    first: int
    last: int
    level: str = ""


def institution_at(words: tuple[Word, ...], at: int) -> Institution | None:
    """Return the office whose name begins at a word, with its place when it has one."""
    known = match_phrase(words, at, _phrases())
    if known:
        length, kind = known
        if kind == "bpjs":
            return (
                _branch(words, at, at + length)
                if _is_employment(words, at, length)
                else None
            )
        return _with_place(words, at, at + length, kind)
    if match := match_phrase(words, at, _services()):
        return _service(words, at, at + match[0])
    if words[at].text in ("PT", "CV") and at + 1 < len(words):
        return _company(words, at)
    return None


def _is_employment(words: tuple[Word, ...], at: int, length: int) -> bool:
    """A bare "BPJS" counts only as a branch of somewhere: else it may be the health body."""
    if length > 1 or words[at].low != "bpjs":
        return True
    if at + 1 >= len(words):
        return False
    is_led = at > 0 and words[at - 1].low in ("cabang", "kantor", "kepala")
    area = at + 2 if words[at + 1].low in _LEVEL else at + 1
    return words[at + 1].low in _BRANCH or (is_led and bool(place_at(words, area)))


def _company(words: tuple[Word, ...], at: int) -> Institution:
    end = at + 1
    while end < len(words) and words[end].is_name_like and end - at < 6:
        end += 1
    return Institution("company", _text(words, at, end), None, at, end - 1)


def _branch(words: tuple[Word, ...], at: int, end: int) -> Institution:
    """Read "BPJS Ketenagakerjaan Kantor Cabang Palangka Raya"."""
    end = _past_alias(words, end)
    branch = end
    while branch < len(words) and (
        words[branch].low in _BRANCH or _is_class(words, branch)
    ):
        branch += 1
    place, after = _branch_place(words, branch, named=branch > end)
    name = "BPJS Ketenagakerjaan"
    if after > branch or branch == end:
        tail = _text(words, end, after)
    else:  # "BPJS Ketenagakerjaan Cabang," says nothing more
        tail, after = _text(words, end, branch), branch
    name = f"{name} {tail}".strip()
    return Institution("bpjs", name, place, at, after - 1)


def _past_alias(words: tuple[Word, ...], at: int) -> int:
    """Return the place after "atau BPJAMSOSTEK", the other name of the same office."""
    if at + 1 < len(words) and words[at].low in ("atau", "/"):
        other = match_phrase(words, at + 1, _phrases())
        if other and other[1] == "bpjs":
            return at + 1 + other[0]
    return at


def _is_class(words: tuple[Word, ...], at: int) -> bool:
    """Tell the class of a branch: "Kantor Cabang Utama B Palembang"."""
    return words[at - 1].low in ("utama", "kelas") and words[at].text in _CLASSES


def _branch_place(
    words: tuple[Word, ...], at: int, *, named: bool
) -> tuple[Place | None, int]:
    level = at
    while level < len(words) and words[level].low in _LEVEL:
        level += 1
    place = place_at(words, level)
    if place:
        last = _last_of_places(words, place)
        if last < len(words) and words[last].low == "raya":
            last += 1  # "Serang Raya"
        last = _past_seat(words, last, place)
        return place, last + _quarter(words, last)
    length = district_at(words, level) if named else 0
    if length:
        return None, level + length
    if named:
        return None, _up_to_comma(words, level)
    return None, at


def _past_seat(words: tuple[Word, ...], at: int, area: Place) -> int:
    """Return the place after the town of a branch: "Cabang Papua Jayapura"."""
    town = place_at(words, at)
    if town is None or len(area.codes) != 1:
        return at
    is_inside = any(
        code != area.codes[0] and lies_in(code, area.codes[0]) for code in town.codes
    )
    return town.last + 1 if is_inside else at


def _last_of_places(words: tuple[Word, ...], place: Place) -> int:
    """Return the place after "Jateng dan DIY", "Bali, Nusa Tenggara, dan Papua"."""
    last = place.last + 1
    while last + 1 < len(words) and (
        words[last].low in _LOOSE or words[last].text == ","
    ):
        after = last + (2 if words[last + 1].low in _LOOSE else 1)
        other = place_at(words, after)
        if other is None or not _is_peer(other, place):
            break
        last = other.last + 1
    return last


def _quarter(words: tuple[Word, ...], at: int) -> int:
    """Return how many words name a quarter of the town: "Surabaya Tanjung Perak"."""
    if _before_comma(words, at):
        return district_at(words, at)
    length = district_at(words, at)
    if length > 1 and at + length + 1 < len(words):
        goes_on = all(
            is_name_word(word) for word in words[at + length : at + length + 2]
        )
        return length if goes_on else 0
    is_town = words[at - 1].low == "jakarta" and words[at - 2].low != "dki"
    if is_town and at < len(words) and is_name_word(words[at]):
        return 1 if at + 1 < len(words) and is_name_word(words[at + 1]) else 0
    end = at
    while end < len(words) and end - at < 2 and is_name_word(words[end]):
        end += 1
    named = (
        end > at
        and end + 2 < len(words)
        and words[end].text == ","
        and all(is_name_word(word) for word in words[end + 1 : end + 3])
    )
    return end - at if named else 0


def _is_peer(other: Place, place: Place) -> bool:
    """Areas of branches, such as Bali and Nusa Tenggara, need not be one level."""
    levels = {_level_of(other), _level_of(place)}
    return len(levels) == 1 or levels == {0, 2}


def _level_of(place: Place) -> int:
    return len(place.codes[0]) if place.codes else 0


def _before_comma(words: tuple[Word, ...], at: int) -> bool:
    length = district_at(words, at)
    return bool(length) and (
        at + length >= len(words) or not words[at + length].is_name_like
    )


def _up_to_comma(words: tuple[Word, ...], at: int) -> int:
    """A branch of an unknown place: all names up to a comma, or one word."""
    end = at
    while end < len(words) and words[end].is_name_like and end - at < 3:
        end += 1
    closed = (
        end >= len(words) or words[end].text in ",.();" or not words[end].is_name_like
    )
    return end if closed and end - at <= 2 else min(at + 1, end)


def _with_place(words: tuple[Word, ...], at: int, end: int, kind: str) -> Institution:
    level = end
    if kind == "setda":
        while level < len(words) and words[level].low in _LEVEL:
            level += 1
    elif level < len(words) and words[level].low in _LEVEL and kind not in _PLACELESS:
        level += 1
    place = place_at(words, level) if kind not in _PLACELESS else None
    last = place.last + 1 if place else end
    front = lexicon("offices")["canonical"].get(kind) or _text(words, at, end)
    name = f"{front} {_text(words, end, last)}".strip() if place else front
    if kind in ("regency", "city", "province") and place:
        name = f"{front} {_text(words, place.first, last)}"
    if kind == "local" and place:
        name = f"Pemerintah Daerah {_text(words, end, last)}"
    return Institution(kind, name, place, at, last - 1, _level(words, at, last))


def _service(words: tuple[Word, ...], at: int, end: int) -> Institution | None:
    """Read "Dinas Tenaga Kerja dan Transmigrasi Provinsi Lampung"."""
    start = end
    while end < len(words) and _belongs(words, end):
        end += 1
    while end > start and words[end - 1].low in _LEVEL | _LOOSE | {","}:
        end -= 1
    if end == start:
        return None
    level = end
    while level < len(words) and words[level].low in _LEVEL:
        level += 1
    place = place_at(words, level)
    last = place.last + 1 if place else (level if level > end else end)
    kind = "ministry" if words[at].low == "kementerian" else _WITH_SERVICE
    return Institution(
        kind, _text(words, at, last), place, at, last - 1, _level(words, end, last)
    )


def _belongs(words: tuple[Word, ...], at: int) -> bool:
    word = words[at]
    following = words[at + 1].low if at + 1 < len(words) else ""
    if word.low in _LEVEL:
        return False
    if is_office_word(word.low):
        return word.is_name_like
    joins = word.low in _LOOSE or word.text == ","
    if word.text == "," and following in _LOOSE and at + 2 < len(words):
        return is_office_word(words[at + 2].low) and words[at + 2].is_name_like
    return (
        joins
        and is_office_word(following)
        and words[at + 1].is_name_like
        and following not in _LEVEL
    )


def _level(words: tuple[Word, ...], first: int, last: int) -> str:
    """Return the level word in a stretch of words, if any."""
    for word in words[first:last]:
        for level, signs in _LEVEL_SIGNS.items():
            if word.low in signs:
                return level
    return ""


_LEVEL_SIGNS: Final = {
    "provinsi": ("provinsi", "propinsi", "prov", "pemprov", "pemprop", "setdaprov"),
    "kabupaten": ("kabupaten", "kab", "pemkab", "setdakab"),
    "kota": ("kota", "pemkot", "pemko", "setdako", "setdakot"),
}


def _text(words: tuple[Word, ...], first: int, last: int) -> str:
    return " ".join(word.text for word in words[first:last]).replace(" ,", ",")


@cache
def _phrases() -> Phrases:
    return phrases_of(lexicon("offices")["institutions"])


@cache
def _services() -> Phrases:
    return phrases_of({_WITH_SERVICE: lexicon("offices")["services"]["heads"]})
