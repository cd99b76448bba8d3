"""Days in full."""

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    blank_or_lost,
    never,
)
from naungan.lib.dates import read_date


def _odd(cell: str, _column: Column, _setting: Setting) -> str:
    return f"strlen({cell}) <> 10 OR TRY_CAST({cell} AS DATE) IS NULL"


def _clean(cell: str) -> tuple[str, ...]:
    return (f"TRY_CAST({cell} AS DATE)",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    read = read_date(text)
    if read.value is not None and read.value.full is None:
        return Reading((None,), "Tanggal tidak lengkap; tulis seperti 31/12/2026.")
    return Reading((read.value.full if read.value else None,), read.note)


VALUE = Value(
    types=("DATE",),
    text=Spelling(odd=_odd, clean=_clean),
    read=_read,
    label="tanggal lengkap",
    native=dict.fromkeys(("DATE", "TIMESTAMP"), Spelling(odd=never, clean=_clean)),
    is_repetitive=True,
)
