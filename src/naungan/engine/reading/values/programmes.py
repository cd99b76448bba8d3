"""Sets of programmes as a bitmask."""

from naungan.engine.format import Column
from naungan.engine.reading.value import (
    Reading,
    Setting,
    Spelling,
    Value,
    always,
    blank_or_lost,
)
from naungan.lib.programmes import read_programmes


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    nothing = blank_or_lost(text)
    if nothing:
        return nothing
    read = read_programmes(text)
    return Reading((read.value,), read.note)


def _never(_cell: str) -> tuple[str, ...]:
    """Leave nothing to the text itself: beside a mended number it would be no number."""
    return ("NULL",)


VALUE = Value(
    types=("UTINYINT",),
    text=Spelling(odd=always, clean=_never),
    read=_read,
    label="program",
    is_repetitive=True,
)
