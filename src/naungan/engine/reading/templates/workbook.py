"""Empty files to fill in: one workbook per kind, with the headings that are read.

The sheet to fill holds nothing but its headings, so that no sample can be sent back
as if it were a person; samples, meanings and allowed words stand on a second sheet
that no reader takes for data.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from naungan.engine.format import Column, Format
from naungan.engine.formats import all_formats
from naungan.engine.reading.books.sheet import GUIDE
from naungan.engine.reading.templates.headings import heading_of, samples_of
from naungan.engine.reading.values.choice import spoken_words


KINDS: Final = ("workers", "members", "employers", "contributions", "universe")
ROWS: Final = 5_000  # rows with drop-down lists
WIDE: Final = 24
TINTS: Final = {"always": "#FFE699", "either": "#FFF7DC"}
"""Behind the headings a row cannot do without, and behind those that serve one another."""
STEPS: Final = (
    "Isi lembar “{sheet}”, satu baris untuk {row}.",
    "Jangan mengganti judul kolom. Latar kuning tua: wajib diisi pada setiap baris.",
    "Latar kuning muda: cukup salah satu, lihat “Wajib?”. Kolom lain boleh kosong.",
    "Simpan sebagai .xlsx atau .csv, lalu kirim. Contoh di bawah ini rekaan.",
)


Cells = Mapping[str, str]
"""The texts of one row, by the columns of the format."""


def write_template(kind: str, path: Path, rows: Iterable[Cells] = ()) -> None:
    """Write the workbook to fill in for one kind of file; KeyError for another kind.

    `rows` are filled in already.
    """
    form = all_formats()[kind]
    options = {"strings_to_formulas": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        _write_sheet(book, form, rows)
        _write_guide(book, form)


def _write_sheet(book: Any, form: Format, rows: Iterable[Cells]) -> None:
    """Write the headings: their colour says which of them a row needs."""
    sheet = book.add_worksheet(form.title)
    text = book.add_format({"num_format": "@"})
    bold = {"bold": True, "bottom": 1, "num_format": "@"}
    plain = book.add_format(bold)
    tinted = {
        need: book.add_format({**bold, "bg_color": tint})
        for need, tint in TINTS.items()
    }
    for at, column in enumerate(form.columns):
        heading = heading_of(column)
        sheet.set_column(at, at, max(len(heading) + 2, 14), text)
        style = tinted.get(_need(form, column), plain)
        sheet.write_string(0, at, heading, style)
        if column.choices:
            _offer(sheet, at, column, form)
    for down, row in enumerate(rows, start=1):
        for at, column in enumerate(form.columns):
            if row.get(column.name):
                sheet.write_string(down, at, row[column.name])
    sheet.freeze_panes(1, 0)


def _need(form: Format, column: Column) -> str:
    """Say how much a row needs a column: `always`, `either` it or another, or ""."""
    for need in form.required:
        if any(column.name in group for group in need.groups):
            return "always" if len(need.groups) == 1 else "either"
    return ""


def _offer(sheet: Any, at: int, column: Column, form: Format) -> None:
    """Offer the allowed words as a list, taken from the guide's columns to the right."""
    first = len(STEPS) + 3
    letters = xlsxwriter.utility.xl_col_to_name(_place_of_words(form, column))
    last = first + len(column.choices) - 1
    sheet.data_validation(
        1,
        at,
        ROWS,
        at,
        {
            "validate": "list",
            "source": f"='{GUIDE}'!${letters}${first}:${letters}${last}",
            "error_type": "warning",
            "error_title": heading_of(column),
            "error_message": "Pilih dari daftar; tulisan lain mungkin tidak dikenal.",
        },
    )


def _place_of_words(form: Format, column: Column) -> int:
    with_words = [one.name for one in form.columns if one.choices]
    return 6 + with_words.index(column.name)


def _write_guide(book: Any, form: Format) -> None:
    sheet = book.add_worksheet(GUIDE)
    bold = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    row = form.describes.removeprefix("Satu baris adalah ").removesuffix(".")
    for at, step in enumerate(STEPS):
        sheet.write_string(at, 0, f"{at + 1}. {step.format(sheet=form.title, row=row)}")
    top = len(STEPS) + 1
    titles = ("Judul kolom", "Wajib?", "Artinya", "Contoh rekaan 1", "Contoh rekaan 2")
    for at, title in enumerate(titles):
        sheet.write_string(top, at, title, bold)
        sheet.set_column(at, at, 2 * WIDE if at == 2 else WIDE)
    for at, column in enumerate(form.columns, start=top + 1):
        cells = (heading_of(column), _duty(form, column), column.describes)
        for place, cell in enumerate((*cells, *samples_of(column))):
            sheet.write_string(at, place, cell, wrap)
    _write_words(sheet, form, top, bold)


def _duty(form: Format, column: Column) -> str:
    """Say whether a row needs a column: always, instead of another one, or not."""
    for need in form.required:
        if any(column.name in group for group in need.groups):
            if len(need.groups) == 1:
                return "wajib"
            groups = (
                " dan ".join(heading_of(form.column(name)) for name in group)
                for group in need.groups
            )
            return f"salah satu: {', atau '.join(groups)}"
    return "boleh kosong"


def _write_words(sheet: Any, form: Format, top: int, bold: Any) -> None:
    """Write the allowed words of each column beside, where the lists find them."""
    for column in form.columns:
        if column.choices:
            at = _place_of_words(form, column)
            sheet.write_string(top, at, f"Pilihan {heading_of(column).lower()}", bold)
            sheet.set_column(at, at, WIDE)
            for row, word in enumerate(spoken_words(column), start=top + 1):
                sheet.write_string(row, at, word)
