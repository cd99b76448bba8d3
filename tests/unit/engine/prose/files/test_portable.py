"""PDF: broken lines joined, scans and locks refused."""

import io

import pytest
import typst
from pypdf import PdfReader, PdfWriter

from naungan.engine.prose.files.portable import text_of_pdf
from naungan.lib.errors import InputRefused


BODY = """Notulen Rapat

Rapat koordinasi tim optimalisasi jaminan sosial ketenagakerjaan digelar di Aula Kantor Bupati
Contoh pada Rabu (3/7/2024) dan dihadiri seluruh kepala dinas yang diundang oleh panitia rapat.

Hari: Rabu
"""


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    path = tmp_path_factory.mktemp("pdf") / "a.typ"
    path.write_text(BODY, encoding="utf-8")
    return typst.compile(str(path))


def locked(content):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt("rahasia", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def blank():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def test_a_paragraph_is_one_line_again(pdf):
    lines = text_of_pdf(pdf, "x").splitlines()
    assert lines[0] == "Notulen Rapat"
    assert any(
        "Aula Kantor Bupati Contoh pada Rabu (3/7/2024)" in line for line in lines
    )


def test_a_locked_file_and_a_scan_say_what_to_do(pdf):
    with pytest.raises(InputRefused, match="terkunci"):
        text_of_pdf(locked(pdf), "x")
    with pytest.raises(InputRefused, match="pindai"):
        text_of_pdf(blank(), "x")
    with pytest.raises(InputRefused, match="rusak"):
        text_of_pdf(b"%PDF-1.4", "x")
