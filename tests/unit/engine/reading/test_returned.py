"""Rejected rows go back in the sender's own layout, marked and explained."""

import openpyxl
import pytest
from tests.unit.engine.reading.desk import read

from naungan.engine.reading.returned import EXTRA, write_returned
from naungan.lib.errors import InputRefused


NIK = "1604015205809001"
LIST = (
    "DAFTAR\n"
    "No,Nama,NIK,JK,Alamat\n"
    f"1,SITI,{NIK},P,Jl. A\n"
    f"2,,'{NIK},?,=1+1\n"
    "3,BUDI\n"
    '4,-,,L,"Jl. B, RT 1"\n'
)
RED = "FFF8CBAD"


@pytest.fixture
def returned(tmp_path):
    desk = read(tmp_path, "workers", ("daftar.csv", LIST))
    path = tmp_path / "kembali.xlsx"
    assert write_returned(desk.con, "daftar.csv", path) == 3
    return path


def test_the_senders_columns_and_cells_come_back_as_written(returned):
    sheet = openpyxl.load_workbook(returned).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("No", "Nama", "NIK", "JK", "Alamat", *EXTRA)
    assert rows[1][:6] == ("2", None, f"'{NIK}", "?", "=1+1", 4)
    assert rows[2][:3] == ("3", "BUDI", None)
    assert rows[3][:6] == ("4", "-", None, "L", "Jl. B, RT 1", 6)


def test_wrong_cells_are_coloured_and_explained(returned):
    sheet = openpyxl.load_workbook(returned).active
    coloured = {
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.start_color.rgb == RED
    }
    assert {"B2", "D2", "A3", "B3", "B4"} == coloured
    assert "kosong; wajib diisi" in sheet["B2"].comment.text
    assert "tidak dikenal" in sheet["D2"].comment.text
    assert "Baris 4" in sheet["G2"].value


def test_a_mended_file_is_read_again_as_it_is(returned, tmp_path):
    book = openpyxl.load_workbook(returned)
    sheet = book.active
    sheet["B2"], sheet["B4"] = "ANI", "EKO"
    sheet.delete_rows(3)
    book.save(tmp_path / "lagi.xlsx")
    desk = read(tmp_path, "workers", tmp_path / "lagi.xlsx")
    assert desk.rows("name", "nik") == [("ANI", int(NIK)), ("EKO", None)]


def test_nothing_is_written_where_nothing_was_rejected(tmp_path):
    desk = read(tmp_path, "workers", ("daftar.csv", "Nama\nSITI\n"))
    assert write_returned(desk.con, "daftar.csv", tmp_path / "kembali.xlsx") == 0
    assert not (tmp_path / "kembali.xlsx").exists()


def test_a_file_that_was_never_read_is_refused(tmp_path):
    desk = read(tmp_path, "workers", ("daftar.csv", "Nama\nSITI\n"))
    with pytest.raises(InputRefused, match="tidak ada di antara masukan"):
        write_returned(desk.con, "lain.csv", tmp_path / "kembali.xlsx")
