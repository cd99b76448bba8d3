"""Numbers of people."""

import re
from decimal import Decimal

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
from naungan.lib.numbers import format_number, read_number


MOST = 2_000_000_000

_TAIL = re.compile(r"\s*(orang|org|jiwa|pekerja|tk)\.?$", re.IGNORECASE)
_FLOAT = re.compile(r"(\d+)\.0$")
# As programs set to English show thousands; people cannot be counted in thousandths.
_ENGLISH = re.compile(r"[1-9]\d{0,2}(,\d{3})+")


def _clean(cell: str) -> tuple[str, ...]:
    return (f"TRY_CAST({cell} AS BIGINT)",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    bare = _TAIL.sub("", text.strip())
    if _ENGLISH.fullmatch(bare):
        count = int(bare.replace(",", ""))
        note = (
            f"“{text.strip()}” dibaca {format_number(count)} orang; tulis tanpa koma."
        )
        return _within(count, text, note)
    float_ = _FLOAT.fullmatch(bare)
    read = read_number(float_[1] if float_ else bare)
    if read.value is None:
        return Reading((None,), read.note)
    return _within(read.value, text)


def _within(count: int | Decimal, text: str, note: str = "") -> Reading:
    if count != int(count) or not 0 <= count <= MOST:
        return Reading((None,), f"“{text.strip()}” bukan jumlah orang.")
    return Reading((int(count),), note)


VALUE = Value(
    types=("BIGINT",),
    text=Spelling(odd=digits(9), clean=_clean),
    read=_read,
    label="jumlah orang",
    native=whole(0, MOST),
)
