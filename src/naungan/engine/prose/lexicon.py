"""The words that reading knows: offices, places, units, verbs; data beside, not code."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from naungan.engine.prose.page.sentences import Word
from naungan.lib.edit_distance import distance
from naungan.lib.regions import within


LONG: Final = 9  # letters from which a slip of the pen leaves a word knowable
# "Penyelenggaraan", "Kepegawaian": the noun of an act is no name; names end in -wan.
_ACT: Final = re.compile(r"(?=.{9})(?:pe|ke)[a-z]+(?<![wm])an$")
_FOLDER: Final = Path(__file__).with_name("words")
# "Dispermades", "Dinsosnaker": services of a region by the syllables of their names.
_SERVICE: Final = re.compile(
    r"di[sn](?:permas|permades|naker|trans|perin|sos|dukcapil|dik|kes|hub|kominfo|kop|par|pora|perkim|tan|nak|pang|bun|lut|kan|lh|pmd|arpus|bud|dalduk)[a-z]{0,12}$"
)
# "Kadishub", "Sekdinsos": who leads or keeps such a service, in one word with it.
_HEAD: Final = re.compile(
    r"(?:ka|sek|wakil ka)di[sn](?:naker|trans|perin|sos|dukcapil|dik|kes|hub|kominfo|kop|par|pora|perkim|tan|nak|pang|bun|lut|kan|lh|pmd|arpus|bud|dalduk|permas|permades|pend|perind|lhk|pupr)[a-z]{0,14}$"
)
Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return one file of words by its name."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def phrases_of(groups: dict[str, list[str]]) -> Phrases:
    """Index phrases by their first word, longest first, each with its group."""
    found: Phrases = {}
    for group, phrases in groups.items():
        for phrase in phrases:
            parts = tuple(phrase.lower().split())
            found.setdefault(parts[0], []).append((parts, group))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def match_phrase(
    words: tuple[Word, ...], at: int, phrases: Phrases
) -> tuple[int, str] | None:
    """Return how many words a known phrase takes here and its group, longest first."""
    for parts, group in phrases.get(words[at].low, ()) if at < len(words) else ():
        taken = words[at : at + len(parts)]
        if len(taken) == len(parts) and all(
            word.low == part for word, part in zip(taken, parts, strict=True)
        ):
            return len(parts), group
    return None


@cache
def office_words() -> frozenset[str]:
    """Return the words that may stand inside a position or the name of an office."""
    return frozenset(lexicon("offices")["complements"]["words"].split())


@lru_cache(maxsize=4096)
def is_office_word(word: str) -> bool:
    """Tell whether a word may stand in a position; one slip in a long one is let pass."""
    if word in office_words():
        return True
    if _SERVICE.match(word) or (_ACT.match(word) and word not in _region_words()):
        return True
    return len(word) >= LONG and any(
        abs(len(known) - len(word)) <= 1 and distance(known, word) == 1
        for known in office_words()
        if len(known) >= LONG
    )


@cache
def office_head(word: str) -> bool:
    """Tell whether one word is the head of a named service: "Kadisnakerin"."""
    return bool(_HEAD.match(word))


@cache
def _region_words() -> frozenset[str]:
    """Return the words of the names of regions: "Pekalongan" is no act."""
    levels = [*within(None, "province"), *within(None, "regency")]
    return frozenset(word for one in levels for word in one.name.lower().split())


def any_of(words: Iterable[str]) -> str:
    """Join words into alternatives of a pattern, longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
