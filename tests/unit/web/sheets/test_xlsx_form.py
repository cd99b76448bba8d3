"""Workbooks, opened by another reader than the library that wrote them."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest

from naungan.web.sheets import xlsx_form
from naungan.web.sheets.sheet import Column, Sheet


COLUMNS = (
    *(Column("NIK", "code"), Column("Nama"), Column("Pekerja", "number")),
    *(Column("Upah", "rupiah"), Column("Cakupan", "percent"), Column("Saat", "date")),
)
ROWS = (
    (
        *("1603040101909001", '=HYPERLINK("x")', -12, -1_500_000),
        *(Decimal("37.7"), date(2026, 11, 30)),
    ),
    (
        *("1603040101909002", "x" * 40_000, Decimal("2.5"), 10**17, None),
        datetime(2026, 11, 30, 20, tzinfo=UTC),
    ),
    ("1603040101909003", None, None, None, None, date(1850, 1, 1)),
)


@pytest.fixture(scope="module")
def page():
    file = io.BytesIO()
    sheet = Sheet("uji", "Uji & coba", ("Wilayah: X",), COLUMNS, ROWS, ("Catatan.",))
    assert xlsx_form.write(sheet, file) == 3
    return openpyxl.load_workbook(file).active


def test_the_title_what_is_known_the_heads_and_the_notes_stand_around_the_rows(page):
    firsts = [row[0].value for row in page.iter_rows()]
    assert firsts[:4] == ["Uji & coba", "Wilayah: X", None, "NIK"]
    assert firsts[-1] == "Catatan."


def test_numbers_and_days_are_real_and_shown_as_such(page):
    cells = list(page.iter_rows(min_row=5, max_row=5))[0]
    assert [cell.value for cell in cells[2:5]] == [-12, -1_500_000, 0.377]
    assert cells[4].number_format == "0.0%"
    assert cells[5].value.isoformat() == "2026-11-30T00:00:00"
    moment = page["F6"]
    assert moment.value.isoformat() == "2026-12-01T03:00:00"


def test_a_nik_and_a_formula_are_texts(page):
    assert (page["A5"].value, page["A5"].data_type) == ("1603040101909001", "s")
    assert (page["B5"].value, page["B5"].data_type) == ('=HYPERLINK("x")', "s")


def test_what_a_spreadsheet_cannot_hold_is_shortened_or_stays_a_text(page):
    assert len(page["B6"].value) == xlsx_form.LONGEST_TEXT
    assert (page["D6"].value, page["F7"].value) == (str(10**17), "1850-01-01")
    assert [page[f"{name}7"].value for name in "BCDE"] == ["–"] * 4


def test_the_head_stays_in_sight_is_filtered_and_printed_on_every_page(page):
    assert page.freeze_panes == "A5"
    assert page.auto_filter.ref == "A4:F7"
    assert page.print_title_rows == "$4:$4"
    assert page.page_setup.orientation == "landscape"
    assert page.oddFooter.right.text.endswith("&P/&N")


def test_what_does_not_fit_is_said(monkeypatch):
    monkeypatch.setattr(xlsx_form, "MOST_ROWS", 1)
    file = io.BytesIO()
    assert xlsx_form.write(Sheet("uji", "Uji", (), COLUMNS, ROWS), file) == 1
    page = openpyxl.load_workbook(file).active
    assert "selebihnya" in [row[0].value for row in page.iter_rows()][-1]
