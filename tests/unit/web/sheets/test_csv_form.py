"""Files for spreadsheets and programs: read as text, never run."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from naungan.web.sheets import csv_form
from naungan.web.sheets.sheet import Column, Sheet


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Sari", "Sari"),
        (None, ""),
        (0, "0"),
        (-5, "-5"),
        (Decimal("-1.50"), "-1,50"),
        (Decimal("1E+3"), "1000"),
        (date(2026, 11, 30), "2026-11-30"),
        (datetime(2026, 11, 30, 20, tzinfo=UTC), "2026-12-01 03:00:00"),
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("+62", "'+62"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\uff1d1", "'\uff1d1"),
        ("a=1", "a=1"),
    ],
)
def test_amounts_stay_amounts_and_what_would_run_gets_an_apostrophe(value, written):
    assert csv_form.cell(value) == written


def test_a_file_is_read_back_cell_for_cell_in_unicode():
    columns = (Column("Nama"), Column("=Upah", "rupiah"))
    rows = [("Sari; “Budi”\nbaris dua", -1_234_567), ("=1", None)]
    file = io.BytesIO()
    assert csv_form.write(Sheet("uji", "Uji", (), columns, rows), file) == 2
    text = io.StringIO(file.getvalue().decode("utf-8-sig"), newline="")
    assert list(csv.reader(text, delimiter=";")) == [
        ["Nama", "'=Upah"],
        ["Sari; “Budi”\nbaris dua", "-1234567"],
        ["'=1", ""],
    ]
    assert file.getvalue().startswith("\ufeff".encode())


def test_a_percentage_has_no_digits_that_its_counts_do_not_carry():
    columns = (Column("Cakupan", "percent"),)
    file = io.BytesIO()
    csv_form.write(Sheet("uji", "Uji", (), columns, [(Decimal(100) / 7,)]), file)
    assert file.getvalue().decode("utf-8-sig").splitlines()[1] == "14,2857"
