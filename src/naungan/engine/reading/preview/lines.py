"""Every line of a small file as texts under our own columns, for a list that people keep.

No run takes such a file: a person reads what was understood and mends it on a page.
So nothing is judged here, and a cell stays as it was written.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from naungan.engine.formats import all_formats
from naungan.engine.reading.container import container_of
from naungan.engine.reading.preview.heads import Head, Sheet, best_heading, head_of
from naungan.engine.reading.source import Source, explained, open_source
from naungan.lib.errors import InputRefused


@dataclass(frozen=True)
class Lines:
    """What a small file holds: our columns that it has, and its lines below the header.

    Each line is its number in the file and the cells by our columns, empty where it
    says nothing; lines that say nothing at all are left out.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


def lines_of(path: Path, kind: str, *, name: str, most: int) -> Lines:
    """Read every line of a file of a kind; raises InputRefused for what is no such list."""
    source = open_source(path, name)
    head = head_of(source)
    found = best_heading(head, all_formats()[kind], {})
    if found is None or not found.is_whole:
        msg = f"{name}: tidak ada baris judul dengan kolom nama; tulis judul kolomnya."
        raise InputRefused(msg)
    columns = found.heading.columns
    last = max(found.heading.lines)
    rows = []
    for line, cells in _cells(source, head, found.sheet, most + last + 1):
        if line <= last:
            continue
        told = {one: cells[at] for one, at in columns.items() if at < len(cells)}
        if any(told.values()):
            rows.append((line, told))
    if len(rows) > most:
        msg = f"{name}: lebih dari {most} baris; bagi dahulu berkasnya."
        raise InputRefused(msg)
    return Lines(tuple(columns), tuple(rows))


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
    for cells in reader:
        yield reader.line_num, [" ".join(cell.split()) for cell in cells]


def _of_book(source: Source, sheet: str, most: int) -> Iterator[tuple[int, list[str]]]:
    # Imported here: most files are no spreadsheets, and this loads slowly.
    from naungan.engine.reading.books.archive import check_limits
    from naungan.engine.reading.books.cut import cut
    from naungan.engine.reading.books.spreadsheet import READERS

    container = container_of(source)
    small = cut(source)
    for one in READERS[container](source, small, check_limits(source, small)):
        if one.name == sheet:
            yield from one.head(most)
