import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from naungan.law.book import Book, enacted
from naungan.lib.errors import LawRefused


def test_the_law_is_opened_once():
    assert enacted() is enacted()


def test_an_unknown_path_is_refused(shelf, rate_text):
    shelf.write("parameters/a/b.yaml", rate_text)
    with pytest.raises(LawRefused, match="'a/c' tidak ada"):
        shelf.book().parameter("a/c")


def test_only_the_file_asked_for_is_read(shelf, rate_text):
    shelf.write("parameters/a/b.yaml", rate_text)
    shelf.write("parameters/a/broken.yaml", "title: [")
    assert shelf.book().parameter("a/b").at(date(2026, 1, 1)) is not None


def test_a_parameter_is_read_once(shelf, rate_text):
    path = shelf.write("parameters/a/b.yaml", rate_text)
    book = shelf.book()
    first = book.parameter("a/b")
    path.unlink()
    assert book.parameter("a/b") is first


def test_the_version_follows_content_and_not_line_endings(shelf, rate_text):
    path = shelf.write("parameters/a/b.yaml", rate_text)
    version = shelf.book().version
    assert len(version) == 16
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert shelf.book().version == version
    path.write_bytes(path.read_bytes().replace(b"0.0024", b"0.0025"))
    assert shelf.book().version != version


def test_the_version_follows_the_name_of_a_file(shelf, rate_text):
    path = shelf.write("parameters/a/b.yaml", rate_text)
    version = shelf.book().version
    path.rename(path.with_name("c.yaml"))
    assert shelf.book().version != version


def test_every_shipped_file_of_law_can_be_read():
    book = Book()
    assert len(book.parameters()) == len(book.paths) > 40
    assert book.obligations


def test_opening_the_law_reads_nothing_and_loads_nothing_heavy():
    code = (
        "import sys; from naungan.law import book, as_table; "
        "heavy = {'duckdb', 'numpy', 'pyarrow', 'click', 'rich'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_an_overlay_may_lie_in_the_folder_one_stands_in(shelf, rate_text, monkeypatch):
    shelf.write("parameters/a/b.yaml", rate_text)
    laid = shelf.root.parent / "kantor" / "a" / "b.yaml"
    laid.parent.mkdir(parents=True)
    laid.write_text('overlay: Kantor\nvalues:\n  - {from: 2026-01-01, value: "0.5"}\n')
    monkeypatch.chdir(laid.parents[1])
    book = shelf.book(Path())
    assert book.parameter("a/b").entry_at(date(2026, 6, 1)).overlaid_by == "Kantor"
    assert book.version != shelf.book().version


def test_an_unknown_path_names_the_nearest(shelf, rate_text):
    shelf.write("parameters/contoh/tarif.yaml", rate_text)
    with pytest.raises(LawRefused, match="mungkin contoh/tarif; semua jalur"):
        shelf.book().parameter("contoh/tarip")


def test_an_overlay_of_nothing_names_the_nearest(shelf, rate_text, tmp_path):
    shelf.write("parameters/contoh/tarif.yaml", rate_text)
    laid = tmp_path / "kantor" / "contoh" / "tarip.yaml"
    laid.parent.mkdir(parents=True)
    laid.write_text("overlay: Kantor\n")
    with pytest.raises(LawRefused, match="mungkin contoh/tarif; samakan"):
        shelf.book(tmp_path / "kantor")


def test_a_text_with_an_unquoted_colon_is_told_to_be_quoted(shelf):
    shelf.write("parameters/a/b.yaml", "title: a\nnote: ini: itu\n")
    with pytest.raises(LawRefused, match="baris 2: .* apit dengan tanda kutip"):
        shelf.book().parameter("a/b")
