"""Find a region by the name people write: prefixes, abbreviations, misspellings.

Answers are candidates with a score from 0 to 1; 1 means that the names agree
once prefix, spelling and spacing are set aside. `settled` gives a region only
when one candidate stands alone: an ambiguous name is never decided silently.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from naungan.lib.edit_distance import distance, pieces_of
from naungan.lib.names import without_accents
from naungan.lib.region_words import place_words
from naungan.lib.regions import LEVELS, Code, Level, Region, by_code, within


OTHER_KIND = 0.95  # "Desa X" written for a kelurahan X
PREFIX_GUESSED = 0.97  # "Kampung Baru" read as a kampung called Baru
SAME = 0.02  # scores nearer than this are one score
CERTAIN_FROM = 0.8
CLEAR_LEAD = 0.1
WORST_SHOWN = 0.7

_WORD = re.compile(r"[A-Z]+|[0-9]+")
_DOUBLED = re.compile(r"([A-Z])\1+")
_OLD_SPELLING = (("OE", "U"), ("DJ", "J"), ("TJ", "C"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A region that may be meant, its score, and whether the names agree exactly."""

    region: Region
    score: float
    exact: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a written name: its key, the kind it names, how sure."""

    key: str
    kind: str | None
    trust: float


def find(
    name: str,
    *,
    level: Level | None = None,
    inside: Code | None = None,
    limit: int = 5,
) -> list[Candidate]:
    """Return the regions a name may mean, best first, ties by code.

    `level` and `inside` (a region's code) narrow the search; a prefix in the
    name ("Desa", "Kec.", "Kota") does so too.
    """
    around = None if inside is None else by_code(inside)
    if inside is not None and around is None:
        return []
    found: dict[str, Candidate] = {}
    for one_level in (level,) if level else _levels_named(name):
        keyed = _keyed(one_level, around.code if around else None)
        for candidate in _candidates(_readings(name, one_level), keyed):
            known = found.get(candidate.region.code)
            if known is None or candidate.score > known.score:
                found[candidate.region.code] = candidate
    return _ranked(found.values())[:limit]


def beginning(
    name: str, *, inside: Code | None = None, limit: int = 5
) -> list[Candidate]:
    """Return the regions whose names begin so and go on, the widest first.

    Somebody who looks for "Merapi" may mean any of the districts Merapi Timur,
    Merapi Barat and Merapi Selatan. The score is the share of the name written.
    """
    around = None if inside is None else by_code(inside)
    asked = _key(_words(name))
    if not asked or (inside is not None and around is None):
        return []
    found = [
        Candidate(region, round(len(asked) / len(key), 3), exact=False)
        for level in LEVELS.values()
        for key, codes in _keyed(level, around.code if around else None).items()
        if key.startswith(asked) and key != asked
        for region in filter(None, map(by_code, codes))
    ]
    return sorted(found, key=lambda one: (len(one.region.code), one.region.code))[
        :limit
    ]


def find_village(
    village: str, district: str = "", *, inside: Code | None = None, limit: int = 5
) -> list[Candidate]:
    """Return the villages meant by a village name and perhaps a district name.

    With a district the score is the product of both scores.
    """
    if not district.strip():
        return find(village, level="village", inside=inside, limit=limit)
    found = [
        Candidate(
            inner.region,
            round(inner.score * outer.score, 3),
            inner.exact and outer.exact,
        )
        for outer in find(district, level="district", inside=inside)
        for inner in find(village, level="village", inside=outer.region.code)
    ]
    return _ranked(found)[:limit]


def settled(candidates: Iterable[Candidate]) -> Region | None:
    """Return the one candidate that stands alone; None if none or several do."""
    ranked = _ranked(candidates)
    if not ranked or ranked[0].score < CERTAIN_FROM:
        return None
    best, rivals = ranked[0], ranked[1:]
    if best.exact:
        near = [c for c in rivals if c.exact and best.score - c.score < SAME]
    else:
        near = [c for c in rivals if best.score - c.score < CLEAR_LEAD]
    return None if near else best.region


def resolve(
    name: str, *, level: Level | None = None, inside: Code | None = None
) -> Region | None:
    """Return the region a name means, or None when it is unknown or ambiguous."""
    return settled(find(name, level=level, inside=inside))


def _ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda c: (-c.score, not c.exact, c.region.code))


def _words(name: str) -> list[str]:
    return _WORD.findall(re.sub("['`’‘ʼ]", "", without_accents(name)).upper())


def _levels_named(name: str) -> tuple[Level, ...]:
    """Return the level that a sure prefix names, or all levels."""
    first = place_words().sure.get("".join(_words(name)[:1]))
    return (first,) if first else tuple(LEVELS.values())


@cache
def _readings(name: str, level: Level) -> tuple[_Reading, ...]:
    """Read prefixes of this level off a name, best reading first.

    A prefix that may belong to the name ("Kampung Baru") leaves two readings.
    """
    words = place_words()
    parts, kind, trust = _words(name), None, 1.0
    found: list[_Reading] = []
    while len(parts) > 1 and level in (
        words.sure.get(parts[0]),
        words.maybe.get(parts[0]),
    ):
        if parts[0] in words.maybe:
            found.append(_Reading(_key(parts), kind, trust))
            trust = PREFIX_GUESSED
        kind = kind or words.meaning.get(parts[0])
        parts = parts[1:]
    return (*found, _Reading(_key(parts), kind, trust)) if parts else ()


def _key(parts: list[str]) -> str:
    """Return the letters and digits by which two place names are compared."""
    words = place_words().words
    text = "".join(words.get(part, part) for part in parts)
    for old, new in _OLD_SPELLING:
        text = text.replace(old, new)
    return _DOUBLED.sub(r"\1", text)


@cache
def _keyed(level: Level, inside: str | None) -> dict[str, list[str]]:
    """Codes of the regions of a level inside a region, by the keys of their names."""
    found: dict[str, list[str]] = {}
    for region in within(inside, level):
        names = (region.name, *place_words().also.get(region.code, ()))
        keys = {reading.key for name in names for reading in _readings(name, level)}
        for key in sorted(keys):
            found.setdefault(key, []).append(region.code)
    return found


def _candidates(
    readings: Iterable[_Reading], keyed: dict[str, list[str]]
) -> Iterator[Candidate]:
    for reading in readings:
        for codes, score in _near(reading.key, keyed):
            for region in filter(None, map(by_code, codes)):
                same = OTHER_KIND if reading.kind not in (None, region.kind) else 1
                whole = round(score * same * reading.trust, 3)
                yield Candidate(region, whole, score == 1)


def _near(asked: str, keyed: dict[str, list[str]]) -> Iterator[tuple[list[str], float]]:
    """Yield the codes whose key is near, with 1 - distance / length."""
    if asked in keyed:
        yield keyed[asked], 1.0
    most = max(1, len(asked) // 3)
    pieces = pieces_of(asked, most + 1)
    for other, codes in keyed.items():
        if other == asked or abs(len(other) - len(asked)) > most:
            continue
        if any(piece in other for piece in pieces):
            score = 1 - distance(asked, other) / max(len(asked), len(other))
            if score >= WORST_SHOWN:
                yield codes, score
