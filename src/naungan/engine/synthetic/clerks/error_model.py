"""How often which mistakes befall written rows: two models of clerks.

A mistake befalls a row, not a person. `KINDS` gives every kind its bit; a model
is a rate per kind and, for model b, how careless each sender is. Model a is
what the engine is tuned on. Model b, which tuning never sees, mixes other
kinds: misread scans, spelling by ear, nicknames, lists without birth dates,
and errors that come together because one clerk made them all.
"""

from dataclasses import dataclass, replace

import numpy as np

from naungan.engine.synthetic.draws import (
    F64,
    I64,
    Bools,
    choose,
    cumulated,
    happens,
    uniform,
)
from naungan.lib.errors import InputRefused


RATES_A: dict[str, float] = {
    "nik_of_other": 0.008,
    "nik_substituted": 0.02,
    "nik_transposed": 0.01,
    "nik_misread": 0.0,
    "nik_rounded": 0.008,
    "nik_truncated": 0.004,
    "nik_missing": 0.06,
    "name_dropped": 0.04,
    "name_nickname": 0.0,
    "name_typo": 0.04,
    "name_variant": 0.07,
    "name_heard": 0.0,
    "name_misread": 0.0,
    "name_initial": 0.02,
    "name_swapped": 0.015,
    "name_joined": 0.012,
    "name_added": 0.012,
    "name_titled": 0.03,
    "birth_swapped": 0.008,
    "birth_year_off": 0.01,
    "birth_year_turned": 0.0,
    "birth_near": 0.0,
    "birth_defaulted": 0.01,
    "birth_year_only": 0.008,
    "birth_missing": 0.03,
    "sex_wrong": 0.005,
    "village_moved": 0.02,
    "village_missing": 0.01,
    "employer_missing": 0.04,
    "repeated": 0.02,
}
RATES_B: dict[str, float] = {
    **RATES_A,
    "nik_of_other": 0.012,
    "nik_substituted": 0.006,
    "nik_transposed": 0.004,
    "nik_misread": 0.022,
    "nik_missing": 0.05,
    "name_dropped": 0.025,
    "name_nickname": 0.02,
    "name_typo": 0.012,
    "name_variant": 0.03,
    "name_heard": 0.05,
    "name_misread": 0.03,
    "name_initial": 0.03,
    "name_joined": 0.02,
    "birth_swapped": 0.004,
    "birth_year_off": 0.004,
    "birth_year_turned": 0.006,
    "birth_near": 0.012,
    "birth_defaulted": 0.015,
    "birth_missing": 0.02,
    "sex_wrong": 0.01,
    "repeated": 0.03,
}
MODELS = {"a": RATES_A, "b": RATES_B}
KINDS = tuple(RATES_A)
BIT = {kind: 1 << place for place, kind in enumerate(KINDS)}
NAME_KINDS = tuple(kind for kind in KINDS if kind.startswith("name_"))
MEMBERS_SCALE = 0.4
CLERKS = cumulated([0.55, 0.30, 0.15])
CARELESSNESS = np.array([0.4, 1.0, 3.2])
UNDATED_LISTS, NUMBERLESS_LISTS = 0.07, 0.03
MISSING = -1
BRANCH = -1


@dataclass(frozen=True)
class Cells:
    """Cells of rows about to be written; `key` names each row for the draws.

    `nik` is MISSING or a number (15 digits when truncated); `born` counts days,
    `born_known` says how much of it is written: 0 nothing, 1 the year, 2 all.
    `care` multiplies the rates of a row; `kinds` holds the bits of the mistakes
    made so far.
    """

    key: I64
    nik: I64
    born: I64
    born_known: I64
    women: Bools
    village: I64
    care: F64
    kinds: I64

    def marked(self, rows: I64, kind: str) -> "Cells":
        """Note that a kind of mistake was made in these rows."""
        kinds = self.kinds.copy()
        kinds[rows] |= BIT[kind]
        return replace(self, kinds=kinds)


def rates_for(
    model: str, chosen: dict[str, float], scale: float = 1.0
) -> dict[str, float]:
    """Give the rate of every kind, with the user's own rates on top.

    Raises InputRefused for a model or kind that does not exist, or a rate
    outside 0..1.
    """
    if model not in MODELS:
        msg = f"Model kesalahan “{model}” tidak dikenal; pilih a atau b."
        raise InputRefused(msg)
    for kind, rate in chosen.items():
        if kind not in BIT:
            known = ", ".join(KINDS)
            msg = f"Jenis kesalahan “{kind}” tidak dikenal; pilih dari: {known}."
            raise InputRefused(msg)
        if not 0 <= rate <= 1:
            msg = f"Laju “{kind}={rate}” harus di antara 0 dan 1."
            raise InputRefused(msg)
    usual = {kind: rate * scale for kind, rate in MODELS[model].items()}
    return {**usual, **chosen}


def care_of(model: str, seed: int, senders: I64) -> F64:
    """Say how careless each sender is: one for all in model a, by clerk in b."""
    if model == "a":
        return np.ones(len(senders))
    drawn = CARELESSNESS[choose(CLERKS, uniform(seed, "clerk", senders))]
    return np.where(senders == BRANCH, 1.0, drawn)


def without_columns(model: str, seed: int, senders: I64) -> tuple[Bools, Bools]:
    """Say which senders' lists have no birth dates, and which no NIKs at all."""
    if model == "a":
        none = np.zeros(len(senders), dtype=np.bool_)
        return none, none
    listed = senders != BRANCH
    return (
        listed & happens(seed, "undated list", senders, UNDATED_LISTS),
        listed & happens(seed, "numberless list", senders, NUMBERLESS_LISTS),
    )


def befallen(seed: int, kind: str, cells: Cells, rates: dict[str, float]) -> I64:
    """List the rows a kind of mistake befalls."""
    if not rates[kind]:
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(happens(seed, kind, cells.key, rates[kind] * cells.care))
