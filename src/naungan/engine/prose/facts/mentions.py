"""Names of places in a report, each with what stood before it: a level or an office.

A town after "BPJS Ketenagakerjaan Cabang" is where an office stands, not whose
workers are spoken of; "Kabupaten X", "Pemkab X" and "Bupati X" name a jurisdiction.
A province behind a regency ("Kabupaten Sigi, Sulteng") only says where it lies.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from naungan.engine.prose.draft import Quoted
from naungan.engine.prose.names.institutions import institution_at
from naungan.engine.prose.names.places import Place, place_at, sent_from
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence, Word
from naungan.engine.prose.word_list import words_in
from naungan.lib.regions import by_code, lies_in


Weight = Literal["jurisdiction", "prosecution", "dateline", "branch", "bare"]

_SIGNS: Final = {
    "provinsi": words_in(
        "provinsi propinsi prov gubernur wagub pemprov pemprop sekdaprov sekprov setdaprov"
    ),
    "kabupaten": words_in("kabupaten kab bupati wabup pemkab sekdakab setdakab"),
    "kota": words_in(
        "kota pemkot pemko walikota wawali wawalkot sekdako sekdakot setdako setdakot"
    ),
}
_ADDRESS: Final = re.compile(
    r"\bdi\s+(?:[\w-]*hotel|aula|gedung|ballroom|resto\w*|rumah\s+makan|balai|pendopo|ruang|auditorium)\b[^.;,]{0,60},\s*$|"
    r"\b(?:jl|jln|jalan)\b[^;]{0,60},\s*(?:kecamatan [\w ]+,\s*)?$",
    re.IGNORECASE,
)
_JOINS: Final = ("dan", "maupun", "serta", "&")
_OWN_NAME: Final = re.compile(
    r"(?P<full>(?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+) \((?P<short>[A-Z][a-z]{2,11})\)"
)
_LEVEL_OF: Final = {"provinsi": "provinsi", "kabupaten": "kabupaten", "kota": "kota"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name with what stood before it: a level, an office, or nothing."""

    place: Place
    level: str
    weight: Weight
    sentence: Sentence
    words: Quoted
    inside: bool = False


def mentions_in(report: Report) -> list[Mention]:
    """Return every mention of a place in order, the dateline last."""
    found = [m for sentence in report.sentences for m in _mentions(report, sentence)]
    own = _own_names(report)
    return [*(_renamed(mention, own) for mention in found), *_of_dateline(report)]


def lies_inside(inner: Mention, outer: Mention) -> bool:
    """Tell whether one place, by what it may mean, lies in another."""
    return any(
        one != other and lies_in(one, other)
        for one in inner.place.codes
        for other in outer.place.codes
    )


def _own_names(report: Report) -> dict[str, Place]:
    """Read the short names a report gives: "Murung Raya (Mura)" is no Musi Rawas."""
    found: dict[str, Place] = {}
    for match in _OWN_NAME.finditer(report.body):
        words = Sentence(match["full"], 0, -1, -1).words
        for at in range(len(words)):
            place = place_at(words, at)
            if place and place.last == len(words) - 1 and place.codes:
                found.setdefault(match["short"].lower(), place)
                break
    return found


def _renamed(mention: Mention, own: dict[str, Place]) -> Mention:
    place = own.get(mention.place.name.lower())
    if place is None or place.name == mention.place.name:
        return mention
    return replace(mention, place=replace(mention.place, codes=place.codes))


def _of_dateline(report: Report) -> list[Mention]:
    """Read the town a report was sent from: all there is when no office names more."""
    sent = sent_from(report.dateline.places)
    line = Sentence(sent.title(), 0, -1, -1)
    place = place_at(line.words, 0)
    if place is None or not place.codes:
        return []
    return [Mention(place, "", "dateline", line, Quoted(sent, 0))]


def _mentions(report: Report, sentence: Sentence) -> Iterator[Mention]:
    words = sentence.words
    at, before = 0, None
    while at < len(words):
        made = _mention(report, sentence, words, at)
        if made is None:
            at += 1
            continue
        mention, last = made
        if mention.weight == "bare" and before and _is_joined(words, at, before):
            mention = replace(mention, level=before.level, weight=before.weight)
        inside = before is not None and _lies_behind(before, mention, at)
        yield Mention(
            mention.place,
            mention.level,
            mention.weight,
            sentence,
            mention.words,
            inside,
        )
        before = mention
        at = last + 1


