"""What a sheet of the workbook is, and how it is written row by row.

A sheet that would overflow the format's 1,048,576 rows goes on in a second
one, "(2)", with the same heads. Rows are streamed: memory stays constant.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any, Final, Literal

import xlsxwriter

from naungan.engine.report.source import Source


Kind = Literal["text", "wrapped", "count", "rupiah", "share", "date", "value"]

LAST_ROW: Final = 1_048_576
HEAD_ROWS: Final = 3
LONGEST_NAME: Final = 31
LONGEST_TEXT: Final = 32_767
FIRST_YEAR: Final = 1900  # spreadsheets know no earlier day
NOTHING: Final = "Tidak ada baris."


@dataclass(frozen=True)
class Column:
    """A column: its head, its width in characters, and what its cells hold.

    `choices` are offered in every cell, for columns that the reader fills in.
    """

    title: str
    width: int
    kind: Kind = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, what it says, its columns, and where its rows come from.

    Only an `is_public` sheet belongs into a published workbook.
    """

    name: str
    note: Callable[[Source], str]
    columns: Sequence[Column]
    rows: Callable[[Source], Iterable[Sequence[Any]]]
    is_public: bool = False


# The reader's spreadsheet shows these with the separators of its own language.
FORMATS: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 14},
    "note": {"font_color": "#454E5B"},
    "head": {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "bottom": 2,
        "bg_color": "#EEF0F2",
    },
    "text": {"valign": "top"},
    "wrapped": {"valign": "top", "text_wrap": True},
    "count": {"valign": "top", "num_format": "#,##0"},
    "rupiah": {"valign": "top", "num_format": "#,##0"},
    "share": {"valign": "top", "num_format": "0.0%"},
    "date": {"valign": "top", "num_format": "[$-421]d mmm yyyy;@"},
    "value": {"valign": "top", "num_format": "#,##0", "align": "right"},
}


class SheetWriter:
    """Writes sheets into one open workbook, with the formats made once."""

    def __init__(self, book: xlsxwriter.Workbook, *, last_row: int = LAST_ROW) -> None:
        self._book = book
        self._last_row = last_row
        self._formats = {name: book.add_format(made) for name, made in FORMATS.items()}

    def write(self, sheet: Sheet, source: Source) -> int:
        """Write a sheet, over several pages where it overflows; return its rows."""
        rows: Iterator[Sequence[Any]] = iter(sheet.rows(source))
        note = sheet.note(source)
        written, part = 0, 1
        while True:
            room = self._last_row - HEAD_ROWS
            page = self._begin(sheet, note, part)
            count = self._fill(page, sheet.columns, islice(rows, room))
            written += count
            following = next(rows, None) if count == room else None
            if following is None:
                break
            rows = _put_back(following, rows)
            part += 1
        return written

    def _begin(self, sheet: Sheet, note: str, part: int) -> Any:
        name = _page_name(sheet.name, part)
        page = self._book.add_worksheet(name)
        page.hide_gridlines(2)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEAD_ROWS - 1)
        page.set_footer(f"&L&8{sheet.name}&R&8&P/&N")
        page.freeze_panes(HEAD_ROWS, 1)
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, column.width)
        page.write_string(0, 0, name, self._formats["title"])
        page.write_string(1, 0, note, self._formats["note"])
        for at, column in enumerate(sheet.columns):
            page.write_string(HEAD_ROWS - 1, at, column.title, self._formats["head"])
        return page

    def _fill(
        self, page: Any, columns: Sequence[Column], rows: Iterable[Sequence[Any]]
    ) -> int:
        count = 0
        kinds = [(column.kind, self._formats[column.kind]) for column in columns]
        for count, row in enumerate(rows, 1):
            line = HEAD_ROWS + count - 1
            for at, ((kind, style), value) in enumerate(zip(kinds, row, strict=True)):
                if value is not None:
                    _write_cell(page, line, at, kind, value, style)
        if count == 0:
            page.write_string(HEAD_ROWS, 0, NOTHING, self._formats["note"])
        else:
            page.autofilter(HEAD_ROWS - 1, 0, HEAD_ROWS + count - 1, len(columns) - 1)
            _offer_choices(page, columns, count)
        return count


def _offer_choices(page: Any, columns: Sequence[Column], count: int) -> None:
    for at, column in enumerate(columns):
        if column.choices:
            rule = {"validate": "list", "source": list(column.choices)}
            page.data_validation(HEAD_ROWS, at, HEAD_ROWS + count - 1, at, rule)


def _page_name(name: str, part: int) -> str:
    """Name the following pages "… (2)", within the format's 31 characters."""
    if part == 1:
        return name
    ending = f" ({part})"
    room = LONGEST_NAME - len(ending)
    return (name if len(name) <= room else f"{name[: room - 1]}…") + ending


def _write_cell(
    page: Any, line: int, at: int, kind: str, value: Any, style: Any
) -> None:
    if isinstance(value, str):
        page.write_string(line, at, _fitting(value), style)
    elif isinstance(value, date) and value.year < FIRST_YEAR:
        page.write_string(line, at, value.isoformat(), style)
    elif isinstance(value, date):
        page.write_datetime(line, at, value, style)
    elif kind == "share":
        # Shares arrive in percent; the cell holds the ratio that "0.0%" shows.
        page.write_number(line, at, float(Decimal(value) / 100), style)
    else:
        page.write_number(line, at, value, style)


def _fitting(text: str) -> str:
    """Cut what a cell cannot hold, visibly; the writer would drop it in silence."""
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"


def _put_back(
    first: Sequence[Any], rest: Iterator[Sequence[Any]]
) -> Iterator[Sequence[Any]]:
    yield first
    yield from rest
