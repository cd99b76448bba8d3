"""What a value is: how one kind of cell becomes typed columns.

The values stand on the shelf `naungan.engine.reading.values`, one file each. A value
reads canonical spellings in SQL, over all rows at once, and every other spelling in
Python, once per distinct text.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Final

from naungan.engine.format import Column
from naungan.engine.reading.encoding import LOST


# Texts that offices write into a cell to say that there is nothing.
NOTHING: Final = frozenset(
    {"", "-", "--", "---", ".", "null", "none", "nan", "n/a", "#n/a", "na", "nihil"}
    | {"tidak ada", "kosong", "belum ada", "tdk ada", "0000-00-00", "00/00/0000"}
)
LOST_NOTE: Final = "Ada huruf yang rusak; ketik ulang, simpan sebagai UTF-8 atau XLSX."


@dataclass(frozen=True)
class Setting:
    """What a reading may lean on: the last day of the run's month, and its region."""

    latest: date
    region: str | None = None


@dataclass(frozen=True)
class Reading:
    """What came of one text: the outputs in the value's order, and a note.

    The first output None with a note means unreadable, without a note blank; an
    output with a note is a doubt.
    """

    outputs: tuple[Any, ...]
    note: str = ""


Plain = Callable[[str, Column], tuple[str, ...]]
Read = Callable[[str, Column, Setting], Reading]


@dataclass(frozen=True, kw_only=True)
class Value:
    """One kind of cell.

    `types` are the SQL types of its outputs; `plain` gives one SQL expression per
    output for a text cell, the first NULL where the spelling is not canonical;
    `read` reads any other spelling; `native` does what `plain` does for columns
    that come typed, by DuckDB type; `absent` is SQL per output for an empty cell.
    """

    types: tuple[str, ...]
    plain: Plain
    read: Read
    label: str
    native: Mapping[str, Plain] = field(default_factory=dict)
    absent: tuple[str, ...] = ("NULL",)


@cache
def value_of(name: str) -> Value:
    """Return the value of that name from the shelf."""
    found: Value = importlib.import_module(
        f"naungan.engine.reading.values.{name}"
    ).VALUE
    return found


def all_values() -> dict[str, Value]:
    """Collect the shelf by name, in alphabetical order."""
    shelf = importlib.import_module("naungan.engine.reading.values")
    names = sorted(item.name for item in pkgutil.iter_modules(shelf.__path__))
    return {name: value_of(name) for name in names}


def is_nothing(text: str) -> bool:
    """Say whether a cell means that there is nothing."""
    return text.strip().casefold() in NOTHING


def blank_or_lost(text: str, outputs: int = 1) -> Reading | None:
    """Read a cell that is blank or holds a damaged letter; None for all others."""
    nothing = (None,) * outputs
    if is_nothing(text):
        return Reading(nothing)
    if LOST in text:
        return Reading(nothing, LOST_NOTE)
    return None


def same(cell: str, _column: Column) -> tuple[str, ...]:
    """Take a typed column as it is."""
    return (cell,)


def never(_cell: str, _column: Column) -> tuple[str, ...]:
    """Leave every text to `read`: for columns of few distinct texts."""
    return ("NULL",)
