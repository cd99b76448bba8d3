"""NIK cells: 16 digits, and how sure one may be of them.

Outputs: the number, the cell as written where it is not clean, and whether it came
through a numeric cell, which keeps 15 digits only. The number itself never passes
through a float: a text is read as an integer, and a rounded one is flagged.
"""

import re

from naungan.engine.format import Column
from naungan.engine.reading.value import Reading, Setting, Value, blank_or_lost
from naungan.lib.identity_numbers import LENGTH, read_nik


LOWEST, HIGHEST = 10 ** (LENGTH - 1), 10**LENGTH - 1
ROUNDED_NOTE = (
    "NIK tersimpan sebagai angka, sehingga angka terakhirnya tidak pasti; "
    "simpan kolom sebagai teks."
)

_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?15$")
_FLOAT = re.compile(r"(\d{16})[.,]0+$")


def _plain(cell: str, _column: Column) -> tuple[str, ...]:
    """Take 16 digits; a round trip shuts out signs, dots and exponents."""
    number = f"TRY_CAST({cell} AS BIGINT)"
    clean = (
        f"strlen({cell}) = {LENGTH} AND {number} BETWEEN {LOWEST} AND {HIGHEST} "
        f"AND {number}::VARCHAR = {cell}"
    )
    return (f"CASE WHEN {clean} THEN {number} END", "NULL", "false")


def _native(cell: str, _column: Column) -> tuple[str, ...]:
    fits = f"{cell} BETWEEN 0 AND {HIGHEST} AND {cell} > 0"
    return (f"CASE WHEN {fits} THEN {cell}::BIGINT END", "NULL", "false")


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return Reading((None, text if nothing.note else None, False), nothing.note)
    rounded = _rounded(text.strip().strip("'"))
    if rounded is not None:
        return rounded
    read = read_nik(text)
    if read.value is None:
        return Reading((None, text, False), read.note)
    return Reading((read.value, None, False))


def _rounded(text: str) -> Reading | None:
    """Read what a numeric cell left: all but the last digit, or less."""
    whole = _FLOAT.fullmatch(text)
    if whole:
        return Reading((int(whole[1]), whole[1], True), ROUNDED_NOTE)
    scientific = _SCIENTIFIC.fullmatch(text)
    if scientific is None:
        return None
    decimals = scientific[2] or ""
    if len(decimals) in (LENGTH - 2, LENGTH - 1):
        number = int(scientific[1] + decimals.ljust(LENGTH - 1, "0"))
        return Reading((number, text, True), ROUNDED_NOTE)
    return Reading((None, text, True), read_nik(text).note)


VALUE = Value(
    types=("BIGINT", "VARCHAR", "BOOLEAN"),
    plain=_plain,
    read=_read,
    label="NIK 16 angka",
    native={"BIGINT": _native, "UBIGINT": _native},
    absent=("NULL", "NULL", "false"),
)
