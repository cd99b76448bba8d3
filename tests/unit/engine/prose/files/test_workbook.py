"""Minutes in a workbook: its rows as lines, hidden sheets and lists of people aside."""

import io

import openpyxl
import pytest

from naungan.engine.prose.files import workbook
from naungan.engine.prose.files.opened import text_of
from naungan.lib.errors import InputRefused


def book(*rows, hidden=()):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    if hidden:
        aside = made.create_sheet("Rahasia")
        aside.append(hidden)
        aside.sheet_state = "hidden"
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def test_rows_become_lines_and_a_hidden_sheet_says_nothing():
    content = book(
        ["Tempat:", "Aula Contoh"],
        [None, None],
        [1, "Dinas Sosial mendata nelayan", "Maret 2025"],
        hidden=["jangan dibaca"],
    )
    assert text_of(content, "notulen.xlsx").split("\n") == [
        "Tempat: Aula Contoh",
        "1 Dinas Sosial mendata nelayan Maret 2025",
    ]


def test_a_list_of_people_is_sent_elsewhere(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 1)
    with pytest.raises(InputRefused, match="unggah daftar orang"):
        text_of(book(["a"], ["b"]), "daftar.xlsx")
