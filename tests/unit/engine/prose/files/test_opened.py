"""Reports from files: told apart by what they hold, refused with what to do."""

import io

import docx
import pytest

from naungan.engine.prose.files.opened import LARGEST, read_file, text_of
from naungan.lib.errors import InputRefused


WORDS = "Rapat koordinasi digelar di Kabupaten Contoh."


def document():
    held = io.BytesIO()
    made = docx.Document()
    made.add_paragraph(WORDS)
    made.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        f"<html><body><article><p>{WORDS}</p></article></body></html>".encode(),
        document(),
    ],
    ids=["utf-8", "with mark", "utf-16", "html", "docx"],
)
def test_the_words_come_out_of_every_kind_of_file(content):
    assert text_of(content, "x").strip() == WORDS


def test_old_letters_of_windows_are_read():
    assert text_of("“Rapat” – 5 %".encode("cp1252"), "x") == "“Rapat” – 5 %"
    assert text_of(b"kata \x81 kata", "x") == "kata \x81 kata"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04rusak", "bukan dokumen DOCX"),
        (b"\xd0\xcf\x11\xe0lama", "Office lama"),
        (b"{\\rtf1 Rapat}", "RTF"),
        (b"\xff\xd8\xff\xe0foto", "gambar"),
        (b"%PDF-1.7 rusak", "rusak"),
        (b"\x89PNG\r\n\x00\x00", "gambar"),
        (b"MZ\x00\x00", "bukan teks"),
        (b"x" * (LARGEST + 1), "20 MB"),
    ],
    ids=[
        "archive",
        "old word",
        "rtf",
        "photo",
        "pdf",
        "picture",
        "program",
        "too large",
    ],
)
def test_what_cannot_be_read_is_refused_with_the_way_out(content, why):
    with pytest.raises(InputRefused, match=why):
        text_of(content, "berkas")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputRefused, match="tidak ada"):
        read_file(tmp_path / "hilang.txt")


def test_a_file_is_read_from_its_path(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(WORDS)
    assert read_file(path) == WORDS
