"""A CSV file line by line: one line is one row, and no line is ever lost.

A file is read at once where its rows and its lines add up. Where they do not (a row
with too few or too many cells, a stray quote that would swallow the lines after it),
every line is looked at alone: whole ones are copied, the others kept with a reason.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from naungan.lib.errors import InputRefused
from naungan.lib.sql_text import literal


DELIMITERS: Final = ",;\t|"
LINE: Final = "__line"
"""The column of a copy that holds the number of the line in the file."""

SHOWN: Final = 500  # characters of a broken line that are kept beside its reason
_CHUNK: Final = 1 << 24


@dataclass(frozen=True)
class Ragged:
    """A line that is no row: its number from 1, its text, why, and what to mend."""

    line: int
    text: str
    reason: str


@dataclass
class Copied:
    """What became of the lines below the header: every one is counted once."""

    rows: int = 0
    blank: int = 0
    ragged: list[Ragged] = field(default_factory=list)


@dataclass(frozen=True)
class Form:
    """How a file is written: its delimiter and the cells of its header."""

    delimiter: str
    header: tuple[str, ...]


def form_of(source: Path, names: Sequence[str]) -> Form:
    """Read the header; its delimiter is the one that shows the most known names.

    Raises InputRefused for a file whose header is not text or whose quotes are open.
    """
    first = next(_texts(source), "")
    if "\ufffd" in first:
        raise InputRefused(f"{source}: baris judul bukan teks UTF-8; simpan ulang.")
    known = {name.casefold() for name in names}
    found = ((one, _cells(first, one)) for one in DELIMITERS)
    read = [Form(delimiter, tuple(cells)) for delimiter, cells in found if cells]
    if not read:
        raise InputRefused(
            f"{source}: judul kolom di baris 1 tidak terbaca; tulis nama kolom "
            "dipisah koma, dan tutup setiap tanda kutip."
        )
    return max(
        read,
        key=lambda one: sum(cell.strip().casefold() in known for cell in one.header),
    )


def line_count(source: Path) -> int:
    """Count the lines of a file; a last one without an end counts."""
    count, last = 0, b"\n"
    with source.open("rb") as file:
        while chunk := file.read(_CHUNK):
            count += chunk.count(b"\n")
            last = chunk[-1:]
    return count + (last != b"\n")


def scan(source: Path, delimiter: str) -> str:
    """Write the SQL that reads a file of whole rows; it fails at the first other one."""
    return (
        f"read_csv({literal(source)}, header = true, all_varchar = true, skip = 0, "
        f"delim = {literal(delimiter)}, quote = '\"', escape = '\"', "
        "comment = '', strict_mode = true, null_padding = false)"
    )


def copy_whole(source: Path, form: Form, into: Path) -> Copied:
    """Copy the whole rows with the number of their line; keep the others apart."""
    copied = Copied()
    width = len(form.header)
    with into.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow([*form.header, LINE])
        for number, text in enumerate(_texts(source), start=1):
            if number == 1:
                continue
            if not text.strip():
                copied.blank += 1
                continue
            cells = _cells(text, form.delimiter)
            reason = _against(cells, text, width)
            if reason is not None:
                copied.ragged.append(Ragged(number, text[:SHOWN], reason))
                continue
            writer.writerow([*(cells or ()), number])
            copied.rows += 1
    return copied


def _texts(source: Path) -> Iterator[str]:
    """Give every line without its end; bytes that are no UTF-8 become U+FFFD."""
    with source.open(encoding="utf-8-sig", errors="replace") as file:
        for row in file:
            yield row.rstrip("\n")


def _cells(text: str, delimiter: str) -> list[str] | None:
    """Read one line alone; None where its quotes do not close."""
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None


def _against(cells: Sequence[str] | None, text: str, width: int) -> str | None:
    if "\ufffd" in text:
        return "bukan teks UTF-8; simpan ulang berkas sebagai UTF-8"
    if cells is None:
        return (
            "tanda kutip tidak berpasangan; tutup atau hapus tanda kutip, dan tulis "
            "satu pertanyaan dalam satu baris"
        )
    if len(cells) == width:
        return None
    mend = (
        "beri tanda kutip pada isian yang memuat pemisah"
        if len(cells) > width
        else "lengkapi kolom yang kurang, kosongkan yang tidak ada isinya"
    )
    return f"{len(cells)} isian untuk {width} kolom; {mend}"
