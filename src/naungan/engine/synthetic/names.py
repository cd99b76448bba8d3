"""Names of invented people: rare and common as names are, fitting sex and place.

The corpora stand in `names.toml`. Each pool is ranked and drawn with Zipf's law,
so that a match on a rare name says more than one on a common name.
"""

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from naungan.engine.synthetic.draws import (
    F64,
    I64,
    Bools,
    choose,
    cumulated,
    uniform,
    zipf,
)


NONE = -1
SLOTS = ("before", "first", "second", "third")
MODERN_SINCE = 5479  # days from 1970-01-01 to 1985-01-01


@dataclass(frozen=True)
class Corpus:
    """All words once, and for every pool its words and their weights."""

    words: list[str]
    members: dict[str, I64]
    weights: dict[str, F64]
    cultures: dict[str, dict[str, Any]]
    provinces: dict[str, dict[str, float]]

    def index(self, word: str) -> int:
        """Find the number of a word that is known to exist."""
        return self.words.index(word)


def _pool_words(pool: dict[str, list[str]]) -> list[str]:
    """List the words of a pool by rank, invented combinations last."""
    made = [
        stem + ending
        for total in range(len(pool.get("stems", [])) + len(pool.get("endings", [])))
        for i, stem in enumerate(pool.get("stems", []))
        for j, ending in enumerate(pool["endings"])
        if i + j == total
    ]
    return list(dict.fromkeys([*pool["words"], *made]))


@functools.cache
def corpus() -> Corpus:
    """Load the words of all pools."""
    text = resources.files("naungan.engine.synthetic").joinpath("names.toml")
    data = tomllib.loads(text.read_text(encoding="utf-8"))
    pools = {name: _pool_words(pool) for name, pool in data["pools"].items()}
    words = list(dict.fromkeys(w for pool in pools.values() for w in pool))
    number = {word: i for i, word in enumerate([*words, "I", "Ni"])}
    return Corpus(
        words=list(number),
        members={
            name: np.array([number[w] for w in pool], dtype=np.int64)
            for name, pool in pools.items()
        },
        weights={name: zipf(len(pool), 1.05) for name, pool in pools.items()},
        cultures=data["cultures"],
        provinces=data["provinces"],
    )


def _cultures_of(province: int) -> tuple[list[str], F64]:
    shares = corpus().provinces
    here = shares.get(str(province), shares["default"])
    return list(here), cumulated(list(here.values()))


def _word(seed: int, slot: str, people: I64, pool: str) -> I64:
    known = corpus()
    drawn = uniform(seed, f"name {slot}", people)
    return known.members[pool][choose(known.weights[pool], drawn)]


def _write(
    seed: int, people: I64, young: Bools, culture: dict[str, Any], sex: str, out: I64
) -> None:
    """Fill the word numbers of people of one culture and sex into `out`."""
    before = culture.get(f"before_{sex}")
    out[:, 0] = corpus().index(before) if before else NONE
    length = choose(cumulated(culture["lengths"]), uniform(seed, "name length", people))
    modern = young & (uniform(seed, "modern name", people) < culture["modern"] * 2)
    for slot, pool in enumerate(culture[sex], start=1):
        used = length + 1 >= slot
        drawn = _word(seed, SLOTS[slot], people, pool)
        if culture["modern"]:
            new = _word(seed, SLOTS[slot], people, f"modern_{sex}")
            drawn = np.where(modern, new, drawn)
        out[:, slot] = np.where(used, drawn, NONE)


def name_words(seed: int, people: I64, women: Bools, born: I64, province: int) -> I64:
    """Draw the word numbers of people's names: four slots each, -1 for none."""
    cultures, shares = _cultures_of(province)
    culture = choose(shares, uniform(seed, "culture", people))
    young = born >= MODERN_SINCE
    out = np.full((len(people), len(SLOTS)), NONE, dtype=np.int64)
    for number, name in enumerate(cultures):
        for sex, of_sex in (("m", ~women), ("f", women)):
            who = np.flatnonzero((culture == number) & of_sex)
            part = np.empty((len(who), len(SLOTS)), dtype=np.int64)
            _write(seed, people[who], young[who], corpus().cultures[name], sex, part)
            out[who] = part
    out[:, 3] = np.where(out[:, 3] == out[:, 2], NONE, out[:, 3])
    return out


@functools.cache
def _vocabulary() -> pa.Array:
    return pa.array(corpus().words)


def spell(words: I64) -> pa.Array:
    """Write names out of their word numbers, as an Arrow array of text."""
    columns = [
        _vocabulary().take(pa.array(words[:, slot], mask=words[:, slot] == NONE))
        for slot in range(words.shape[1])
    ]
    return pc.binary_join_element_wise(*columns, " ", null_handling="skip")
