"""A table as a CSV file that a spreadsheet opens without running anything in it."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from django.http import HttpResponse


RUNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""First characters that make a spreadsheet take a cell for a formula."""
BYTE_ORDER_MARK: Final = "\ufeff"  # else Excel reads the file in its old encoding


def answer(
    name: str, header: Sequence[str], rows: Iterable[Sequence[object]]
) -> HttpResponse:
    """Give a file for download, with semicolons as Indonesian spreadsheets expect."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    content = (BYTE_ORDER_MARK + text.getvalue()).encode()
    made = HttpResponse(content, content_type="text/csv; charset=utf-8")
    made["Content-Disposition"] = f'attachment; filename="{name}"'
    made["X-Content-Type-Options"] = "nosniff"
    return made


def harmless(cell: object) -> str:
    """Write a cell as text; one that would run gets an apostrophe in front."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(RUNS) else text
