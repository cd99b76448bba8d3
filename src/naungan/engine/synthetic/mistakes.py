"""The mistakes of clerks: which kinds there are, how often, and how they are made.

A mistake befalls a written row, not a person. `KINDS` gives every kind its bit;
an error model is a rate per kind. Nothing here ever makes a 16-digit number
outside the invented range: the digit that marks it is never touched.
"""

from dataclasses import dataclass, replace

import numpy as np

from naungan.engine.synthetic.draws import I64, Bools, below, happens
from naungan.lib.errors import InputRefused


RATES_A: dict[str, float] = {
    "nik_substituted": 0.02,
    "nik_transposed": 0.01,
    "nik_missing": 0.06,
    "nik_of_other": 0.008,
    "nik_truncated": 0.004,
    "nik_rounded": 0.008,
    "name_typo": 0.04,
    "name_variant": 0.07,
    "name_dropped": 0.04,
    "name_added": 0.012,
    "name_initial": 0.02,
    "name_titled": 0.03,
    "name_swapped": 0.015,
    "name_joined": 0.012,
    "birth_swapped": 0.008,
    "birth_year_only": 0.008,
    "birth_year_off": 0.01,
    "birth_defaulted": 0.01,
    "birth_missing": 0.03,
    "sex_wrong": 0.005,
    "village_moved": 0.02,
    "village_missing": 0.01,
    "employer_missing": 0.04,
    "repeated": 0.02,
}
KINDS = tuple(RATES_A)
BIT = {kind: 1 << place for place, kind in enumerate(KINDS)}
NAME_KINDS = tuple(kind for kind in KINDS if kind.startswith("name_"))
MEMBERS_SHARE = 0.4
FREE_DIGITS = np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15])
FREE_PAIRS = np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14])
MISSING = -1


@dataclass(frozen=True)
class Cells:
    """Cells of rows about to be written; `key` names each row for the draws.

    `nik` is MISSING or a number (15 digits when truncated); `born` counts days,
    `born_known` says how much of it is written: 0 nothing, 1 the year, 2 all.
    `kinds` holds the bits of the mistakes made so far.
    """

    key: I64
    person: I64
    nik: I64
    born: I64
    born_known: I64
    women: Bools
    village: I64
    kinds: I64


def rates_for(chosen: dict[str, float], scale: float = 1.0) -> dict[str, float]:
    """Give the rate of every kind, with the user's own rates on top.

    Raises InputRefused for a kind that does not exist or a rate outside 0..1.
    """
    for kind, rate in chosen.items():
        if kind not in BIT:
            known = ", ".join(KINDS)
            msg = f"Jenis kesalahan “{kind}” tidak dikenal; pilih dari: {known}."
            raise InputRefused(msg)
        if not 0 <= rate <= 1:
            msg = f"Laju “{kind}={rate}” harus di antara 0 dan 1."
            raise InputRefused(msg)
    usual = {kind: rate * scale for kind, rate in RATES_A.items()}
    return {**usual, **chosen}


def befallen(seed: int, kind: str, cells: Cells, rates: dict[str, float]) -> I64:
    """List the rows a kind of mistake befalls."""
    return np.flatnonzero(happens(seed, kind, cells.key, rates[kind]))


def _marked(cells: Cells, rows: I64, kind: str) -> I64:
    kinds = cells.kinds.copy()
    kinds[rows] |= BIT[kind]
    return kinds


def digit_substituted(seed: int, key: I64, nik: I64) -> I64:
    """Replace one digit of each number by another digit."""
    place = FREE_DIGITS[below(seed, "digit", key, len(FREE_DIGITS))]
    power = 10 ** (15 - place)
    old = nik // power % 10
    new = (old + 1 + below(seed, "new digit", key, 9)) % 10
    new = np.where((place == 0) & (new == 0), 1 + old % 9, new)
    return nik + (new - old) * power


def digits_transposed(seed: int, key: I64, nik: I64) -> I64:
    """Swap two neighbouring digits of each number."""
    power = 10 ** (14 - FREE_PAIRS[below(seed, "pair", key, len(FREE_PAIRS))])
    right, left = nik // power % 10, nik // power // 10 % 10
    return nik + (right - left) * power * 10 + (left - right) * power


