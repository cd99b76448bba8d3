"""A table as a workbook: real numbers and days, a frozen head, ready to print.

Rows are written one by one in constant memory. Every text is written as a text, so
none can run as a formula, and a NIK keeps its sixteen digits. The reader's
spreadsheet shows thousands and decimals with the separators of its own language.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from typing import IO, Any, Final

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.web.sheets.plain_cells import PlainCells
from naungan.web.sheets.sheet import Column, Sheet, is_amount


CONTENT_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)
MOST_ROWS: Final = 1_000_000
LONGEST_TEXT: Final = 32_767
MOST_EXACT: Final = 10**15  # a spreadsheet keeps no more digits of a number
FIRST_YEAR: Final = 1900  # spreadsheets know no earlier day
A4: Final = 9
NOTHING: Final = "–"
WIDTHS: Final = {"number": 11, "rupiah": 18, "percent": 10, "date": 17}
NARROWEST: Final = 8
WIDEST: Final = 42
MEASURED: Final = 200  # rows from which the widths of texts are taken
LINE: Final = 15  # points
NUMBER_FORMATS: Final = {
    "number": "#,##0.##########",
    "rupiah": '"Rp"\\ #,##0;"−Rp"\\ #,##0',
    "percent": "0.0%",
    "date": "[$-421]d mmm yyyy;@",
    "moment": '[$-421]d mmm yyyy hh"."mm;@',
    "whole": "#,##0",
}
FORMATS: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 14},
    "note": {"font_color": "#454E5B"},
    "head": {"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 2},
    "text": {"valign": "top", "indent": 1},
    "code": {"valign": "top", "indent": 1, "num_format": "@"},
    "nothing": {"valign": "top", "align": "right"},
    **{
        kind: {"valign": "top", "num_format": written}
        for kind, written in NUMBER_FORMATS.items()
    },
}
FORMATS["head"]["bg_color"] = "#EEF0F2"
FORMATS["head_right"] = {**FORMATS["head"], "align": "right"}
FORMATS["head"]["indent"] = 1


def write(sheet: Sheet, file: IO[bytes]) -> int:
    """Write a sheet into a workbook of one worksheet; give how many rows."""
    book = xlsxwriter.Workbook(
        file,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "remove_timezone": True,
        },
    )
    book.set_properties({"title": sheet.title, "author": "Naungan"})
    page = book.add_worksheet(_("Data"), PlainCells)
    made = {code: book.add_format(one) for code, one in FORMATS.items()}
    rows = iter(sheet.rows)
    first = list(islice(rows, MEASURED))
    head = _write_top(page, sheet, made, first)
    last, was_cut = _write_rows(page, sheet, made, head, chain(first, rows))
    notes = (*sheet.notes, _("Hanya sejuta baris pertama; selebihnya dalam CSV."))
    for number, note in enumerate(notes if was_cut else sheet.notes, last + 2):
        page.write_string(number, 0, note[:LONGEST_TEXT], made["note"])
    page.autofilter(head, 0, max(last, head), max(len(sheet.columns) - 1, 0))
    _set_print(page, sheet, head)
    book.close()
    return last - head


def _write_top(
    page: Any, sheet: Sheet, made: dict[str, Any], first: list[Sequence[object]]
) -> int:
    """Write the title, what is known of the table, and the heads; give their row."""
    widths = [_width(*one, first) for one in enumerate(sheet.columns)]
    for number, width in enumerate(widths):
        page.set_column(number, number, width)
    page.write_string(0, 0, sheet.title, made["title"])
    lines = [line for line in (sheet.demo, *sheet.meta, sheet.address) if line]
    for number, line in enumerate(lines, 1):
        page.write_string(number, 0, line[:LONGEST_TEXT], made["note"])
    head = len(lines) + 2
    pairs = zip(sheet.columns, widths, strict=True)
    lines_of_heads = max((-(-len(c.label) // (w - 3)) for c, w in pairs), default=1)
    page.set_row(head, LINE * (lines_of_heads + 1))
    for number, column in enumerate(sheet.columns):
        kind = "head_right" if column.is_number else "head"
        page.write_string(head, number, column.label, made[kind])
    page.freeze_panes(head + 1, 0)
    return head


def _write_rows(
    page: Any,
    sheet: Sheet,
    made: dict[str, Any],
    head: int,
    rows: Iterator[Sequence[object]],
) -> tuple[int, bool]:
    """Write the rows below the heads; give the last one, and whether more were there."""
    writers = [_writer(page, column, made) for column in sheet.columns]
    last = head
    for last, row in enumerate(islice(rows, MOST_ROWS), head + 1):
        for number, (write_cell, value) in enumerate(zip(writers, row, strict=True)):
            write_cell(last, number, value)
    return last, next(rows, None) is not None


def _writer(
    page: Any, column: Column, made: dict[str, Any]
) -> Callable[[int, int, Any], None]:
    """Give what writes the cells of a column."""
    as_text = made["code" if column.kind == "code" else "text"]

    def write_text(row: int, number: int, value: Any) -> None:
        text = NOTHING if value is None else str(value)
        page.write_string(row, number, text[:LONGEST_TEXT], as_text)

    def write_amount(row: int, number: int, value: Any) -> None:
        if value is None:
            page.write_string(row, number, NOTHING, made["nothing"])
        elif not is_amount(value) or abs(value) >= MOST_EXACT:
            write_text(row, number, value)
        else:
            shown, kind = _amount(value, column)
            page.write_number(row, number, shown, made[kind])

    def write_day(row: int, number: int, value: Any) -> None:
        if not isinstance(value, date) or value.year < FIRST_YEAR:
            write_text(row, number, value)
            return
        is_moment = isinstance(value, datetime)
        kind = "moment" if is_moment else "date"
        page.write_datetime(row, number, _local(value), made[kind])

    if column.kind == "date":
        return write_day
    return write_amount if column.is_number else write_text


def _amount(value: int | Decimal, column: Column) -> tuple[int | float | Decimal, str]:
    """Give an amount as the spreadsheet holds it, and its format."""
    if column.kind == "percent":
        return float(value) / 100, "percent"
    if column.kind == "number" and (isinstance(value, int) or value == int(value)):
        return value, "whole"
    return value, column.kind


def _local(value: date) -> date:
    if isinstance(value, datetime) and timezone.is_aware(value):
        return clock.shown(value).replace(tzinfo=None)
    return value


def _width(number: int, column: Column, first: list[Sequence[object]]) -> int:
    """Give the width of a column in characters, of texts as the first rows are."""
    longest_word = max((len(word) for word in column.label.split()), default=0)
    usual = WIDTHS.get(column.kind)
    if usual is None:
        usual = max((len(str(row[number] or "")) for row in first), default=0) + 2
    return max(NARROWEST, longest_word + 4, min(usual, WIDEST))


def _set_print(page: Any, sheet: Sheet, head: int) -> None:
    """Set the paper: A4 across, one page wide, the heads on every page, a foot."""
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    title = sheet.title.replace("&", "&&")[:120]
    page.set_footer(f"&L&8{title}&R&8&P/&N")
