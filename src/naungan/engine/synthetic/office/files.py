"""Write office files row by row: CSV in many dialects, XLSX with merged titles."""

import csv
import datetime as dt
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import xlsxwriter

from naungan.engine.synthetic.office.cells import Cell
from naungan.engine.synthetic.office.sheet import (
    blank_after,
    body_rows,
    columns_of,
    header_row,
    title_rows,
)
from naungan.engine.synthetic.office.style import Style, style_of


EPOCH = dt.datetime(2000, 1, 1)  # noqa: DTZ001 (a workbook knows no zone)


class Sink(Protocol):
    """Where rows go."""

    def title(self, text: str, width: int) -> None:
        """Write a title over the whole width."""

    def row(self, cells: list[Cell]) -> None:
        """Write one row of cells."""

    def close(self) -> None:
        """Finish the file."""


class CsvSink:
    """A delimited text file in the dialect of an office."""

    def __init__(self, path: Path, style: Style) -> None:
        """Open the file for writing."""
        self._file = path.open("w", encoding=style.encoding, newline="")
        self._writer = csv.writer(self._file, delimiter=style.separator)

    def title(self, text: str, width: int) -> None:
        """Write a title and empty cells beside it."""
        self._writer.writerow([text, *[""] * (width - 1)])

    def row(self, cells: list[Cell]) -> None:
        """Write one row; missing cells stay empty."""
        self._writer.writerow(["" if cell is None else cell for cell in cells])

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


class XlsxSink:
    """A workbook with one sheet, written in constant memory."""

    def __init__(self, path: Path) -> None:
        """Open the workbook for writing; its date of making is fixed."""
        self._book: Any = xlsxwriter.Workbook(
            str(path), {"constant_memory": True, "strings_to_numbers": False}
        )
        self._book.set_properties({"created": EPOCH})
        self._sheet: Any = self._book.add_worksheet("Data")
        self._merged: Any = self._book.add_format({"bold": True, "align": "center"})
        self._at = 0

    def title(self, text: str, width: int) -> None:
        """Write a title merged over the whole width."""
        self._sheet.merge_range(
            self._at, 0, self._at, max(1, width - 1), text, self._merged
        )
        self._at += 1

    def row(self, cells: list[Cell]) -> None:
        """Write one row; text stays text, numbers become numbers."""
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                self._sheet.write_string(self._at, column, cell)
            elif cell is not None:
                self._sheet.write_number(self._at, column, cell)
        self._at += 1

    def close(self) -> None:
        """Finish the file."""
        self._book.close()


class OfficeFile:
    """One growing file of an office: titles and header first, a total last."""

    def __init__(self, path: Path, seed: int, month: str) -> None:
        """Open the file; its ending chooses text or workbook."""
        self.path, self._seed = path, seed
        self._spreadsheet = path.suffix == ".xlsx"
        self._style = style_of(seed, path.name, spreadsheet=self._spreadsheet)
        self._sink: Sink = (
            XlsxSink(path) if self._spreadsheet else CsvSink(path, self._style)
        )
        self._month, self._columns, self._rows = month, list[str](), 0

    def _begin(self, table: pa.Table) -> None:
        self._columns = columns_of(table, self._style)
        heads = header_row(self._columns, self._style, self.path.stem)
        for title in title_rows(self._style, self.path.stem, self._month):
            self._sink.title(title, len(heads))
        if self._style.titles and self._style.blanks:
            self._sink.row([None] * len(heads))
        self._sink.row(list(heads))

    def add(self, table: pa.Table) -> None:
        """Append rows."""
        if not self._columns:
            self._begin(table)
        rows = body_rows(
            table, self._columns, self._style, self._rows, spreadsheet=self._spreadsheet
        )
        for cells in rows:
            self._sink.row(cells)
            self._rows += 1
            if blank_after(self._seed, self.path.name, self._rows, self._style):
                self._sink.row([None] * len(cells))

    def close(self) -> None:
        """Write the total where the office has one, and finish the file."""
        if self._style.totals and self._columns:
            self._sink.row(["JUMLAH", self._rows])
        self._sink.close()


class PlainWorkbook:
    """A workbook with our own column names, every cell as it is."""

    def __init__(self, path: Path) -> None:
        """Open the workbook; the header follows with the first rows."""
        self._sink, self._names = XlsxSink(path), list[str]()

    def add(self, table: pa.Table) -> None:
        """Append rows."""
        if not self._names:
            self._names = [n for n in table.column_names if not n.startswith("_")]
            self._sink.row(list(self._names))
        columns = [_plain_cells(table, name) for name in self._names]
        for cells in zip(*columns, strict=True):
            self._sink.row(list(cells))

    def close(self) -> None:
        """Finish the file."""
        self._sink.close()


def _plain_cells(table: pa.Table, name: str) -> list[Cell]:
    values = table.column(name).to_pylist()
    if name == "birth_date":
        years = table.column("_birth_year").to_pylist()
        pairs = zip(values, years, strict=True)
        return [day.isoformat() if day else year for day, year in pairs]
    return [v.isoformat() if isinstance(v, dt.date) else v for v in values]
