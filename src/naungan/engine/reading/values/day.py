"""Days in full."""

from naungan.engine.format import Column
from naungan.engine.reading.value import Reading, Setting, Value, blank_or_lost, same
from naungan.lib.dates import read_date


def _plain(cell: str, _column: Column) -> tuple[str, ...]:
    return (f"CASE WHEN strlen({cell}) = 10 THEN TRY_CAST({cell} AS DATE) END",)


def _native(cell: str, _column: Column) -> tuple[str, ...]:
    return (f"{cell}::DATE",)


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
    plain=_plain,
    read=_read,
    label="tanggal lengkap",
    native={"DATE": same, "TIMESTAMP": _native},
)
