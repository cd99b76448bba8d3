"""A table as PDF/UA for reading and printing: what the spreadsheet holds, as words.

Paper is for what somebody reads: at most 5,000 rows are set, and a longer table says
at its top how it goes on.
"""

from datetime import date, datetime
from itertools import islice
from typing import IO, Any, Final

from django.utils import timezone
from django.utils.translation import get_language, gettext as _

from naungan.lib.dates import format_short_date
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number, format_percent
from naungan.web.letters.setting import set_pdf
from naungan.web.sheets.sheet import Column, Sheet, is_amount


CONTENT_TYPE: Final = "application/pdf"
MOST_ROWS: Final = 5_000
NOTHING: Final = "–"
NARROWEST: Final = 5  # characters
WIDEST: Final = 34
SHORT: Final = 14  # texts that would look broken if they were


def write(sheet: Sheet, file: IO[bytes]) -> int:
    """Set a sheet and write it; give how many rows it holds."""
    rows = iter(sheet.rows)
    kept = [
        [cell(value, column) for value, column in zip(row, sheet.columns, strict=True)]
        for row in islice(rows, MOST_ROWS)
    ]
    was_cut = next(rows, None) is not None
    file.write(set_pdf("sheet.typ", _data(sheet, kept, was_cut=was_cut)))
    return len(kept)


def cell(value: object, column: Column) -> str:
    """Write a value as people read it in Indonesia."""
    if value is None:
        return NOTHING
    if is_amount(value):
        return _amount(value, column)
    if isinstance(value, datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return f"{format_short_date(local.date())} {local:%H.%M}"
    return format_short_date(value) if isinstance(value, date) else str(value)


def _amount(value: Any, column: Column) -> str:
    if column.kind == "percent":
        return format_percent(value)
    if column.kind == "rupiah" and value == int(value):
        return format_rupiah(int(value))
    return format_number(value) if column.kind in ("number", "rupiah") else str(value)


def _data(sheet: Sheet, rows: list[list[str]], *, was_cut: bool) -> dict[str, Any]:
    columns = [
        _column(column, max((len(row[number]) for row in rows), default=0))
        for number, column in enumerate(sheet.columns)
    ]
    cut = _("Hanya 5.000 baris pertama; selebihnya dalam Excel atau CSV.")
    return {
        "title": sheet.title,
        "language": get_language() or "id",
        "demo": sheet.demo,
        "meta": [*sheet.meta, *([cut] if was_cut else [])],
        "columns": columns,
        "characters": sum(one["width"] for one in columns),
        "rows": rows,
        "notes": list(sheet.notes),
        "nothing": _("Tidak ada baris."),
        "foot": " · ".join((sheet.title, *sheet.meta)),
        "address": sheet.address,
    }


def _column(column: Column, longest: int) -> dict[str, Any]:
    """Tell how a column is set; what must not break keeps its own width."""
    word = max(map(len, column.label.split()), default=0)
    fixed = column.kind != "text" or longest <= SHORT
    width = max(NARROWEST, word, longest if fixed else min(longest, WIDEST))
    return {
        "label": column.label,
        "side": "right" if column.is_number else "left",
        "width": width,
        "fixed": fixed and width <= WIDEST,
    }
