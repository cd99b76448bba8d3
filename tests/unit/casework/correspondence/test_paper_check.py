"""A paper is what its content says; photographs keep nothing but their picture."""

import io
import zipfile

import pytest
from PIL import Image

from naungan.casework.correspondence import paper_check
from naungan.casework.correspondence.paper_check import PaperRefused, checked


def picture(form="JPEG", size=(40, 30), **given):
    written = io.BytesIO()
    Image.new("RGB", size, "red").save(written, form, **given)
    return written.getvalue()


def archive(*names):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for name in names:
            made.writestr(name, "isi")
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "mime"),
    [
        ("surat.exe", b"%PDF-1.7 isi", paper_check.PDF),
        ("foto", picture(), paper_check.JPEG),
        ("foto.pdf", picture("PNG"), paper_check.PNG),
        ("upah.xls", archive("xl/workbook.xml"), paper_check.XLSX),
        ("balasan", archive("word/document.xml"), paper_check.DOCX),
        ("bayar.txt", b"bulan;jumlah\n2026-01;5000\n", paper_check.CSV),
    ],
)
def test_the_content_decides_and_the_name_follows(name, content, mime):
    found = checked(name, content)
    assert found.mime == mime
    assert found.name.endswith(paper_check.ENDINGS[mime])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>;\n</html>;",
        b"MZ\x90\x00;",
        b"bukan tabel",
        archive("x/y.xml"),
        archive("xl/workbook.xml", "xl/vbaProject.bin"),
        b"PK\x03\x04rusak",
        b"\xff\xd8\xff\xe0rusak",
        b"%PDF-" + b"0" * paper_check.MOST_BYTES,
    ],
)
def test_what_is_something_else_is_refused_with_a_sentence(content):
    with pytest.raises(PaperRefused, match=r"\.$"):
        checked("surat.pdf", content)


def test_a_photograph_loses_where_it_was_taken_and_what_hides_behind_it():
    exif = Image.Exif()
    exif[0x010E] = "rahasia"
    sent = picture(size=(3000, 1000), exif=exif) + b"<script>"
    kept = checked("foto.jpg", sent).content
    assert b"rahasia" not in kept
    assert b"<script>" not in kept
    with Image.open(io.BytesIO(kept)) as opened:
        assert opened.size == (2000, 667)
        assert not opened.getexif()


def test_a_name_shows_no_folder_and_no_nik():
    name = paper_check.plain_name("C:\\rumah\\1604105005909001 kk.pdf", paper_check.PDF)
    assert "\\" not in name
    assert "1604105005909001" not in name
