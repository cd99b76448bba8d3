"""Positions where they stand in a sentence, each with the name beside it, if any."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from naungan.engine.prose.names.institutions import Institution, institution_at
from naungan.engine.prose.names.people import Name, name_at, name_before
from naungan.engine.prose.names.places import place_at
from naungan.engine.prose.names.positions import Position, position_at
from naungan.engine.prose.page.sentences import Sentence, Word
from naungan.engine.prose.word_list import words_in


MOST_MARKS: Final = 3
MOST_ASIDE: Final = 9  # words of a bracket that says a position again
# Heads that no name ever follows without an office between.
_LEADS: Final = frozenset(
    {"Kepala", "Wakil Kepala", "Plt Kepala", "Plh Kepala", "Pj Kepala"}
)
MOST_OFFICES: Final = 3  # offices and places between a position and its name
_BETWEEN: Final = words_in(", : yaitu yakni bernama - – ( bapak ibu saudara")
_STATED: Final = frozenset({"selaku", "sebagai"})
_AS: Final = words_in("selaku sebagai , ( yang juga menjabat - –")
# What is named after these is a building or a place, and nobody.
_BUILT: Final = words_in(
    "hotel aula gedung jalan jl ruang pendopo pendapa balai desa kelurahan kecamatan dusun pt cv"
)


# A lone word after these is a name: "didampingi Rekaan Kepala Cabang …".
_BESIDE: Final = words_in("didampingi mendampingi bersama ditemani")
_NATIONWIDE: Final = frozenset({"bpjs", "ministry"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A position at a place of a sentence, with the name beside it, if any."""

    position: Position
    name: Name | None
    first: int
    last: int
    sentence: Sentence


def sightings_in(sentence: Sentence) -> Iterator[Sighting]:
    """Yield every position of a sentence in order; each name belongs to one."""
    words = sentence.words
    at = floor = 0
    while at < len(words):
        position = position_at(words, at)
        if position is None:
            sighting = _by_office(sentence, words, at)
        elif _is_plural(words, position):
            at = position.last + 1
            continue
        else:
            sighting = _named(sentence, words, position, floor)
        if sighting is None:
            at += 1
            continue
        yield sighting
        at = floor = max(sighting.last, sighting.position.last) + 1


def _is_plural(words: tuple[Word, ...], position: Position) -> bool:
    """Tell "Kepala Kepala Desa" and "kepala-kepala dinas", who are many."""
    first = position.first
    return first > 0 and words[first].low == words[first - 1].low


def _by_office(sentence: Sentence, words: tuple[Word, ...], at: int) -> Sighting | None:
    """Read "Kejari Lahat, Rekaan Satu SH": the office stands for who leads it."""
    if words[at].text not in ("Kejari", "Kejati"):
        return None
    office = institution_at(words, at)
    if office is None or office.place is None:
        return None
    after = office.last + 1
    comma = 1 if after < len(words) and words[after].text == "," else 0
    name = name_at(words, after + comma)
    if name is None or (name.first == name.last and name.after == name.last + 1):
        return None
    title = " ".join(word.text for word in words[at : office.last + 1])
    position = Position(
        title, "prosecutor", "", office, office.place, office.level, at, office.last
    )
    return Sighting(position, name, at, name.after - 1, sentence)


def _named(
    sentence: Sentence, words: tuple[Word, ...], position: Position, floor: int
) -> Sighting:
    if position.first > floor and words[position.first - 1].low in _STATED:
        name = name_before(words, position.first - 1, floor)
        if name:  # "A selaku …, B selaku …": the name after it has its own
            return Sighting(position, name, name.first, position.last, sentence)
    if position.first > floor and words[position.first - 1].text == "(":
        name = name_before(words, position.first - 1, floor)
        if name:  # "Rekaan Satu (Camat …), Rekaan Dua (Lurah …)"
            return Sighting(position, name, name.first, position.last, sentence)
    position, name = _behind(words, position)
    if name:
        return Sighting(position, name, position.first, name.after - 1, sentence)
    name = _ahead(words, position, floor)
    first = name.first if name else position.first
    return Sighting(position, name, first, position.last, sentence)


