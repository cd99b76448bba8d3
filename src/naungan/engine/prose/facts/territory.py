"""Which regions a report is about, among the places it names."""

import re
from typing import Final

from naungan.engine.prose.draft import Quoted, Territory
from naungan.engine.prose.facts.mentions import (
    Mention,
    is_province,
    lies_inside,
    mentions_in,
)
from naungan.engine.prose.page.report import Report
from naungan.lib.regions import by_code


_FIGURE: Final = re.compile(r"\d[\d.,]*\s*(?:%|persen)", re.IGNORECASE)
# What another region has reached is only held against this one.
_COMPARED: Final = re.compile(
    r"\b(?:ketimbang|dibanding\w*|seperti|sebagaimana|misalnya|menyusul|setelah)\s+(?:dengan\s+)?$",
    re.IGNORECASE,
)
# A governor who came, and no rule of one.
_ACTING: Final = re.compile(
    r"(?:wakil\s+)?gubernur|wagub|pemprov|pemprop|pemerintah\s+(?:provinsi|daerah\s+provinsi)|sekdaprov",
    re.IGNORECASE,
)
_OF_RULE: Final = re.compile(
    r"\b(?:peraturan|keputusan|instruksi|edaran|surat|arahan|visi)\s+(?:\([^)]*\)\s*)?$",
    re.IGNORECASE,
)
_COMING: Final = re.compile(
    r"\b(?:diikuti|meliputi|di\s?undang|mengundang|dihadiri|dilaksanakan\s+bersama|digelar\s+bersama)\b(?![^.]*\bsementara\b)",
    re.IGNORECASE,
)
_LEAD: Final = 3
_OFTEN: Final = 3  # bare mentions that say more than where a report was sent from


def read_regions(report: Report) -> tuple[Territory, ...]:
    """Return the regions of the event, the first named first."""
    mentions = mentions_in(report)
    found: dict[str, Quoted] = {}
    for mention in _chosen(report, mentions):
        code = _code(mention, mentions)
        if code:
            found.setdefault(code, mention.words)
    return tuple(_territory(code, words) for code, words in found.items())


def _chosen(report: Report, mentions: list[Mention]) -> list[Mention]:
    plain = [one for one in mentions if not one.inside]
    jurisdictions = [one for one in plain if one.weight == "jurisdiction"]
    lead = [
        one
        for one in plain
        if one.weight in ("jurisdiction", "prosecution") and _leads(report, one)
    ]
    lead = [one for one in lead if not _is_above(one, lead)]
    lead = [one for one in lead if not _only_holds(one, lead, plain)]
    lead += [one for one in jurisdictions if _takes_part(one, jurisdictions, lead)]
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
        lies_inside(other, mention)
        for other in others
        if other.weight == "jurisdiction"
    )


def _only_holds(mention: Mention, lead: list[Mention], plain: list[Mention]) -> bool:
    """Tell whether a province is named because the regency of the event lies in it."""
    acts = _ACTING.match(mention.words.surface) and not _OF_RULE.search(
        mention.sentence.text[: mention.words.start - mention.sentence.start]
    )
    if not is_province(mention.place) or _is_measured(mention) or acts:
        return False
    return any(
        _times(one, plain) > _times(mention, plain)
        for one in lead
        if one.weight == "jurisdiction" and lies_inside(one, mention)
    )


def _takes_part(
    mention: Mention, jurisdictions: list[Mention], lead: list[Mention]
) -> bool:
    """Tell whether a region stands in a list of those that came: "diikuti A, B, dan C"."""
    before = mention.sentence.text[: mention.words.start - mention.sentence.start]
    if not _COMING.search(before) or _COMPARED.search(before):
        return False
    if any(lies_inside(mention, other) for other in lead):
        return False  # the province held it, for all that lie in it
    beside = {
        other.place.codes
        for other in jurisdictions
        if other.sentence.number == mention.sentence.number
        and (other.level == "provinsi") == (mention.level == "provinsi")
    }
    return len(beside) > 1


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
