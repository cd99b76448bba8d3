"""Numbers of people."""

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
from naungan.lib.numbers import read_number


MOST = 2_000_000_000

_TAIL = re.compile(r"\s*(orang|org|jiwa|pekerja|tk)\.?$", re.IGNORECASE)
_FLOAT = re.compile(r"(\d+)\.0$")


def _clean(cell: str) -> tuple[str, ...]:
    return (f"TRY_CAST({cell} AS BIGINT)",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    bare = _TAIL.sub("", text.strip())
    float_ = _FLOAT.fullmatch(bare)
    read = read_number(float_[1] if float_ else bare)
    if read.value is None:
        return Reading((None,), read.note)
    if read.value != int(read.value) or not 0 <= read.value <= MOST:
        return Reading((None,), f"“{text.strip()}” bukan jumlah orang.")
    return Reading((int(read.value),), "")


VALUE = Value(
    types=("BIGINT",),
    text=Spelling(odd=digits(9), clean=_clean),
    read=_read,
    label="jumlah orang",
    native=whole(0, MOST),
)
