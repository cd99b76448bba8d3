"""A table as CSV that an Indonesian spreadsheet opens, without running anything in it.

The file is UTF-8 with a byte order mark, which Excel needs to read it as such.
Indonesian settings write the decimal comma and therefore separate cells by
semicolons, so the file does both; thousands are not grouped and days are written
2026-11-30, which every setting reads. There is one line of heads and no line of
explanation: this is the form for programs. Codes of sixteen digits stay whole in
the file but a spreadsheet that opens it by a double click rounds them; the XLSX
form keeps them.
"""

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Final

from django.utils import timezone

from naungan.casework import clock
from naungan.web.sheets.sheet import Column, Sheet, is_amount


CONTENT_TYPE: Final = "text/csv; charset=utf-8"
PERCENT_PLACES: Final = 4
RUNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")
"""First characters that make a spreadsheet take a text for a formula, wide ones too."""


def write(sheet: Sheet, file: IO[bytes]) -> int:
    """Write a sheet row by row; give how many rows."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, delimiter=";")
    writer.writerow([harmless(column.label) for column in sheet.columns])
    count = 0
    for row in sheet.rows:
        pairs = zip(row, sheet.columns, strict=True)
        writer.writerow([cell(_rounded(value, column)) for value, column in pairs])
        count += 1
    text.flush()
    text.detach()  # the file stays open for its reader
    return count


def _rounded(value: object, column: Column) -> object:
    """Cut a percentage to what its counts can carry; they stand beside it."""
    percent = column.kind == "percent" and isinstance(value, Decimal)
    return round(value, PERCENT_PLACES) if percent else value  # type: ignore[call-overload]


def cell(value: object) -> str:
    """Write a value: amounts with a decimal comma, days as 2026-11-30."""
    if value is None:
        return ""
    if is_amount(value):
        return (
            f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else f"{value}"
        )
    if isinstance(value, datetime):
        local = clock.shown(value) if timezone.is_aware(value) else value
        return f"{local:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return value.isoformat()
    return harmless(str(value))


def harmless(text: str) -> str:
    """Give a text as it is; one that would run gets an apostrophe in front.

    Only texts are held back: an amount below zero is written by `cell` as it is.
    """
    return f"'{text}" if text.lstrip(" ").startswith(RUNS) else text
