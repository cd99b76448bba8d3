"""Months, kept as one integer: year * 12 + month - 1."""

from typing import Final

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    always,
    blank_or_lost,
    never,
)
from naungan.lib.dates import read_month


# What the calendar says of any text that is no date, said of a month.
AS_DATE: Final = "bukan tanggal; tulis seperti 31/12/1980."
AS_MONTH: Final = "bukan bulan; tulis seperti 2026-10."


def _never(_cell: str) -> tuple[str, ...]:
    """Leave nothing to the text itself: a file holds few distinct months."""
    return ("NULL",)


def _of_date(cell: str) -> tuple[str, ...]:
    return (f"year({cell}) * 12 + month({cell}) - 1",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    read = read_month(text)
    return Reading((read.value,), read.note.replace(AS_DATE, AS_MONTH))


VALUE = Value(
    types=("INTEGER",),
    text=Spelling(odd=always, clean=_never),
    read=_read,
    label="bulan",
    native=dict.fromkeys(("DATE", "TIMESTAMP"), Spelling(odd=never, clean=_of_date)),
    is_repetitive=True,
)