def _behind(
    words: tuple[Word, ...], position: Position
) -> tuple[Position, Name | None]:
    """Find the name after a position, over offices and places between commas."""
    after = position.last + 1
    above = institution_at(words, after) if after < len(words) else None
    if above:
        after = above.last + 1  # "Sekretaris Badan A Kementerian B, …"
    for _number in range(MOST_OFFICES):
        name = name_at(words, _past_marks(words, after))
        if name and (unknown := _unknown_office(words, position, name)):
            title, name = unknown
            return replace(position, title=f"{position.title} {title}"), name
        name = name or _past_aside(words, after)
        closed = _closed(words, after)
        if name or closed is None:
            return position, name
        office, after = closed
        if office and position.institution is None:
            position = replace(position, institution=office)
    return position, None


def _past_marks(words: tuple[Word, ...], at: int) -> int:
    """Return the place after up to three marks and words such as "yaitu"."""
    end = at
    while end < len(words) and words[end].low in _BETWEEN and end - at < MOST_MARKS:
        end += 1
    return end


def _unknown_office(
    words: tuple[Word, ...], position: Position, name: Name
) -> tuple[str, Name | None] | None:
    """Tell "Kepala Bakorwil Lahat, Rekaan Satu": after a bare head stands an office.

    Nobody is called "Kepala" by name alone: what follows is the office, known or not.
    """
    if position.title not in _LEADS or position.institution or position.place:
        return None
    if words[name.first].start != words[position.last].end + 1:
        return None  # a comma between: the name itself
    places = [at for at in range(name.first + 1, name.last + 1) if place_at(words, at)]
    place = place_at(words, places[0]) if places else place_at(words, name.last + 1)
    end = place.last if place else name.first if places else name.last
    if not place and name.last - name.first > 1:
        end = name.first  # "Kepala Bakorwil Rekaan Satu"
    rest = end + 1
    if rest < len(words) and words[rest].text == ",":
        rest += 1
    text = " ".join(word.text for word in words[name.first : end + 1])
    return text, name_at(words, rest)


def _past_aside(words: tuple[Word, ...], at: int) -> Name | None:
    """Find the name behind a bracket: "Asisten Perdata (Asdatun Kejati X), Rekaan Satu"."""
    if at >= len(words) or words[at].text != "(":
        return None
    closes = next(
        (
            end
            for end in range(at + 1, min(at + MOST_ASIDE, len(words)))
            if words[end].text == ")"
        ),
        None,
    )
    if closes is None or closes + 1 >= len(words):
        return None
    return name_at(words, closes + (2 if words[closes + 1].text == "," else 1))


def _closed(words: tuple[Word, ...], at: int) -> tuple[Institution | None, int] | None:
    """Return an office or place that stands between two commas, and where they end."""
    if at + 1 >= len(words) or words[at].text != ",":
        return None
    office, place = institution_at(words, at + 1), place_at(words, at + 1)
    last = office.last if office else place.last if place else None
    if last is None or last + 1 >= len(words):
        return None
    is_whole = office is not None and office.kind in _NATIONWIDE
    if words[last + 1].text == "," or (is_whole and name_at(words, last + 1)):
        return office, last + 1
    return None


def _ahead(words: tuple[Word, ...], position: Position, floor: int) -> Name | None:
    """Find the name before a position: "Rekaan Satu, Camat …", "Rekaan Satu Camat …"."""
    back = position.first
    while back > 0 and words[back - 1].low in _AS and position.first - back < 3:
        back -= 1
    if back < position.first:
        return name_before(words, back, floor)
    name = name_before(words, position.first, floor)
    if name is None:
        return None
    before = words[name.first - 1].low if name.first > 0 else ""
    if name.first == name.last and before not in _BESIDE:
        return None
    return None if before in _BUILT else name
