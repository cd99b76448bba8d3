"""What the engine says of files and of its steps, in English: by sentence, with values.

The sentences stand in `english.toml`; what is not there stays as it was said. The
workbook that goes back to its sender is Indonesian always.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final


TABLE: Final = Path(__file__).with_suffix(".toml")
PLACE: Final = re.compile(r"\{\*?\}")
WHOLE: Final = "{*}"
MARKS: Final = {"“{}”": "“([^“”]*)”", "{}": "(.+?)", WHOLE: "(.+)"}
FAULTS: Final = re.compile(r"(?<=[.;]) (?=kolom “|isi salah satu: )")
SENTENCES: Final = re.compile(r"(?<=\.) (?=[A-Z“])")


def in_english(said: str) -> str:
    """Say something of a file in English, as far as it is known."""
    return "\n".join(_read(line) or line for line in said.split("\n"))


def is_known(said: str) -> bool:
    """Tell whether every part of a message has its English."""
    return _read(said) is not None


def _read(said: str) -> str | None:
    """Translate one message; None where a part of it is not known."""
    text = " ".join(said.split())
    for pattern, english in _sentences():
        found = pattern.fullmatch(text)
        if found is not None:
            filled = _filled(english, found.groups())
            if filled is not None:
                return filled
    for border in (FAULTS, SENTENCES):
        parts = border.split(text)
        read = [_read(part) for part in parts] if len(parts) > 1 else [None]
        if None not in read:
            return " ".join(part for part in read if part)
    return None


def _filled(english: str, values: tuple[str, ...]) -> str | None:
    """Put values into their places; None where a sentence among them is not known."""
    left = iter(values)
    parts = []
    last = 0
    for place in PLACE.finditer(english):
        value = next(left)
        read = _read(value) if place.group() == WHOLE else value
        if read is None:
            return None
        parts += [english[last : place.start()], read]
        last = place.end()
    return "".join([*parts, english[last:]])


@cache
def _sentences() -> list[tuple[re.Pattern[str], str]]:
    """Read the table: the sentences with the most words of their own come first."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    ordered = sorted(table.items(), key=lambda pair: -len(PLACE.sub("", pair[0])))
    return [(_pattern(said), english) for said, english in ordered]


def _pattern(said: str) -> re.Pattern[str]:
    parts = re.split(r"(“\{\}”|\{\*?\})", said)
    return re.compile("".join(MARKS.get(part) or re.escape(part) for part in parts))
