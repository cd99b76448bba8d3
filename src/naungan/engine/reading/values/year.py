"""Calendar years."""

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    blank_or_lost,
    whole,
)
from naungan.lib.dates import read_date


def _odd(cell: str, _column: Column, _setting: Setting) -> str:
    year = f"TRY_CAST({cell} AS SMALLINT)"
    return f"strlen({cell}) <> 4 OR coalesce({year} NOT BETWEEN 1850 AND 2100, true)"


def _clean(cell: str) -> tuple[str, ...]:
    return (f"TRY_CAST({cell} AS SMALLINT)",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    read = read_date(text)
    return Reading((read.value.year if read.value else None,), read.note)


VALUE = Value(
    types=("SMALLINT",),
    text=Spelling(odd=_odd, clean=_clean),
    read=_read,
    label="tahun",
    native=whole(1850, 2100, "SMALLINT"),
    is_repetitive=True,
)
