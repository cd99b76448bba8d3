"""Every line of a small file as texts under our own columns, for a list that people keep.

No run takes such a file: a person reads what was understood and mends it on a page.
So nothing is judged here, and a cell stays as it was written. Every page that takes a
sheet of its own reads it here: a list by the format of a run, or a table by its heads.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from naungan.engine.format import fold, fold_without_asides
from naungan.engine.formats import all_formats
from naungan.engine.reading.container import container_of
from naungan.engine.reading.preview.heads import Head, Sheet, best_heading, head_of
from naungan.engine.reading.source import Source, explained, open_source
from naungan.lib.errors import InputRefused


Heads = Mapping[str, Sequence[str]]
Need = str | tuple[str, ...]
LAST_HEAD: Final = 20
"""Rows in which the heads of a table may stand; titles come before them."""
BLANKS: Final = 5_000
"""Empty rows that may stand between the lines of a workbook."""


@dataclass(frozen=True)
class Lines:
    """What a small file holds: our columns that it has, and its lines below the header.

    Each line is its number in the file and the cells by our columns, empty where it
    says nothing; lines that say nothing at all are left out.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


@dataclass(frozen=True)
class _Place:
    """Where the header stands: the view of the file, its last line, our columns."""

    sheet: Sheet
    last: int
    columns: Mapping[str, int]


def lines_of(path: Path, kind: str, *, name: str, most: int) -> Lines:
    """Read every line of a file of a kind; raises InputRefused for what is no such list."""
    source = open_source(path, name)
    head = head_of(source)
    found = best_heading(head, all_formats()[kind], {})
    if found is None or not found.is_whole:
        msg = f"{name}: tidak ada baris judul dengan kolom nama; tulis judul kolomnya."
        raise InputRefused(msg)
    place = _Place(found.sheet, max(found.heading.lines), found.heading.columns)
    return _below(source, head, place, most)


def table_of(
    path: Path, heads: Heads, needed: Sequence[Need], *, name: str, most: int
) -> Lines:
    """Read every line of a table whose columns go by heads of ours.

    `heads` gives the heads that name each of our columns, without case and signs; the
    first that a file has names it. `needed` are columns without which nothing is read,
    a tuple where one of several will do. Raises InputRefused for anything else.
    """
    source = open_source(path, name)
    head = head_of(source)
    place = _named(head, heads, needed)
    if place is None:
        wanted = ", ".join(_said(heads, one) for one in needed)
        msg = f"{name}: tidak ada baris judul dengan kolom {wanted}; tulis judul kolomnya."
        raise InputRefused(msg)
    return _below(source, head, place, most)


def _named(head: Head, heads: Heads, needed: Sequence[Need]) -> _Place | None:
    for sheet in head.sheets:
        for line, cells in sheet.rows[:LAST_HEAD]:
            columns = _columns(cells, heads)
            if all(_is_met(columns, need) for need in needed):
                return _Place(sheet, line, columns)
    return None


def _columns(cells: Sequence[str], heads: Heads) -> dict[str, int]:
    """Find each column by its heads; a remark in brackets may be left out."""
    plain = _heard([fold(one) for one in cells], heads)
    bare = _heard([fold_without_asides(one) for one in cells], heads)
    return max(plain, bare, key=len)


def _heard(written: Sequence[str], heads: Heads) -> dict[str, int]:
    found = {}
    for name, aliases in heads.items():
        known = [alias for alias in map(fold, aliases) if alias in written]
        if known:
            found[name] = written.index(known[0])
    return found


def _is_met(columns: Mapping[str, int], need: Need) -> bool:
    names = (need,) if isinstance(need, str) else need
    return any(one in columns for one in names)


def _said(heads: Heads, need: Need) -> str:
    """Name what is missing by the first head of each column."""
    names = (need,) if isinstance(need, str) else need
    return " atau ".join(f"“{heads[one][0]}”" for one in names)


def _below(source: Source, head: Head, place: _Place, most: int) -> Lines:
    """Read what stands below a header; too much is refused, never cut off."""
    rows = []
    bound = place.last + most + BLANKS
    line = 0
    for line, cells in _cells(source, head, place.sheet, bound):
        if line <= place.last:
            continue
        told = {
            one: cells[at] if at < len(cells) else ""
            for one, at in place.columns.items()
        }
        if any(told.values()):
            rows.append((line, told))
    if len(rows) > most or (head.is_book and line >= bound):
        msg = f"{source.name}: lebih dari {most} baris; bagi dahulu berkasnya."
        raise InputRefused(msg)
    return Lines(tuple(place.columns), tuple(rows))


def _cells(
    source: Source, head: Head, sheet: Sheet, most: int
) -> Iterator[tuple[int, list[str]]]:
    """Give every row of the sheet in which the header stands."""
    if head.is_book:
        yield from _of_book(source, sheet.name, most)
        return
    if head.container != "text":
        yield from sheet.rows
        return
    with explained(source.name):
        text = source.path.read_bytes().decode(head.encoding, errors="replace")
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=sheet.name)
    try:
        for cells in reader:
            yield reader.line_num, [" ".join(cell.split()) for cell in cells]
    except csv.Error:
        msg = f"{source.name}: baris {reader.line_num} tidak terbaca; simpan ulang."
        raise InputRefused(msg) from None


def _of_book(source: Source, sheet: str, most: int) -> Iterator[tuple[int, list[str]]]:
    # Imported here: most files are no spreadsheets, and this loads slowly.
    from naungan.engine.reading.books.archive import check_limits
    from naungan.engine.reading.books.cut import cut
    from naungan.engine.reading.books.spreadsheet import READERS

    container = container_of(source)
    small = cut(source, most)
    for one in READERS[container](source, small, check_limits(source, small)):
        if one.name == sheet:
            yield from one.head(most)
