"""Rejected rows back to their sender: the same columns, the wrong cells marked.

The sheet begins with the sender's own headers, so that a mended file is read again as
it is; two columns at the end say where the row stood and what to do.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb
import xlsxwriter

from naungan.engine.reading.heading import labels
from naungan.engine.reading.marks import ERROR
from naungan.lib.errors import InputRefused


MOST_ROWS: Final = 1_000_000
MOST_COMMENTS: Final = 2_000
EXTRA: Final = ("Baris asal", "Yang perlu diperbaiki")
WIDEST: Final = 40
FORMULA_MARKS: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Returned:
    """One rejected row: its line, its cells as written, and {position: message}.

    Position -1 stands for the row as a whole.
    """

    line: int
    cells: list[str]
    faults: dict[int, str]

    def advice(self) -> str:
        """Put all that is to be mended into one cell."""
        return " ".join(dict.fromkeys(self.faults.values()))


def write_returned(con: duckdb.DuckDBPyConnection, file: str, path: Path) -> int:
    """Write the rejected rows of one input as a workbook; return how many they are.

    `con` holds the tables that reading filled. Nothing is written when no row of the
    file was rejected. Raises `InputRefused` for a file that was not read.
    """
    headers, columns = layout(con, file)
    rows = _rows(con, file, columns)
    first = next(rows, None)
    if first is None:
        return 0
    options = {"constant_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(path, {**options, "strings_to_urls": False}) as book:
        return _fill(book, headers, first, rows)


def write_returned_csv(con: duckdb.DuckDBPyConnection, file: str, path: Path) -> int:
    """Write the rejected rows of one input as text; return how many they are.

    For files too large for a workbook: the same columns without colours. Cells that a
    spreadsheet would take for formulas begin with an apostrophe.
    """
    headers, columns = layout(con, file)
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as text:
        writer = csv.writer(text)
        writer.writerow([_harmless(title) for title in (*headers, *EXTRA)])
        for row in _rows(con, file, columns):
            cells = [*row.cells, *[""] * (len(headers) - len(row.cells))]
            told = (*cells[: len(headers)], str(row.line), row.advice())
            writer.writerow([_harmless(cell) for cell in told])
            count += 1
    return count


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_MARKS) else cell


def layout(
    con: duckdb.DuckDBPyConnection, file: str
) -> tuple[list[str], dict[str, int]]:
    """Return the sender's headers and where each of our columns stands."""
    found = con.execute("SELECT mapping FROM inputs WHERE file = ?", [file]).fetchall()
    if not found:
        msg = f"{file}: berkas ini tidak ada di antara masukan."
        raise InputRefused(msg)
    mapping: dict[str, Any] = json.loads(found[0][0])
    headers: list[str] = mapping.get("_headers", [])
    said = [*headers, *labels(headers)]
    return headers, {
        ours: said.index(theirs) % len(headers)
        for ours, theirs in mapping.items()
        if isinstance(theirs, str) and theirs in said
    }


def _rows(
    con: duckdb.DuckDBPyConnection, file: str, columns: dict[str, int]
) -> Iterator[Returned]:
    """Yield the rejected rows by line, with what rejections and warnings say."""
    found = con.execute(
        """
        WITH told AS (
            SELECT line, "column", message, 0 AS rank FROM rejected WHERE file = $1
            UNION ALL
            SELECT line, "column", message, 1 FROM warnings WHERE file = $1
        )
        SELECT c.line, any_value(c.cells),
            list(coalesce(t."column", '') ORDER BY t.rank, t."column"),
            list(t.message ORDER BY t.rank, t."column")
        FROM rejected_cells c
        JOIN inputs i ON i.file_id = c.file_id AND i.file = $1
        JOIN told t ON t.line = c.line
        GROUP BY c.line ORDER BY c.line
        """,
        [file],
    )
    for line, cells, names, messages in found.fetchall():
        faults: dict[int, str] = {}
        for name, message in zip(names, messages, strict=True):
            faults.setdefault(columns.get(name, -1), message)
        yield Returned(line, [as_written(cell) for cell in cells], faults)


def as_written(cell: str | None) -> str:
    """Give a cell as its sender wrote it, without what marks an error."""
    return (cell or "").removeprefix(ERROR)


def _fill(
    book: Any, headers: list[str], first: Returned, rows: Iterator[Returned]
) -> int:
    sheet = book.add_worksheet("Perbaiki")
    text = book.add_format({"num_format": "@"})
    wrong = book.add_format({"num_format": "@", "bg_color": "#F8CBAD"})
    bold = book.add_format({"bold": True, "bottom": 1})
    _dress(sheet, headers, text)
    for at, title in enumerate((*headers, *EXTRA)):
        sheet.write_string(0, at, title, bold)
    count = comments = 0
    for row in _chain(first, rows):
        if count == MOST_ROWS:
            break
        count += 1
        comments = _write(sheet, count, row, len(headers), (text, wrong), comments)
    return count


def _dress(sheet: Any, headers: list[str], text: Any) -> None:
    """Make the sheet pleasant to mend: wide columns, the header in view, all text."""
    for at, title in enumerate(headers):
        sheet.set_column(at, at, min(max(len(title) + 2, 12), WIDEST), text)
    sheet.set_column(len(headers), len(headers), 10)
    sheet.set_column(len(headers) + 1, len(headers) + 1, 80)
    sheet.freeze_panes(1, 0)


def _chain(first: Returned, rows: Iterator[Returned]) -> Iterator[Returned]:
    yield first
    yield from rows


def _write(
    sheet: Any,
    at: int,
    row: Returned,
    width: int,
    formats: tuple[Any, Any],
    comments: int,
) -> int:
    """Write one row; return how many comments there are now."""
    text, wrong = formats
    for column, cell in enumerate(row.cells[:width]):
        form = wrong if column in row.faults or -1 in row.faults else text
        if cell:
            sheet.write_string(at, column, cell, form)
        elif form is wrong:
            sheet.write_blank(at, column, None, form)
    for column, message in row.faults.items():
        # Comments are kept in memory and slow spreadsheets down; the last column
        # says the same for every row.
        if comments < MOST_COMMENTS:
            sheet.write_comment(at, max(column, 0), message)
            comments += 1
    sheet.write_number(at, width, row.line)
    sheet.write_string(at, width + 1, row.advice())
    return comments
