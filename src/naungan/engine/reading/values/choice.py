"""Words of the vocabulary, in any of their spellings."""

import re
from functools import cache

from naungan.engine.format import Column, fold
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    blank_or_lost,
    same,
)
from naungan.lib.sql_text import listed


SHORTEST_WORD = 3

_WORD = re.compile(r"[^\W_]+")


def _odd(cell: str, column: Column, _setting: Setting) -> str:
    return f"{cell} NOT IN ({listed(column.choices)})"


@cache
def _meanings(choices: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    found = {fold(word): word for word, _ in choices}
    for word, spellings in choices:
        for spelling in spellings:
            found.setdefault(fold(spelling), word)
    return found


def _read(text: str, column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    meanings = _meanings(tuple(column.choices.items()))
    word = meanings.get(fold(text))
    if word is None and column.otherwise:
        word = _word_within(text, meanings) or column.otherwise
    if word is None:
        known = ", ".join(spoken_words(column))
        return Reading((None,), f"“{text.strip()}” tidak dikenal; pakai {known}.")
    return Reading((word,))


def spoken_words(column: Column) -> list[str]:
    """Return the words of a column's vocabulary as offices write them."""
    return [_spoken(*choice) for choice in column.choices.items()]


def _spoken(word: str, spellings: tuple[str, ...]) -> str:
    """Say a word as offices write it; "PU" is one of theirs, "micro" is ours."""
    return word if word.isupper() and len(word) > 1 else (*spellings, word)[0]


def _word_within(text: str, meanings: dict[str, str]) -> str | None:
    """Find a word of the vocabulary inside a longer text: "Petani/Pekebun"."""
    for part in _WORD.findall(text):
        if len(part) >= SHORTEST_WORD and fold(part) in meanings:
            return meanings[fold(part)]
    return None


VALUE = Value(
    types=("VARCHAR",),
    text=Spelling(odd=_odd, clean=same),
    read=_read,
    label="kosakata",
    is_repetitive=True,
)
