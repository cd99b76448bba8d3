"""Sets of programmes as a bitmask."""

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    always,
    blank_or_lost,
    same,
)
from naungan.lib.programmes import read_programmes


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    read = read_programmes(text)
    return Reading((read.value,), read.note)


VALUE = Value(
    types=("UTINYINT",),
    text=Spelling(odd=always, clean=same),
    read=_read,
    label="program",
    is_repetitive=True,
)
