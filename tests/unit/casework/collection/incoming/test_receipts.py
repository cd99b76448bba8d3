"""Payments of a file: which heads are heard, and what of a row cannot be read."""

import io
from datetime import date

import pytest
import xlsxwriter

from naungan.casework.collection.incoming.receipts import MOST_ROWS, read
from naungan.lib.errors import InputRefused


HEAD = "NPP;Tanggal bayar;Jumlah bayar;No. bukti;BLTH"


def text(*rows, head=HEAD):
    return "\n".join((head, *rows)).encode()


def test_a_delimited_text_is_read_by_its_heads():
    (one,) = read(text("AA123;02/10/2026;Rp1.500.000;TRX-1;06-2026"))
    assert (one.npp, one.paid_on) == ("AA123", date(2026, 10, 2))
    assert (one.amount_idr, one.reference) == (1_500_000, "TRX-1")
    assert one.month == 2026 * 12 + 5
    assert one.line == 2
    assert one.wrong == ""


def test_a_workbook_is_read_alike():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, ["Nomor kasus", "Tanggal", "Rupiah"])
    sheet.write_string(1, 0, "001/KASUS/2026")
    sheet.write_datetime(1, 1, date(2026, 10, 2), day)
    sheet.write_number(1, 2, 750_000)
    book.close()
    (one,) = read(file.getvalue())
    assert (one.case, one.paid_on) == ("001/KASUS/2026", date(2026, 10, 2))
    assert (one.amount_idr, one.wrong) == (750_000, "")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("AA1;kemarin;1000;;", "Tanggal"),
        ("AA1;2026-10;1000;;", "Tanggal"),
        ("AA1;2026-10-02;banyak;;", "Jumlah"),
        ("AA1;2026-10-02;-5;;", "Jumlah"),
        ("AA1;2026-10-02;1000;;entah", "Bulan"),
        ("AA1", "Tanggal"),
    ],
)
def test_what_cannot_be_read_of_a_row_is_said(row, said):
    assert read(text(row))[0].wrong.startswith(said)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"nama;alamat\na;b",
        b"\xff\xfe\x00\x01",
        b"a\x00b;c",
        b"PK\x03\x04 bukan buku kerja",
        text(*["AA1;2026-10-02;1000;;"] * (MOST_ROWS + 1)),
    ],
)
def test_what_is_no_file_of_payments_is_refused(content):
    with pytest.raises(InputRefused):
        read(content)
