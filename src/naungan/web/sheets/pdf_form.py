"""A table as PDF/UA for reading and printing: what the spreadsheet holds, as words.

Paper is for what somebody reads: at most 1,000 rows are set, some fifty sheets, and a
longer table says at its top how many more there are, and where.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from heapq import nlargest
from itertools import islice
from typing import IO, Any, Final

from django.utils import timezone
from django.utils.translation import get_language, gettext as _

from naungan.casework import clock
from naungan.lib.dates import format_short_date
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number, format_percent
from naungan.web.letters.setting import set_pdf
from naungan.web.sheets.sheet import Column, Sheet, is_amount


CONTENT_TYPE: Final = "application/pdf"
MOST_ROWS: Final = 1_000
LONGEST: Final = 300
"""Characters of a cell: a list of a thousand numbers would fill whole sheets."""
NOTHING: Final = "–"
WIDEST: Final = 34  # characters
SHORT: Final = 14  # texts that would look broken if they were
TRIED: Final = 4
"""Of how many of a column's longest texts the width is measured: letters differ."""
UNBREAKABLE: Final = re.compile(r"\S{25,}")
PIECES: Final = re.compile(r"\S{1,12}")
GOES_ON: Final = " …"
MAY_BREAK: Final = "\N{ZERO WIDTH SPACE}"


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
        local = clock.shown(value) if timezone.is_aware(value) else value
        return f"{format_short_date(local)} {local:%H.%M}"
    if isinstance(value, date):
        return format_short_date(value)
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}{GOES_ON}"


def _amount(value: Any, column: Column) -> str:
    if column.kind == "percent":
        return format_percent(value)
    if column.kind not in ("number", "rupiah"):
        return str(value)
    if value != int(value):
        return format_number(value)
    whole = format_rupiah if column.kind == "rupiah" else format_number
    return whole(int(value))


def _data(sheet: Sheet, rows: list[list[str]], *, was_cut: bool) -> dict[str, Any]:
    told = [_cut(sheet)] if was_cut else []
    if any(len(text) > LONGEST for row in rows for text in row):
        told.append(
            _("Isi yang panjang berakhir dengan “…”: utuh dalam Excel atau CSV.")
        )
    rows = [[_breakable(text) for text in row] for row in rows]
    return {
        "title": sheet.title,
        "language": get_language() or "id",
        "demo": sheet.demo,
        "meta": [*sheet.meta, *told],
        "columns": [
            _column(column, [row[number] for row in rows])
            for number, column in enumerate(sheet.columns)
        ],
        "rows": rows,
        "notes": list(sheet.notes),
        "nothing": _("Tidak ada baris."),
        "foot": " · ".join((sheet.title, *sheet.meta)),
        "address": sheet.address,
    }


def _cut(sheet: Sheet) -> str:
    """Say how many rows stand on paper, of how many, and where all of them are."""
    set_now = format_number(MOST_ROWS)
    if sheet.many is None:
        return _("Hanya %s baris pertama; selebihnya dalam Excel atau CSV.") % set_now
    return _(
        "Hanya %(set)s dari %(all)s baris; %(left)s selebihnya dalam Excel atau CSV, "
        "atau saring dahulu."
    ) % {
        "set": set_now,
        "all": format_number(sheet.many),
        "left": format_number(sheet.many - MOST_ROWS),
    }


def _breakable(text: str) -> str:
    """Let a word that is wider than any column break: an address, a fingerprint."""
    if len(text) <= SHORT:
        return text
    return UNBREAKABLE.sub(
        lambda word: MAY_BREAK.join(PIECES.findall(word.group())), text
    )


def _column(column: Column, texts: Sequence[str]) -> dict[str, Any]:
    """Tell how a column is set, and what its width is measured by.

    `words` must not break: words, or whole cells where a break would look wrong.
    `wholes` are the cells that want the most room, which they need not get.
    """
    longest = nlargest(TRIED, set(texts), key=len)
    widest = len(longest[0]) if longest else 0
    fixed = (column.kind != "text" or widest <= SHORT) and widest <= WIDEST
    words = {word for text in set(texts) for word in _words(text)}
    return {
        "label": column.label,
        "side": "right" if column.is_number else "left",
        "heads": column.label.split(),
        "words": longest if fixed else nlargest(TRIED, words, key=len),
        "wholes": [text[:WIDEST] for text in longest],
        "fixed": fixed,
    }


def _words(text: str) -> list[str]:
    return text.replace(MAY_BREAK, " ").split(" ")
