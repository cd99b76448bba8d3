"""What a region calls its villages, councils and districts; words in place names.

The data with sources and confidence are in region_words.toml. The most precise
entry wins: a regency's before its province's before the default.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from naungan.lib.regions import Code, Level, by_code, code_number, dotted


@dataclass(frozen=True, slots=True)
class LocalWords:
    """The local words for a village, its council (BPD) and a district."""

    village: str
    council: str
    district: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Prefixes of place names by level, what kind they name, and abbreviations."""

    sure: dict[str, Level]
    maybe: dict[str, Level]
    meaning: dict[str, str]
    words: dict[str, str]
    also: dict[str, list[str]]


def local_words(code: Code) -> LocalWords:
    """Return the words used in the regency or province of a code, old codes too."""
    number = code_number(code)
    text = dotted(number) if number else ""
    entries = _local_entries()
    merged = dict(entries[""])
    for around in (text[:2], text[:5]):
        merged |= entries.get(around, {})
    return LocalWords(**merged)


def village_word(code: Code) -> str:
    """Return what a village is called: "pekon", "nagari" … or "kelurahan"."""
    region = by_code(code)
    if region and region.level == "village" and region.kind == "kelurahan":
        return "kelurahan"
    return local_words(code).village


@cache
def place_words() -> PlaceWords:
    """Return the words by which place names are read."""
    kinds = _data()["kinds"]
    return PlaceWords(
        sure={word: level for level, words in kinds["sure"].items() for word in words},
        maybe={word: level for level, ws in kinds["maybe"].items() for word in ws},
        meaning=kinds["meaning"],
        words=_data()["words"],
        also=_data()["also"],
    )


@cache
def _local_entries() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {"": _data()["default"]}
    for entry in _data()["local"]:
        words = {name: value for name, value in entry.items() if name != "regions"}
        found |= dict.fromkeys(entry["regions"], words)
    return found


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
