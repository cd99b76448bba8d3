"""Files that nobody should send and somebody will: refused in words, never lost."""

import duckdb
import pytest
import xlsxwriter
from tests.unit.engine.reading.desk import read

from naungan.lib.errors import InputRefused


ROW = "1604011204809002,Budi\n"


def test_a_folder_given_as_a_file_is_called_a_folder(tmp_path):
    with pytest.raises(InputRefused, match="ini folder"):
        read(tmp_path, "workers", tmp_path)


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-be"])
def test_utf_32_is_refused_instead_of_read_letter_by_letter(tmp_path, encoding):
    text = "NIK,Nama\n" if encoding == "utf-32" else "\ufeffNIK,Nama\n"
    with pytest.raises(InputRefused, match="UTF-32"):
        read(tmp_path, "workers", ("a.csv", (text + ROW).encode(encoding)))


def test_quotes_in_the_column_names_of_parquet_do_no_harm(tmp_path):
    path = tmp_path / 'it\'s "a" list.parquet'
    query = 'SELECT \'Budi\' AS name, 1 AS "x""; DROP TABLE inputs; --", 2 AS "y\'"'
    quoted = str(path).replace("'", "''")
    duckdb.execute(f"COPY ({query}) TO '{quoted}' (FORMAT parquet)")
    desk = read(tmp_path, "workers", path)
    assert desk.rows("name") == ["Budi"]


@pytest.mark.parametrize("value", ["[1, 2]", "{'a': 1}", "map(['a'], [1])"])
def test_a_parquet_column_of_lists_is_refused(tmp_path, value):
    path = tmp_path / "a.parquet"
    duckdb.execute(f"COPY (SELECT {value} AS name) TO '{path}' (FORMAT parquet)")
    with pytest.raises(InputRefused, match="kolom name berisi susunan"):
        read(tmp_path, "workers", path)


def test_a_nik_in_a_files_name_is_hidden_everywhere(tmp_path):
    files = [(f"nik-160401120480900{n}.csv", "NIK,Nama\n" + ROW) for n in (1, 2)]
    desk = read(tmp_path, "workers", *files)
    names = desk.con.execute("SELECT file FROM inputs ORDER BY file_id").fetchall()
    assert names == [
        ("nik-1604••••••••••••.csv (1)",),
        ("nik-1604••••••••••••.csv (2)",),
    ]
    assert set(desk.rows("source")) == {"nik-1604••••••••••••"}


def test_files_that_share_name_and_folder_name_are_still_told_apart(tmp_path):
    paths = []
    for outer in ("a", "b"):
        folder = tmp_path / outer / "desa"
        folder.mkdir(parents=True)
        path = folder / "x.csv"
        path.write_text(f"Nama\nBudi {outer}\n,\n")
        paths.append(path)
    desk = read(tmp_path, "workers", *paths)
    names = desk.con.execute("SELECT file FROM inputs ORDER BY file_id").fetchall()
    assert names == [("desa/x.csv (1)",), ("desa/x.csv (2)",)]


def test_private_marks_of_cells_stay_inside(tmp_path):
    path = tmp_path / "rumus.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nama", "Upah"])
        sheet.write_string(1, 0, "Budi")
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(2, 0, "=1/0", None, "#DIV/0!")
        sheet.write_number(2, 1, 5)
    desk = read(tmp_path, "workers", path)
    assert desk.records("warnings", "value") == [("#DIV/0!",)]
    assert desk.records("rejected", "value") == [("#DIV/0!",)]


def test_a_missing_header_says_which_header_offices_use(tmp_path):
    with pytest.raises(InputRefused, match=r"name \(nama\)"):
        read(tmp_path, "workers", ("a.csv", "x\ny\n"))


def test_messages_use_the_words_of_offices(tmp_path):
    rows = "Nama;JK\nBudi;pria\nSiti;?\n"
    desk = read(tmp_path, "workers", ("a.csv", rows))
    assert desk.records("warnings", "message") == [
        ("Baris 3, kolom “JK”: “?” tidak dikenal; pakai L, P.",)
    ]
    rows = "No Kartu,NIK,Nama,Tanggal Lahir,Segmen,Program,BLTH Terakhir\n1,,,,PU,JKK,\n2,1604011204809002,A,,PU,JKK,x\n"
    desk = read(tmp_path, "members", ("b.csv", rows))
    assert desk.records("rejected", "message") == [
        ("Baris 2: isi salah satu: NIK, atau Nama dan Tanggal Lahir.",)
    ]
    assert desk.records("warnings", "message") == [
        ("Baris 3, kolom “BLTH Terakhir”: “x” bukan bulan; tulis seperti 2026-10.",)
    ]
