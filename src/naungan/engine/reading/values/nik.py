"""NIK cells: 16 digits, and how sure one may be of them.

Outputs: the number, the cell as written where it is not clean, and whether it came
through a numeric cell, which keeps 15 digits only. The number itself never passes
through a float: a text is read as an integer, and a rounded one is flagged.
"""

import re

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    blank_or_lost,
)
from naungan.lib.identity_numbers import LENGTH, read_nik


LOWEST, HIGHEST = 10 ** (LENGTH - 1), 10**LENGTH - 1
ROUNDED_NOTE = (
    "NIK tersimpan sebagai angka, sehingga angka terakhirnya tidak pasti; "
    "simpan kolom sebagai teks."
)

_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?15$")
_FLOAT = re.compile(r"(\d{16})[.,]0+$")


def _odd(cell: str, _column: Column, _setting: Setting) -> str:
    """Find what is not 16 digits.

    With 16 bytes and this range a cast cannot have taken a sign, a space or a dot
    along; an exponent it could.
    """
    number = f"TRY_CAST({cell} AS BIGINT)"
    return (
        f"strlen({cell}) <> {LENGTH} OR coalesce({number} < {LOWEST}, true) "
        f"OR contains({cell}, 'e') OR contains({cell}, 'E')"
    )


def _clean(cell: str) -> tuple[str, ...]:
    return (f"TRY_CAST({cell} AS BIGINT)", "NULL", "false")


def _odd_number(cell: str, _column: Column, _setting: Setting) -> str:
    return f"{cell} NOT BETWEEN 1 AND {HIGHEST}"


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
    float_ = _FLOAT.fullmatch(text)
    if float_:
        return Reading((int(float_[1]), float_[1], True), ROUNDED_NOTE)
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
    text=Spelling(odd=_odd, clean=_clean),
    read=_read,
    label="NIK 16 angka",
    native=dict.fromkeys(
        ("BIGINT", "UBIGINT"), Spelling(odd=_odd_number, clean=_clean)
    ),
    absent=("NULL", "NULL", "false"),
)
