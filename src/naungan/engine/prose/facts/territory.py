"""Which regions a report is about, by the offices and levels it names.

A town after "BPJS Ketenagakerjaan Cabang" is where an office stands, not whose
workers are spoken of; "Kabupaten X", "Pemkab X" and "Bupati X" name a jurisdiction.
A province behind a regency ("Kabupaten Sigi, Sulteng") only says where it lies.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from naungan.engine.prose.draft import Quoted, Territory
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
        "kota pemkot pemko walikota wawali wawalkot sekdako sekdakot setdako"
    ),
}
_ADDRESS: Final = re.compile(
    r"\b(?:jl|jln|jalan)\b[^;]{0,60},\s*(?:kecamatan [\w ]+,\s*)?$", re.IGNORECASE
)
_FIGURE: Final = re.compile(r"\d[\d.,]*\s*(?:%|persen)", re.IGNORECASE)
# What another region has reached is only held against this one.
_COMPARED: Final = re.compile(
    r"\b(?:ketimbang|dibanding\w*|seperti|sebagaimana|misalnya|menyusul|setelah)\s+(?:dengan\s+)?$",
    re.IGNORECASE,
)
_OWN_NAME: Final = re.compile(
    r"(?P<full>(?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+) \((?P<short>[A-Z][a-z]{2,11})\)"
)
_LEVEL_OF: Final = {"provinsi": "provinsi", "kabupaten": "kabupaten", "kota": "kota"}
_LEAD: Final = 3
_OFTEN: Final = 3  # bare mentions that say more than where a report was sent from


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name with what stood before it: a level, an office, or nothing."""

    place: Place
    level: str
    weight: Weight
    sentence: Sentence
    words: Quoted
    inside: bool = False


def read_regions(report: Report) -> tuple[Territory, ...]:
    """Return the regions of the event, the first named first."""
    mentions = [m for sentence in report.sentences for m in _mentions(report, sentence)]
    own = _own_names(report)
    mentions = [_renamed(mention, own) for mention in mentions]
    mentions += _of_dateline(report)
    found: dict[str, Quoted] = {}
    for mention in _chosen(report, mentions):
        code = _code(mention, mentions)
        if code:
            found.setdefault(code, mention.words)
    return tuple(_territory(code, words) for code, words in found.items())


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
    joins = ("dan", "maupun", "serta", "&")
    return (
        before.weight == "jurisdiction" and len(gap) in (1, 2) and gap[-1].low in joins
    )


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
    if not level and at and _is_for_area(words, at) and _is_province(place):
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


def _is_province(place: Place) -> bool:
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
    pairs = (
        (inner, outer) for inner in before.place.codes for outer in mention.place.codes
    )
    return any(inner != outer and lies_in(inner, outer) for inner, outer in pairs)


def _chosen(report: Report, mentions: list[Mention]) -> list[Mention]:
    plain = [one for one in mentions if not one.inside]
    jurisdictions = [one for one in plain if one.weight == "jurisdiction"]
    lead = [
        one
        for one in plain
        if one.weight in ("jurisdiction", "prosecution") and _leads(report, one)
    ]
    lead = [one for one in lead if not _is_above(one, lead)]
    measured = [
        one
        for one in jurisdictions
        if _is_measured(one) and (not lead or _is_beside_figure(one))
    ]
    repeated = [one for one in jurisdictions if _times(one, jurisdictions) > 1]
    whole = (
        _in_order([*lead, *measured])
        or _in_order(repeated)
        or _in_order(jurisdictions)[:1]
    )
    if whole:
        return whole
    bare = [one for one in plain if one.weight == "bare"]
    often = [one for one in bare if _times(one, bare) >= _OFTEN]
    if often and not any(one.weight == "prosecution" for one in plain):
        return often[:1]
    for weight in ("prosecution", "dateline", "bare", "branch"):
        weak = [one for one in plain if one.weight == weight]
        if weak:
            return weak[:1]
    return []


def _is_above(mention: Mention, others: list[Mention]) -> bool:
    """Tell whether prosecutors of a province acted for a regency that is named."""
    return mention.weight == "prosecution" and any(
        inner != outer and lies_in(inner, outer)
        for other in others
        if other.weight == "jurisdiction"
        for inner in other.place.codes
        for outer in mention.place.codes
    )


def _leads(report: Report, mention: Mention) -> bool:
    return mention.sentence.number - report.told[0].number < _LEAD


def _is_measured(mention: Mention) -> bool:
    text = mention.sentence.text
    before = text[: mention.words.start - mention.sentence.start]
    return bool(_FIGURE.search(text)) and not _COMPARED.search(before)


def _is_beside_figure(mention: Mention) -> bool:
    """Tell whether the figure stands in the same part of the sentence as the place."""
    text, at = mention.sentence.text, mention.words.start - mention.sentence.start
    begins = text.rfind(", ", 0, at) + 1
    return bool(_FIGURE.search(re.split(r",\s", text[begins + 1 :])[0]))


def _times(mention: Mention, mentions: list[Mention]) -> int:
    return sum(other.place.codes == mention.place.codes for other in mentions)


def _in_order(mentions: list[Mention]) -> list[Mention]:
    return sorted(
        {id(one): one for one in mentions}.values(), key=lambda one: one.words.start
    )


def _code(mention: Mention, mentions: list[Mention]) -> str | None:
    """Return the one code a mention means; its level or other mentions may settle it."""
    codes = _of_level(mention.place.codes, mention.level)
    if len(codes) > 1:
        levels = {
            m.level
            for m in mentions
            if m.level and m.place.codes == mention.place.codes
        }
        if not levels:
            levels = {
                level for m in mentions if (level := m.level) in ("kabupaten", "kota")
            }
        settled = _of_level(codes, next(iter(levels))) if len(levels) == 1 else codes
        codes = settled if len(settled) == 1 else codes
    if len(codes) > 1 and not mention.level and len(codes[0]) == 2:
        return codes[0]  # a bare "Jambi" is first of all the province
    return codes[0] if len(codes) == 1 else None


def _of_level(codes: tuple[str, ...], level: str) -> tuple[str, ...]:
    if not level:
        return codes
    return tuple(
        code for code in codes if (region := by_code(code)) and region.kind == level
    ) or (codes if len(codes) == 1 else ())


def _territory(code: str, words: Quoted) -> Territory:
    region = by_code(code)
    assert region is not None  # codes come from the table of regions
    name = f"Provinsi {region.name}" if region.kind == "provinsi" else region.name
    return Territory(name, region.kind, code, words)
