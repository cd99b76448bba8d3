"""Tables on paper: read back by another library, as a reader for the blind would."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation
from pypdf import PdfReader

from naungan.web.sheets import pdf_form
from naungan.web.sheets.sheet import Column, Sheet


COLUMNS = (
    *(Column("NIK", "code"), Column("Nama"), Column("Pekerja", "number")),
    *(Column("Upah", "rupiah"), Column("Cakupan", "percent"), Column("Lahir", "date")),
)
ROW = ("1603040101909001", "Sari", 1234, -4_041_420, Decimal("37.7"), date(1990, 1, 2))


def printed(rows, **rest):
    file = io.BytesIO()
    told = {"address": "http://x/uji", **rest}
    sheet = Sheet("uji", "Uji coba", ("Wilayah: X",), COLUMNS, rows, ("Sumber.",))
    count = pdf_form.write(
        Sheet(**{**{name: getattr(sheet, name) for name in vars(sheet)}, **told}), file
    )
    return count, PdfReader(file)


def words(reader):
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def kinds(node):
    """Yield the kinds of every element below a node of the structure."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from kinds(one)
    elif isinstance(node, dict):
        yield node.get("/S")
        yield from kinds(node.get("/K", []))


def test_a_page_is_tagged_titled_and_says_its_language():
    _, reader = printed([ROW, ROW])
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert (root["/Lang"], reader.metadata.title) == ("id", "Uji coba")
    assert b"pdfuaid" in root["/Metadata"].get_data()
    found = list(kinds(root["/StructTreeRoot"]))
    assert (found.count("/TH"), found.count("/TD")) == (6, 12)
    assert "/H1" in found
    with translation.override("en"):
        assert printed([ROW])[1].trailer["/Root"]["/Lang"] == "en"


def test_a_page_says_what_the_table_is_and_where_it_is_from():
    _, reader = printed([ROW], demo="Peragaan: rekaan.")
    (text,) = words(reader)
    for said in (
        *("Uji coba", "Wilayah: X", "1.234", "−Rp4.041.420", "37,7 %", "2 Jan 1990"),
        *("Sumber.", "http://x/uji", "1/1", "Peragaan: rekaan."),
    ):
        assert said in text.replace("\N{NO-BREAK SPACE}", " "), said


def test_heads_and_foot_stand_on_every_page():
    _, reader = printed([ROW] * 120)
    texts = words(reader)
    assert len(texts) > 1
    for number, text in enumerate(texts, 1):
        assert "NIK Nama" in text
        assert f"{number}/{len(texts)}" in text
        assert "http://x/uji" in text


def test_what_a_file_said_is_never_taken_for_markup():
    evil = '#read("/etc/passwd") *tebal* $x$ \\ @rujukan <label> "kutip"'
    _, reader = printed([(ROW[0], evil, *ROW[2:])], address=evil)
    (text,) = words(reader)
    assert '#read("/etc/passwd")' in text.replace(" ", "")
    assert "root:" not in text


@pytest.mark.parametrize(("texts", "millimetres"), [(2, 210), (6, 297), (16, 420)])
def test_a_wider_table_is_laid_across_and_then_on_larger_paper(texts, millimetres):
    """No column is narrower than its longest word, so none runs into the next."""
    columns = [Column(f"Kolom {number}") for number in range(texts)]
    rows = [["Ketenagakerjaan dan pertanggungjawabannya"] * texts]
    file = io.BytesIO()
    pdf_form.write(Sheet("uji", "Uji", (), columns, rows), file)
    (page,) = PdfReader(file).pages
    assert round(float(page.mediabox.width) / 72 * 25.4) == millimetres


def test_a_word_wider_than_any_column_may_break():
    fingerprint = "0123456789abcdef" * 4
    _, reader = printed([(ROW[0], fingerprint, *ROW[2:])])
    (text,) = words(reader)
    bare = text.replace(" ", "").replace("\N{ZERO WIDTH SPACE}", "")
    assert fingerprint in bare
    assert "0123456789ab" in text


def test_a_table_without_rows_says_so():
    count, reader = printed([])
    assert count == 0
    assert "Tidak ada baris." in words(reader)[0]


def test_what_does_not_fit_is_said_at_the_top(monkeypatch):
    monkeypatch.setattr(pdf_form, "MOST_ROWS", 1)
    count, reader = printed([ROW, ROW])
    assert count == 1
    assert "selebihnya" in words(reader)[0]


def test_a_cell_that_would_fill_sheets_is_cut_and_says_so(monkeypatch):
    monkeypatch.setattr(pdf_form, "LONGEST", 6)
    _, reader = printed([ROW])
    assert "…" in words(reader)[0]
    assert "utuh dalam Excel atau CSV" in words(reader)[0]


def test_how_many_more_there_are_is_said_where_it_is_known(monkeypatch):
    monkeypatch.setattr(pdf_form, "MOST_ROWS", 1)
    _, reader = printed([ROW, ROW, ROW], many=3)
    assert "Hanya 1 dari 3 baris; 2 selebihnya" in words(reader)[0]


@pytest.mark.parametrize(
    ("value", "kind", "written"),
    [
        (None, "number", "–"),
        (True, "text", "True"),
        (Decimal("2.5"), "number", "2,5"),
        (Decimal("21600.00"), "number", "21.600"),
        (Decimal("2.5"), "rupiah", "2,5"),
        (7, "text", "7"),
        (datetime(2026, 11, 30, 20, tzinfo=UTC), "date", "1 Des 2026 03.00"),
    ],
)
def test_values_are_written_as_people_read_them(value, kind, written):
    assert pdf_form.cell(value, Column("x", kind)) == written
