"""What is written quickly is, byte for byte, what the library writes."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from naungan.web.sheets.plain_cells import PlainCells


TEXTS = (
    *("SARI WULANDARI", "", " depan", "belakang ", "a & b", "<b>", "_x0041_", "\x07"),
    *("dua\nbaris", "“kutip”", "=1+1", "<r>x</r>", "\ufffe", "😀", "a\tb", "'"),
)
NUMBERS = (0, -1, 0.1, 37.7, 10**14, Decimal("12.50"), date(1985, 3, 20))


def written(kind, constant):
    """Write every odd thing with a kind of worksheet; give its XML."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"constant_memory": constant})
    page = book.add_worksheet("Data", kind)
    bold = book.add_format({"bold": True})
    for row, text in enumerate(TEXTS):
        page.write_string(row, 0, text, bold)
        page.write_string(row, 30, text)
    for row, value in enumerate(NUMBERS, len(TEXTS)):
        write = page.write_datetime if isinstance(value, date) else page.write_number
        write(row, 800, value, bold)
    page.write_formula(40, 0, "=1+1", bold)
    page.write_blank(41, 0, None, bold)
    book.close()
    return zipfile.ZipFile(made).read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("constant", [True, False])
def test_the_bytes_are_those_of_the_library(constant):
    assert written(PlainCells, constant) == written(Worksheet, constant)
