"""Numbers of people."""

import re

from naungan.engine.format import Column
from naungan.engine.reading.value import Reading, Setting, Value, blank_or_lost
from naungan.lib.numbers import read_number


MOST = 2_000_000_000

_TAIL = re.compile(r"\s*(orang|org|jiwa|pekerja|tk)\.?$", re.IGNORECASE)
_FLOAT = re.compile(r"(\d+)\.0$")


def _plain(cell: str, _column: Column) -> tuple[str, ...]:
    number = f"TRY_CAST({cell} AS BIGINT)"
    clean = f"{number}::VARCHAR = {cell} AND {number} BETWEEN 0 AND {MOST}"
    return (f"CASE WHEN {clean} THEN {number} END",)


def _native(cell: str, _column: Column) -> tuple[str, ...]:
    return (f"CASE WHEN {cell} BETWEEN 0 AND {MOST} THEN {cell}::BIGINT END",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    bare = _TAIL.sub("", text.strip())
    whole = _FLOAT.fullmatch(bare)
    read = read_number(whole[1] if whole else bare)
    if read.value is None:
        return Reading((None,), read.note)
    if read.value != int(read.value) or not 0 <= read.value <= MOST:
        return Reading((None,), f"“{text.strip()}” bukan jumlah orang.")
    return Reading((int(read.value),), "")


VALUE = Value(
    types=("BIGINT",),
    plain=_plain,
    read=_read,
    label="jumlah orang",
    native=dict.fromkeys(("BIGINT", "INTEGER", "UINTEGER", "SMALLINT"), _native),
)
