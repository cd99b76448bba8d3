"""Whole rupiah."""

import re

from naungan.engine.format import Column
from naungan.engine.reading.value import Reading, Setting, Value, blank_or_lost
from naungan.lib.money import read_rupiah


MOST_IDR = 10**15

_FLOAT = re.compile(r"(-?\d+)\.0$")


def _plain(cell: str, _column: Column) -> tuple[str, ...]:
    """Take digits only; a round trip shuts out signs, dots and exponents."""
    number = f"TRY_CAST({cell} AS BIGINT)"
    clean = f"{number}::VARCHAR = {cell} AND {number} BETWEEN 0 AND {MOST_IDR}"
    return (f"CASE WHEN {clean} THEN {number} END",)


def _native(cell: str, _column: Column) -> tuple[str, ...]:
    fits = f"{cell} BETWEEN 0 AND {MOST_IDR}"
    return (f"CASE WHEN {fits} THEN {cell}::BIGINT END",)


def _read(text: str, column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    whole = _FLOAT.fullmatch(text.strip())
    read = read_rupiah(whole[1] if whole else text)
    if read.value is not None and read.value < 0:
        return Reading((None,), "Nilai rupiah tidak boleh negatif.")
    if read.value is not None and read.value > MOST_IDR:
        return Reading((None,), "Nilai rupiah terlalu besar untuk masuk akal.")
    return Reading((read.value,), read.note)


VALUE = Value(
    types=("BIGINT",),
    plain=_plain,
    read=_read,
    label="rupiah",
    native=dict.fromkeys(("BIGINT", "INTEGER", "UINTEGER", "SMALLINT"), _native),
)
