"""Whole rupiah."""

import re

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    blank_or_lost,
    digits,
    whole,
)
from naungan.lib.money import read_rupiah


MOST_IDR = 10**15

_FLOAT = re.compile(r"(-?\d+)\.0$")


def _clean(cell: str) -> tuple[str, ...]:
    return (f"TRY_CAST({cell} AS BIGINT)",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    float_ = _FLOAT.fullmatch(text.strip())
    read = read_rupiah(float_[1] if float_ else text, rounding="half_up")
    if read.value is not None and read.value < 0:
        return Reading((None,), "Nilai rupiah tidak boleh negatif.")
    if read.value is not None and read.value > MOST_IDR:
        return Reading((None,), "Nilai rupiah terlalu besar untuk masuk akal.")
    return Reading((read.value,), read.note)


VALUE = Value(
    types=("BIGINT",),
    text=Spelling(odd=digits(15), clean=_clean),
    read=_read,
    label="rupiah",
    native=whole(0, MOST_IDR),
)
