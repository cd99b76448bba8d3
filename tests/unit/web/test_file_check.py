"""What a file must be before it is kept."""

import io
import zipfile

import pytest

from naungan.web import file_check
from naungan.web.arrival import ArrivedFile


def zipped(**members):
    """Give the bytes of a zip file; `__` stands for a slash, `_` for a dot."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            # a fixed day: the clock would enter the bytes, and so the tests' names
            entry = zipfile.ZipInfo(name.replace("__", "/").replace("_", "."))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()


XLSX = zipped(xl__workbook_xml="<x/>")
ODS = zipped(content_xml="<x/>")


@pytest.fixture
def fault(tmp_path):
    """Say what is wrong with a file of a name, content and declared type."""

    def say(name, content, content_type=""):
        path = tmp_path / "arrived"
        path.write_bytes(content)
        return file_check.fault(
            ArrivedFile(name, content_type, len(content), path, "0" * 64)
        )

    return say


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("a.csv", b"nama;nik\n", "text/csv"),
        ("A.CSV", b"nama;nik\n", "application/vnd.ms-excel"),
        ("a.csv", "nama\n".encode("utf-16"), "text/plain"),
        ("a.csv", b"nama\xe9\n", ""),
        ("a.xlsx", XLSX, "application/octet-stream"),
        ("a.ods", ODS, "application/vnd.oasis.opendocument.spreadsheet"),
        ("a.parquet", b"PAR1 something PAR1", ""),
    ],
)
def test_a_table_of_the_four_kinds_is_taken(fault, name, content, content_type):
    assert fault(name, content, content_type) == ""


@pytest.mark.parametrize(
    ("name", "content", "content_type", "said"),
    [
        ("a.pdf", b"%PDF-1.7", "application/pdf", "bukan CSV, XLSX"),
        ("tabel", b"nama", "text/csv", "bukan CSV, XLSX"),
        ("a.csv", b"", "text/csv", "kosong"),
        ("a.csv", b"nama", "image/png", "yang utuh"),
        ("a.csv", XLSX, "text/csv", "yang utuh"),
        ("a.csv", b"PAR1", "text/csv", "yang utuh"),
        ("a.csv", b"\0\1\2", "text/csv", "yang utuh"),
        ("a.xlsx", ODS, "", "yang utuh"),
        ("a.ods", XLSX, "", "yang utuh"),
        ("a.xlsx", XLSX[: len(XLSX) // 2], "", "yang utuh"),
        ("a.xlsx", b"nama;nik", "", "yang utuh"),
        ("a.parquet", b"PAR1 cut off", "", "yang utuh"),
    ],
)
def test_what_is_something_else_is_refused(fault, name, content, content_type, said):
    assert said in fault(name, content, content_type)


def test_what_swells_beyond_every_table_is_refused(fault, monkeypatch):
    monkeypatch.setattr(file_check, "SUSPECT_FROM", 1 << 20)
    bomb = zipped(xl__workbook_xml="<x/>", xl__huge_xml=bytes(2 << 20))
    assert "terlalu besar" in fault("a.xlsx", bomb)


@pytest.mark.parametrize(
    ("name", "limit"), [("MOST_UNPACKED", 10), ("MOST_MEMBERS", 0)]
)
def test_what_is_too_much_when_opened_is_refused(fault, monkeypatch, name, limit):
    monkeypatch.setattr(file_check, name, limit)
    content = zipped(xl__workbook_xml="<x/>" * 10)
    assert "terlalu besar" in fault("a.xlsx", content)


def test_many_repeated_cells_are_no_bomb(fault, monkeypatch):
    monkeypatch.setattr(file_check, "SUSPECT_FROM", 1 << 16)
    cells = "".join(f"<c r='A{at}'><v>{at}</v></c>" for at in range(20_000))
    assert fault("a.xlsx", zipped(xl__workbook_xml=cells)) == ""
