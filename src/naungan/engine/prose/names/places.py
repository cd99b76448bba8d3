"""Names of provinces, regencies, cities and their seats where they stand in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from naungan.engine.prose.lexicon import lexicon
from naungan.engine.prose.page.sentences import Sentence, Word
from naungan.lib.edit_distance import distance
from naungan.lib.region_words import place_words
from naungan.lib.regions import within


LONGEST: Final = 6  # words of the longest name of a regency
SURE: Final = 11  # letters from which one slip leaves a name of two words knowable
_LETTERS: Final = re.compile(r"[^a-z0-9]")
_KIND: Final = re.compile(r"^(?:Kota|Kabupaten|Kab\.?|Provinsi)\s+")
# A compound with a word of the press or a short name of a province is an outlet's, and
# three letters are an office's.
_OUTLET: Final = re.compile(
    r"^\w{1,3}$|^(?:zona|info|kabar|warta|suara|berita|radar|lensa|media|fakta|detik|sinar|tribun)\w{3,}$|"
    r"^\w{3,}(?:news|pos|post|online|update|today|terkini|sumut|sumbar|sumsel|babel|kepri|jabar|jateng|jatim|kalbar|kalsel|kalteng|kaltim|kaltara|sulsel|sulbar|sultra|sulteng|sulut|malut)$",
    re.IGNORECASE,
)
_PREFIX: Final = re.compile(
    r"^(kabupaten|kota)( administrasi)? |^daerah (istimewa|khusus ibukota) ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place name in a text: which words, and the codes it may mean.

    `is_seat` marks a town that only stands for its region; `codes` may be empty for
    an area without one code (Sumbagsel).
    """

    first: int
    last: int
    name: str
    codes: tuple[str, ...]
    is_seat: bool


def place_at(words: tuple[Word, ...], at: int) -> Place | None:
    """Return the longest place name that begins at a word."""
    if at >= len(words) or not words[at].is_name_like:
        return None
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        taken = words[at : at + length]
        if not all(word.is_name_like or word.low == "dan" for word in taken):
            continue
        name = " ".join(word.text for word in taken)
        known = _known(_key(name), length)
        if known and (length > 1 or len(name) > 2):
            return Place(at, at + length - 1, name, *known)
    return None


def _known(key: str, length: int) -> tuple[tuple[str, ...], bool] | None:
    """Look up a name; of two words and more one letter may differ: "Padang Sidempuan"."""
    known = _names().get(key)
    if known or length == 1 or len(key) < SURE:
        return known
    spelt = _spelt().get(key) or next(
        (found for cut in _cuts(key) if (found := _spelt().get(cut))), None
    )
    return _names()[spelt] if spelt and distance(spelt, key) == 1 else None


def district_at(words: tuple[Word, ...], at: int) -> int:
    """Return how many words the name of a district takes here; 0 when none does."""
    for length in range(min(3, len(words) - at), 0, -1):
        taken = words[at : at + length]
        if all(word.is_name_like for word in taken) and (
            _key(" ".join(word.text for word in taken)) in _districts()
        ):
            return length
    return 0


def sent_from(parts: tuple[str, ...]) -> str:
    """Return the place among the parts of a dateline: "LAHAT, KABAR DESA" is of Lahat."""
    known = [part for part in parts if _is_whole(part)]
    unknown = [part for part in parts[-1:] if not _OUTLET.search(part)]
    return (known or [*unknown, ""])[0]


def _is_whole(part: str) -> bool:
    """Tell whether a part is the name of a region or a town and nothing else."""
    words = Sentence(_KIND.sub("", part.title()), 0, -1, -1).words
    place = place_at(words, 0)
    return place is not None and place.last == len(words) - 1


def codes_of(name: str) -> tuple[str, ...]:
    """Return the codes that a bare name may mean, regencies before cities."""
    known = _names().get(_key(name))
    return known[0] if known else ()


def _key(name: str) -> str:
    return _LETTERS.sub("", name.lower())


@cache
def _names() -> dict[str, tuple[tuple[str, ...], bool]]:
    """Name without its kind -> (codes, whether it is only a seat)."""
    codes: dict[str, list[str]] = {}
    for name, code in _written():
        found = codes.setdefault(_key(name), [])
        if code and code not in found:
            found.append(code)
    known = {key: (tuple(found), False) for key, found in codes.items()}
    for name, code in lexicon("towns")["seats"].items():
        if code:
            known.setdefault(_key(name), ((code,), True))
    return known


@cache
def _spelt() -> dict[str, str]:
    """Long names by what is left when any one letter is dropped; one name each."""
    found: dict[str, set[str]] = {}
    for name in _names():
        for cut in (name, *_cuts(name)) if len(name) >= SURE else ():
            found.setdefault(cut, set()).add(name)
    return {cut: next(iter(names)) for cut, names in found.items() if len(names) == 1}


def _cuts(key: str) -> Iterator[str]:
    return (key[:at] + key[at + 1 :] for at in range(len(key)))


def _written() -> Iterator[tuple[str, str]]:
    for level in ("province", "regency"):
        for region in within(None, level):
            yield _PREFIX.sub("", region.name), region.code
            for other in place_words().also.get(region.code, ()):
                yield _PREFIX.sub("", other), region.code
    yield from lexicon("towns")["short"].items()


@cache
def _districts() -> frozenset[str]:
    return frozenset(_key(region.name) for region in within(None, "district"))
