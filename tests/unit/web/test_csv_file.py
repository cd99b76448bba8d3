"""Files for spreadsheets: read as text, never run."""

import pytest

from naungan.web import csv_file


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("Sari", "Sari"),
        (None, ""),
        (0, "0"),
        (-5, "'-5"),
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("+62", "'+62"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("a=1", "a=1"),
    ],
)
def test_a_cell_that_would_run_gets_an_apostrophe(cell, written):
    assert csv_file.harmless(cell) == written


def test_a_file_is_a_download_that_excel_reads_in_unicode():
    made = csv_file.answer("a.csv", ("nama",), [("Sari; Budi",), ("=1",)])
    assert made.content.decode("utf-8-sig") == 'nama\r\n"Sari; Budi"\r\n\'=1\r\n'
    assert made["Content-Disposition"] == 'attachment; filename="a.csv"'
    assert made["X-Content-Type-Options"] == "nosniff"
