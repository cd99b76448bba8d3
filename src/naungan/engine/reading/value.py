"""What a value is: how one kind of cell becomes typed columns.

The values stand on the shelf `naungan.engine.reading.values`, one file each. A value
reads canonical spellings in SQL, over all rows at once, and every other spelling in
Python, once per distinct text.
"""

import importlib
import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Final

from naungan.engine.format import Column
from naungan.engine.reading.marks import ERROR, LOST


# Texts that offices write into a cell to say that there is nothing.
NOTHING: Final = frozenset(
    {"", "-", "--", "---", ".", "null", "none", "nan", "n/a", "#n/a", "na", "nihil"}
    | {"tidak ada", "kosong", "belum ada", "tdk ada", "0000-00-00", "00/00/0000"}
)
WHOLE_TYPES: Final = ("BIGINT", "INTEGER", "SMALLINT", "TINYINT") + (
    "UBIGINT",
    "UINTEGER",
    "USMALLINT",
    "UTINYINT",
)
SHEET_ERROR: Final = re.compile(r"#[A-Z][A-Z0-9_/]*[!?]?|Err:\d+")
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


Odd = Callable[[str, Column, Setting], str]
Read = Callable[[str, Column, Setting], Reading]


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """One way in which cells come: as text, or typed.

    `odd` says in SQL that a filled cell is not in canonical form and must be read
    by `Value.read`; `clean` gives one SQL expression per output for all others.
    """

    odd: Odd
    clean: Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Value:
    """One kind of cell.

    `types` are the SQL types of its outputs; `text` reads canonical text, `native`
    columns that come typed, by DuckDB type; `read` reads every other text, but for
    those that the SQL of `often` reads (its first output not NULL);
    `absent` is SQL per output where the file has no such column; `is_repetitive`
    says that the same few texts come again and again.
    """

    types: tuple[str, ...]
    text: Spelling
    read: Read
    label: str
    native: Mapping[str, Spelling] = field(default_factory=dict)
    often: Callable[[str, Setting], tuple[str, ...]] | None = None
    absent: tuple[str, ...] = ("NULL",)
    is_repetitive: bool = False


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
    if text.startswith(ERROR):
        return Reading(nothing, _error_note(text.removeprefix(ERROR)))
    if text.startswith("=") or SHEET_ERROR.fullmatch(text):
        # Written out as text, where a spreadsheet was saved as CSV.
        return Reading(nothing, _error_note("=" if text[0] == "=" else text))
    if LOST in text:
        return Reading(nothing, LOST_NOTE)
    return None


def _error_note(error: str) -> str:
    if error == "=":
        return "Rumus tanpa hasil; buka di Excel atau LibreOffice lalu simpan ulang."
    return f"Sel berisi galat {error}; perbaiki rumusnya, lalu simpan ulang."


def like_sheet_error(cell: str) -> str:
    """Say in SQL that a text may be an error of a spreadsheet that begins as a word."""
    return f"({cell} >= 'Err:' AND {cell} < 'Err;')"


def same(cell: str) -> tuple[str, ...]:
    """Take a column as it is."""
    return (cell,)


def always(_cell: str, _column: Column, _setting: Setting) -> str:
    """Leave every text to `read`: for columns of few distinct texts."""
    return "true"


def never(_cell: str, _column: Column, _setting: Setting) -> str:
    """Take every cell of a typed column."""
    return "false"


def whole(lowest: int, highest: int, sql_type: str = "BIGINT") -> dict[str, Spelling]:
    """Take typed whole numbers within bounds, whatever their width."""

    def odd(cell: str, _column: Column, _setting: Setting) -> str:
        return f"{cell} NOT BETWEEN {lowest} AND {highest}"

    spelling = Spelling(odd=odd, clean=lambda cell: (f"{cell}::{sql_type}",))
    return dict.fromkeys(WHOLE_TYPES, spelling)


def digits(most: int) -> Odd:
    """Take text of at most so many digits, without leading zeros.

    The round trip shuts out signs, separators, decimals and exponents, all of which
    a cast would accept.
    """

    def odd(cell: str, _column: Column, _setting: Setting) -> str:
        again = f"TRY_CAST({cell} AS BIGINT)::VARCHAR"
        return (
            f"strlen({cell}) > {most} OR {cell} < '0' "
            f"OR {again} IS DISTINCT FROM {cell}"
        )

    return odd