def _is_joined(words: tuple[Word, ...], at: int, before: Mention) -> bool:
    """Tell whether a bare name goes on with a list: "Kabupaten Buru maupun Buru Selatan"."""
    gap = words[before.place.last + 1 : at]
    if before.weight != "jurisdiction" or len(gap) not in (1, 2):
        return False
    return gap[-1].low in _JOINS or _is_listed(words, at, before, gap)


def _is_listed(
    words: tuple[Word, ...], at: int, before: Mention, gap: tuple[Word, ...]
) -> bool:
    """Tell "Kabupaten Pati, Kudus, dan Blora" from "Kabupaten Sigi, Sulteng"."""
    place = place_at(words, at)
    if place is None or len(gap) != 1 or gap[0].text != "," or is_province(place):
        return False
    after = place.last + 1
    goes_on = after < len(words) and (
        words[after].text == "," or words[after].low in _JOINS
    )
    return goes_on and before.level in ("kabupaten", "kota")


def _mention(
    report: Report, sentence: Sentence, words: tuple[Word, ...], at: int
) -> tuple[Mention, int] | None:
    office = institution_at(words, at)
    if office and office.place:
        level = office.level or _official_level(words, at)
        weight = _weight_of(office.kind, level)
        quote = report.span(words[at], words[office.last])
        return Mention(office.place, level, weight, sentence, quote), office.last
    level, skip = _level_at(words, at)
    place = place_at(words, at + skip)
    if place is None or (level and not skip):
        return None
    if not level and at and _is_for_area(words, at) and is_province(place):
        level = "provinsi"  # "untuk wilayah Sulawesi Tengah"
    named: Weight = "jurisdiction" if level else "bare"
    start = words[at].start - sentence.start
    if level and _ADDRESS.search(sentence.text[:start]):
        named = "dateline"  # where the room is, not whom the event is about
    quote = report.span(words[at], words[place.last])
    return Mention(place, level, named, sentence, quote), place.last


def _weight_of(kind: str, level: str) -> Weight:
    if kind == "bpjs":
        return "branch"
    if kind in ("prosecution_district", "prosecution_province"):
        return "prosecution"
    return (
        "jurisdiction"
        if level or kind in ("service", "agency", "setda", "local")
        else "bare"
    )


def _official_level(words: tuple[Word, ...], at: int) -> str:
    return _level_word(words[at].low)


def _level_at(words: tuple[Word, ...], at: int) -> tuple[str, int]:
    """Return the level that stands before a place, and how many words it takes."""
    if words[at].low == "wali" and at + 1 < len(words) and words[at + 1].low == "kota":
        return "kota", 2
    if words[at].low == "sekda" and at + 1 < len(words) and place_at(words, at + 1):
        return _level_of_codes(place_at(words, at + 1)), 1
    level = _level_word(words[at].low)
    skip = 1 if level else 0
    if skip and at + 1 < len(words) and words[at + 1].low in ("administrasi", "adm"):
        skip = 2
    return level, skip


def _is_for_area(words: tuple[Word, ...], at: int) -> bool:
    """Tell "untuk wilayah X" from "di wilayah X, kali ini Y"."""
    return (
        at > 1
        and words[at - 1].low == "wilayah"
        and words[at - 2].low in ("untuk", "bagi", "tingkat")
    )


def is_province(place: Place) -> bool:
    """Tell whether a place is one province and nothing else."""
    return len(place.codes) == 1 and len(place.codes[0]) == 2


def _level_of_codes(place: Place | None) -> str:
    codes = place.codes if place else ()
    region = by_code(codes[0]) if len(codes) == 1 else None
    return _LEVEL_OF.get(region.kind, "") if region else "kabupaten"


def _level_word(word: str) -> str:
    return next((level for level, signs in _SIGNS.items() if word in signs), "")


def _lies_behind(before: Mention, mention: Mention, at: int) -> bool:
    """Tell whether a place only says where the one before it lies."""
    gap = at - before.place.last
    if gap > 2 or mention.weight not in ("jurisdiction", "bare"):
        return False
    return lies_inside(before, mention)
