"""A look at the first rows sees what the reader of the whole file sees."""

import time
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from naungan.engine.reading.books.archive import MOST_BYTES, check_limits
from naungan.engine.reading.books.cut import ROWS, cut
from naungan.engine.reading.books.spreadsheet import READERS
from naungan.engine.reading.source import open_source
from naungan.lib.errors import InputRefused


SAVED = Path(__file__).with_name("libreoffice")


def sheets(path, data):
    source = open_source(path)
    reader = READERS[path.suffix.removeprefix(".")]
    return reader(source, data, check_limits(source, data))


def both(path):
    """Return the first rows of every sheet, of the whole file and of the cut one."""
    return [
        [(one.name, one.head(ROWS)) for one in sheets(path, data)]
        for data in (path.read_bytes(), cut(open_source(path)))
    ]


@pytest.mark.parametrize(
    "path", sorted(SAVED.glob("*.[xo][ld]s*")), ids=lambda p: p.name
)
def test_files_of_libreoffice_are_seen_whole(path):
    whole, seen = both(path)
    assert whole == seen


@pytest.mark.parametrize("inline", [True, False])
def test_large_workbooks_are_seen_down_to_some_row(tmp_path, inline):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": inline}) as book:
        for name, rows in (("Satu", 3_000), ("Kosong", 0), ("Dua", 5)):
            sheet = book.add_worksheet(name)
            for row in range(rows):
                for column, text in enumerate((f"{name} {row} <&>", "sama", f"é{row}")):
                    sheet.write_string(row, column, text)
    whole, seen = both(path)
    assert [name for name, _ in seen] == ["Satu", "Kosong", "Dua"]
    assert whole == seen
    assert len(cut(open_source(path))) < 200_000


def test_texts_that_were_shared_late_are_found(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        late = book.add_worksheet("Awal")
        first = book.add_worksheet("Lama")
        for row in range(40_000):
            first.write_string(row, 0, f"teks panjang nomor {row} supaya besar")
        late.write_row(0, 0, ["Nama", "NIK"])
    assert both(path)[0] == both(path)[1]
    assert both(path)[1][0] == ("Awal", [(1, ["Nama", "NIK"])])


def test_an_ods_of_many_rows_shows_its_later_sheets_too(tmp_path):
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(SAVED / "workers.ods") as saved:
        content = saved.read("content.xml").decode()
        others = {n: saved.read(n) for n in ("mimetype", "META-INF/manifest.xml")}
    row = "<table:table-row><table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>"
    # The first sheet grows to a size that is not kept whole.
    grown = content.replace(
        "</table:table-row>", "</table:table-row>" + row * 30_000, 1
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in {**others, "content.xml": grown}.items():
            made.writestr(name, data)
    whole, seen = both(path)
    assert [name for name, _ in seen] == [name for name, _ in whole]
    assert whole == seen


def claiming(path, size):
    """Write a workbook whose shared texts unpack to `size` bytes of nothing."""
    book = BytesIO()
    openpyxl.Workbook().save(book)
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(path, "w", 8) as made:
        for name in source.namelist():
            made.writestr(name, source.read(name))
        with made.open("xl/media/bom.bin", "w", force_zip64=True) as bomb:
            for _ in range(size >> 24):
                bomb.write(bytes(1 << 24))
    return path


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = claiming(tmp_path / "bom.xlsx", 1 << 26)
    data = bytearray(path.read_bytes())
    # What the directory claims is all that is looked at.
    at = data.rfind(b"xl/media/bom.bin") - 46
    data[at + 24 : at + 28] = (MOST_BYTES + 1).to_bytes(4, "little")
    path.write_bytes(bytes(data))
    begun = time.process_time()
    with pytest.raises(InputRefused, match="melebihi 2 GiB"):
        cut(open_source(path))
    assert time.process_time() - begun < 1


def test_what_no_reader_needs_is_not_unpacked(tmp_path):
    path = claiming(tmp_path / "a.xlsx", 1 << 28)
    begun = time.process_time()
    assert len(cut(open_source(path))) < 20_000
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("keep", [30, 300, -30])
def test_a_damaged_archive_is_refused(tmp_path, keep):
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(InputRefused, match="rusak atau terpotong"):
        cut(open_source(path))
