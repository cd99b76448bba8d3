"""Calendar years."""

from naungan.engine.format import Column
from naungan.engine.reading.value import Reading, Setting, Value, blank_or_lost
from naungan.lib.dates import read_date


def _plain(cell: str, _column: Column) -> tuple[str, ...]:
    year = f"TRY_CAST({cell} AS SMALLINT)"
    clean = f"strlen({cell}) = 4 AND {year} BETWEEN 1850 AND 2100"
    return (f"CASE WHEN {clean} THEN {year} END",)


def _native(cell: str, _column: Column) -> tuple[str, ...]:
    return (f"CASE WHEN {cell} BETWEEN 1850 AND 2100 THEN {cell}::SMALLINT END",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    read = read_date(text)
    return Reading((read.value.year if read.value else None,), read.note)


VALUE = Value(
    types=("SMALLINT",),
    plain=_plain,
    read=_read,
    label="tahun",
    native={"SMALLINT": _native, "INTEGER": _native, "BIGINT": _native},
)