def nik_mistakes(seed: int, cells: Cells, rates: dict[str, float], other: I64) -> Cells:
    """Spoil identity numbers; `other` is the NIK of somebody of the household."""
    made = {
        "nik_substituted": digit_substituted,
        "nik_transposed": digits_transposed,
        "nik_rounded": lambda _seed, _key, nik: nik // 10 * 10,
        "nik_truncated": lambda _seed, _key, nik: nik // 10,
        "nik_missing": lambda _seed, _key, nik: np.full(len(nik), MISSING),
    }
    rows = befallen(seed, "nik_of_other", cells, rates)
    nik = cells.nik.copy()
    nik[rows] = other[rows]
    cells = replace(cells, nik=nik, kinds=_marked(cells, rows, "nik_of_other"))
    for kind, make in made.items():
        rows = befallen(seed, kind, cells, rates)
        rows = rows[(cells.nik[rows] >= 10**15) & (cells.kinds[rows] == 0)]
        nik = cells.nik.copy()
        nik[rows] = make(seed, cells.key[rows], nik[rows])
        changed = rows[nik[rows] != cells.nik[rows]]
        cells = replace(cells, nik=nik, kinds=_marked(cells, changed, kind))
    return cells


def _with_date(year: I64, month: I64, day: I64) -> I64:
    """Count days to a date, the last of the month where the day does not exist."""
    start = ((year - 1970) * 12 + month - 1).astype("datetime64[M]")
    last = ((start + 1).astype("datetime64[D]") - start.astype("datetime64[D]")).astype(
        np.int64
    )
    days: I64 = start.astype("datetime64[D]").astype(np.int64)
    return days + np.minimum(day, last) - 1


def _parts(born: I64) -> tuple[I64, I64, I64]:
    moment = born.astype("datetime64[D]")
    month = moment.astype("datetime64[M]")
    months = month.astype(np.int64)
    return (
        months // 12 + 1970,
        months % 12 + 1,
        (moment - month.astype("datetime64[D]")).astype(np.int64) + 1,
    )


def birth_mistakes(seed: int, cells: Cells, rates: dict[str, float]) -> Cells:
    """Spoil birth dates: swapped, a year off, first of January, year only, none."""
    year, month, day = _parts(cells.born)
    step = 1 - 2 * below(seed, "year step", cells.key, 2)
    one = np.ones_like(day)
    choices = {
        "birth_swapped": (_with_date(year, np.minimum(day, 12), month), day <= 12),
        "birth_year_off": (_with_date(year + step, month, day), one == 1),
        "birth_defaulted": (_with_date(year, one, one), one == 1),
    }
    for kind, (wrong, possible) in choices.items():
        rows = befallen(seed, kind, cells, rates)
        rows = rows[possible[rows] & (wrong[rows] != cells.born[rows])]
        born = cells.born.copy()
        born[rows] = wrong[rows]
        cells = replace(cells, born=born, kinds=_marked(cells, rows, kind))
    for kind, known in (("birth_year_only", 1), ("birth_missing", 0)):
        rows = befallen(seed, kind, cells, rates)
        level = cells.born_known.copy()
        level[rows] = known
        cells = replace(cells, born_known=level, kinds=_marked(cells, rows, kind))
    return cells


def other_mistakes(
    seed: int, cells: Cells, rates: dict[str, float], villages: int
) -> Cells:
    """Spoil sex and village; a village of -1 is an empty cell."""
    rows = befallen(seed, "sex_wrong", cells, rates)
    women = cells.women.copy()
    women[rows] = ~women[rows]
    cells = replace(cells, women=women, kinds=_marked(cells, rows, "sex_wrong"))
    rows = befallen(seed, "village_moved", cells, rates)
    village = cells.village.copy()
    step = 1 + below(seed, "wrong village", cells.key[rows], 5)
    village[rows] = (village[rows] + step) % villages
    cells = replace(cells, village=village, kinds=_marked(cells, rows, "village_moved"))
    rows = befallen(seed, "village_missing", cells, rates)
    village = cells.village.copy()
    village[rows] = MISSING
    return replace(
        cells, village=village, kinds=_marked(cells, rows, "village_missing")
    )
