"""What a person chose is what is read, whatever the headers say, in every container."""

import json

import duckdb
import openpyxl
import pytest
from odf import opendocument, table, text
from tests.unit.engine.reading.desk import OCTOBER, Desk, read

from naungan.engine.reading.read import read_inputs
from naungan.engine.work import Request, Work
from naungan.lib.errors import InputRefused


NIK = "1604015205809001"
ROWS = [["Nama", "Siapa", "Nomor"], ["x", "SITI", NIK], ["y", "BUDI", ""]]
CHOSEN = {"name": "Siapa", "nik": "Nomor"}


def as_csv(path, rows):
    path.write_text("".join(",".join(row) + "\n" for row in rows))


def as_xlsx(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([cell or None for cell in row])
    book.save(path)


def as_parquet(path, rows):
    names = ", ".join(f'"{name}"' for name in rows[0])
    values = ", ".join(str(tuple(row)) for row in rows[1:])
    duckdb.sql(f"COPY (SELECT * FROM (VALUES {values}) t({names})) TO '{path}'")


def as_ods(path, rows):
    document = opendocument.OpenDocumentSpreadsheet()
    sheet = table.Table(name="Data")
    for row in rows:
        line = table.TableRow()
        for cell in row:
            filled = table.TableCell(valuetype="string") if cell else table.TableCell()
            if cell:
                filled.addElement(text.P(text=cell))
            line.addElement(filled)
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    document.save(str(path))


WRITERS = {
    "csv": as_csv,
    "xlsx": as_xlsx,
    "ods": as_ods,
    "parquet": as_parquet,
}
CONTAINERS = pytest.mark.parametrize("container", WRITERS)


def chosen(tmp_path, container, mapping, rows=ROWS):
    path = tmp_path / f"a.{container}"
    WRITERS[container](path, rows)
    return read(tmp_path, "workers", path, mapping=mapping)


@CONTAINERS
def test_a_chosen_header_goes_before_a_known_one(tmp_path, container):
    desk = chosen(tmp_path, container, CHOSEN)
    assert desk.rows("name", "nik") == [("SITI", int(NIK)), ("BUDI", None)]
    assert {ours: desk.mapping[ours] for ours in CHOSEN} == CHOSEN


@CONTAINERS
def test_what_was_not_chosen_is_not_read(tmp_path, container):
    desk = chosen(tmp_path, container, {"name": "Nama"})
    assert desk.rows("name", "nik") == [("x", None), ("y", None)]


@CONTAINERS
def test_an_empty_choice_leaves_the_guessing_as_it_was(tmp_path, container):
    assert chosen(tmp_path, container, {}).rows("name") == ["x", "y"]


@CONTAINERS
def test_one_column_may_serve_two_of_ours(tmp_path, container):
    desk = chosen(tmp_path, container, {"name": "Siapa", "employer_ref": "Siapa"})
    assert desk.rows("name", "employer_ref")[0] == ("SITI", "SITI")


@CONTAINERS
def test_a_header_that_is_not_there_is_refused(tmp_path, container):
    with pytest.raises(
        InputRefused, match=r"a\..*judul “Upah” untuk kolom wage .*Nama"
    ):
        chosen(tmp_path, container, {**CHOSEN, "wage": "Upah"})


@CONTAINERS
def test_a_column_that_no_such_file_has_is_refused(tmp_path, container):
    with pytest.raises(InputRefused, match="“gaji” bukan kolom Daftar pekerja"):
        chosen(tmp_path, container, {**CHOSEN, "gaji": "Nama"})


@CONTAINERS
def test_a_choice_without_what_every_row_needs_is_refused(tmp_path, container):
    with pytest.raises(InputRefused, match="kolom"):
        chosen(tmp_path, container, {"nik": "Nomor"})


@pytest.mark.parametrize("container", ["csv", "xlsx", "ods"])
def test_columns_of_one_name_are_chosen_by_their_place(tmp_path, container):
    rows = [["Nama", "Nama", ""], ["x", "SITI", NIK], ["", "BUDI", "z"]]
    mapping = {"name": "Nama (kolom 2)", "source": "Nama (kolom 1)"}
    desk = chosen(tmp_path, container, mapping, rows)
    assert desk.rows("name", "source")[0] == ("SITI", "x")
    assert desk.mapping["name"] == "Nama (kolom 2)"


@pytest.mark.parametrize("container", ["csv", "xlsx", "ods"])
def test_a_column_without_a_header_may_be_chosen(tmp_path, container):
    rows = [["Nama", "", "Alamat"], ["x", NIK, "a"]]
    desk = chosen(tmp_path, container, {"name": "Nama", "nik": "(kolom 2)"}, rows)
    assert desk.rows("name", "nik") == [("x", int(NIK))]


def test_a_column_without_a_header_is_named_by_its_place(tmp_path):
    rows = [["Nama", "", "Alamat"], ["x", "12", "a"]]
    desk = chosen(tmp_path, "csv", {"name": "Nama", "nik": "(kolom 2)"}, rows)
    [(message,)] = desk.records("warnings", "message")
    assert message.startswith("Baris 2, kolom “(kolom 2)”: NIK harus 16 angka")


def test_case_and_signs_of_a_chosen_header_do_not_matter(tmp_path):
    desk = chosen(tmp_path, "csv", {"name": "siapa ", "nik": "NO.MOR"})
    assert desk.rows("name")[0] == "SITI"


def test_a_header_of_two_rows_is_chosen_by_what_both_say(tmp_path):
    rows = [["Data diri", "", "Upah"], ["Siapa", "Nomor", "Pokok"], ["SITI", NIK, "5"]]
    mapping = {"name": "Data diri Siapa", "wage": "Upah Pokok"}
    desk = chosen(tmp_path, "csv", mapping, rows)
    assert desk.rows("name", "wage") == [("SITI", 5)]


def test_nothing_chosen_is_remembered_for_other_files(tmp_path):
    chosen(tmp_path, "csv", CHOSEN)
    assert not (tmp_path / "out" / "mappings.json").exists()


def test_a_sheet_may_be_chosen(tmp_path):
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Nama", "NIK"])
    book.active.append(["SITI", NIK])
    other = book.create_sheet("Lain")
    other.append(["Nama"])
    other.append(["BUDI"])
    book.save(path)
    for sheet, name in (("Lain", "BUDI"), ("Sheet", "SITI")):
        desk = read(
            tmp_path, "workers", path, mapping={"name": "Nama", "_sheet": sheet}
        )
        assert desk.rows("name") == [name]
    with pytest.raises(
        InputRefused, match="tidak ada lembar “Tiga”; yang ada: Sheet, L"
    ):
        read(tmp_path, "workers", path, mapping={"_sheet": "Tiga"})


def test_files_are_called_as_the_office_calls_them(tmp_path):
    path = tmp_path / "4711"
    path.write_text("Nama\nSITI\n")
    con = duckdb.connect()
    request = Request(
        month=OCTOBER,
        out=tmp_path / "out",
        workers=(path,),
        names={path: "daftar desa.csv"},
    )
    read_inputs(Work(con, request, tmp_path))
    desk = Desk(con, "workers")
    assert desk.rows("source") == ["daftar desa"]
    [(file, mapping)] = con.execute("SELECT file, mapping FROM inputs").fetchall()
    assert (file, json.loads(mapping)["name"]) == ("daftar desa.csv", "Nama")
