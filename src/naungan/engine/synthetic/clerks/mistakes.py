"""Mistakes in numbers, dates, sex and village, made column by column.

Nothing here ever makes a 16-digit number outside the invented range: the digit
that marks it is never touched.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from naungan.engine.synthetic.clerks.error_model import MISSING, Cells, befallen
from naungan.engine.synthetic.draws import I64, Bools, below


FREE_DIGITS = np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15])
FREE_PAIRS = np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14])
LOOKS_LIKE = np.array([6, 7, 7, 8, 1, 6, 8, 1, 3, 4])
FULL = 10**15


def digit_substituted(seed: int, key: I64, nik: I64) -> I64:
    """Replace one digit of each number by another digit."""
    place = FREE_DIGITS[below(seed, "digit", key, len(FREE_DIGITS))]
    power = 10 ** (15 - place)
    old = nik // power % 10
    new = (old + 1 + below(seed, "new digit", key, 9)) % 10
    new = np.where((place == 0) & (new == 0), 1 + old % 9, new)
    changed: I64 = nik + (new - old) * power
    return changed


def digit_misread(seed: int, key: I64, nik: I64) -> I64:
    """Read one digit of each number as one that looks like it."""
    power = 10 ** (15 - FREE_DIGITS[below(seed, "digit read", key, len(FREE_DIGITS))])
    old = nik // power % 10
    changed: I64 = nik + (LOOKS_LIKE[old] - old) * power
    return changed


def digits_transposed(seed: int, key: I64, nik: I64) -> I64:
    """Swap two neighbouring digits of each number."""
    power = 10 ** (14 - FREE_PAIRS[below(seed, "pair", key, len(FREE_PAIRS))])
    right, left = nik // power % 10, nik // power // 10 % 10
    swapped: I64 = nik + (right - left) * power * 10 + (left - right) * power
    return np.where(swapped < FULL, nik, swapped)


def _rounded(_seed: int, _key: I64, nik: I64) -> I64:
    return nik // 10 * 10


def _truncated(_seed: int, _key: I64, nik: I64) -> I64:
    return nik // 10


def _missing(_seed: int, _key: I64, nik: I64) -> I64:
    return np.full(len(nik), MISSING)


NIK_CHANGES: dict[str, Callable[[int, I64, I64], I64]] = {
    "nik_substituted": digit_substituted,
    "nik_transposed": digits_transposed,
    "nik_misread": digit_misread,
    "nik_rounded": _rounded,
    "nik_truncated": _truncated,
    "nik_missing": _missing,
}


def nik_mistakes(
    seed: int,
    cells: Cells,
    rates: dict[str, float],
    others: Callable[[I64], I64],
    numberless: Bools,
) -> Cells:
    """Spoil identity numbers, one way at most per row.

    `others` gives for rows the NIK of somebody of the household; `numberless`
    marks rows of lists that have no NIKs.
    """
    rows = befallen(seed, "nik_of_other", cells, rates)
    nik = cells.nik.copy()
    nik[rows] = others(rows)
    cells = replace(cells.marked(rows, "nik_of_other"), nik=nik)
    for kind, change in NIK_CHANGES.items():
        rows = befallen(seed, kind, cells, rates)
        rows = rows[cells.kinds[rows] == 0]
        nik = cells.nik.copy()
        nik[rows] = change(seed, cells.key[rows], nik[rows])
        changed = rows[nik[rows] != cells.nik[rows]]
        cells = replace(cells.marked(changed, kind), nik=nik)
    if not numberless.any():
        return cells
    kinds = np.where(numberless, 0, cells.kinds)
    nik = np.where(numberless, MISSING, cells.nik)
    bare = replace(cells, nik=nik, kinds=kinds)
    return bare.marked(np.flatnonzero(numberless), "nik_missing")


def _with_date(year: I64, month: I64, day: I64) -> I64:
    """Count days to a date, the last of the month where the day does not exist."""
    start = ((year - 1970) * 12 + month - 1).astype("datetime64[M]")
    first: I64 = start.astype("datetime64[D]").astype(np.int64)
    after: I64 = (start + np.int64(1)).astype("datetime64[D]").astype(np.int64)
    placed: I64 = np.clip(first + day - 1, first, after - 1)
    return placed


def _parts(born: I64) -> tuple[I64, I64, I64]:
    moment = born.astype("datetime64[D]")
    month = moment.astype("datetime64[M]")
    months: I64 = month.astype(np.int64)
    day: I64 = (moment - month.astype("datetime64[D]")).astype(np.int64) + 1
    return months // 12 + 1970, months % 12 + 1, day


def _wrong_dates(seed: int, cells: Cells) -> dict[str, I64]:
    """Make every wrong form of every birth date."""
    year, month, day = _parts(cells.born)
    step = 1 - 2 * below(seed, "year step", cells.key, 2)
    near = 1 - 2 * below(seed, "day step", cells.key, 2)
    turned = year // 100 * 100 + year % 10 * 10 + year // 10 % 10
    one = np.ones_like(day)
    swapped = _with_date(year, np.minimum(day, 12), month)
    return {
        "birth_swapped": np.where(day <= 12, swapped, cells.born),
        "birth_year_off": _with_date(year + step, month, day),
        "birth_year_turned": np.where(
            (turned > 1930) & (turned < 2010),
            _with_date(turned, month, day),
            cells.born,
        ),
        "birth_near": cells.born + near,
        "birth_defaulted": _with_date(year, one, one),
    }


def birth_mistakes(
    seed: int, cells: Cells, rates: dict[str, float], undated: Bools
) -> Cells:
    """Spoil birth dates, and leave some out or give only the year."""
    for kind, wrong in _wrong_dates(seed, cells).items():
        rows = befallen(seed, kind, cells, rates)
        rows = rows[wrong[rows] != cells.born[rows]]
        born = cells.born.copy()
        born[rows] = wrong[rows]
        cells = replace(cells.marked(rows, kind), born=born)
    for kind, known in (("birth_year_only", 1), ("birth_missing", 0)):
        rows = befallen(seed, kind, cells, rates)
        if known == 0:
            rows = np.union1d(rows, np.flatnonzero(undated))
        level = cells.born_known.copy()
        level[rows] = known
        cells = replace(cells.marked(rows, kind), born_known=level)
    return cells


def other_mistakes(
    seed: int, cells: Cells, rates: dict[str, float], villages: int
) -> Cells:
    """Spoil sex and village; a village of -1 is an empty cell."""
    rows = befallen(seed, "sex_wrong", cells, rates)
    women = cells.women.copy()
    women[rows] = ~women[rows]
    cells = replace(cells.marked(rows, "sex_wrong"), women=women)
    rows = befallen(seed, "village_moved", cells, rates)
    village = cells.village.copy()
    step = 1 + below(seed, "wrong village", cells.key[rows], 5)
    village[rows] = (village[rows] + step) % villages
    cells = replace(cells.marked(rows, "village_moved"), village=village)
    rows = befallen(seed, "village_missing", cells, rates)
    village = cells.village.copy()
    village[rows] = MISSING
    return replace(cells.marked(rows, "village_missing"), village=village)
