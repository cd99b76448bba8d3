"""DOCX: paragraphs and tables in their order."""

import io

import docx
import pytest

from naungan.engine.prose.files.document import text_of_docx
from naungan.lib.errors import InputRefused


def test_rows_of_a_table_are_lines_with_their_number_in_front():
    made = docx.Document()
    made.add_paragraph("Daftar hadir")
    table = made.add_table(rows=2, cols=3)
    for row, cells in zip(
        table.rows,
        [("1.", "Contoh Satu", "Camat"), ("Hari", ":", "Senin")],
        strict=True,
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    held = io.BytesIO()
    made.save(held)
    assert text_of_docx(held.getvalue(), "x").splitlines() == [
        "Daftar hadir",
        "1. Contoh Satu Camat",
        "Hari: Senin",
    ]


def test_a_broken_document_is_refused():
    with pytest.raises(InputRefused, match="rusak"):
        text_of_docx(b"PK\x03\x04", "x")
