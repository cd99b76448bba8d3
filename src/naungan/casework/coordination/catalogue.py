"""What a meeting is spoken of in: each catalogue a file of codes with their words.

A word says where it comes from and how surely it was read: VERIFIED in the text,
SINGLE in one place alone, MEMORY from memory, CUSTOM where it is how offices speak. An office adds words
of its own in `NAUNGAN_HOME/catalogues/<name>.toml`; it cannot take any away.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from naungan.lib.errors import InputRefused


FOLDER: Final = Path(__file__).with_name("catalogues")
CONFIDENCES: Final = ("VERIFIED", "SINGLE", "MEMORY", "CUSTOM")
NAMES: Final = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
"""Every catalogue that there is."""


@dataclass(frozen=True)
class Word:
    """One entry of a catalogue: its code, its words, and where they come from.

    `of` holds what single catalogues say besides, such as who is charged with a duty.
    """

    code: str
    id: str
    en: str
    source: str
    confidence: str
    of: Mapping[str, Any] = field(default_factory=dict)

    def label(self, language: str = "id") -> str:
        """Give the words in a language."""
        return self.en if language == "en" else self.id


def words(name: str) -> dict[str, Word]:
    """Give the entries of a catalogue by their code, in their order."""
    own = Path(settings.HOME.path) / "catalogues" / f"{name}.toml"
    return joined(own, _shipped(name)) if own.exists() else _shipped(name)


def joined(own: Path, shipped: dict[str, Word]) -> dict[str, Word]:
    """Add an office's own words behind the shipped ones, which stay as they are."""
    return {**shipped, **read(own), **shipped}


def label(name: str, code: str, language: str = "id") -> str:
    """Give the words of a code; the code itself where an office took a word away."""
    found = words(name).get(code)
    return found.label(language) if found else code


@cache
def _shipped(name: str) -> dict[str, Word]:
    return read(FOLDER / f"{name}.toml")


def read(path: Path) -> dict[str, Word]:
    """Read a catalogue; refuse an entry that is not whole, with its place."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return {code: _word(path, code, given) for code, given in content.items()}


def _word(path: Path, code: str, given: dict[str, Any]) -> Word:
    rest = dict(given)
    try:
        named = [rest.pop(name) for name in ("id", "en", "source", "confidence")]
    except KeyError as missing:
        raise InputRefused(f"{path}: {code} tanpa {missing}.") from missing
    if named[3] not in CONFIDENCES:
        raise InputRefused(f"{path}: {code} dengan keyakinan {named[3]}.")
    words, english, source, confidence = named
    return Word(code, words, english, source, confidence, of=rest)
