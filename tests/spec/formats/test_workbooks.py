"""Workbooks as Excel and LibreOffice save them, and as people mistreat them."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from odf import opendocument, table, text
from tests.unit.engine.reading.desk import read

from naungan.engine.reading.books import archive, ods
from naungan.lib.errors import InputRefused


NIK = "1604015205809001"


def xlsx(tmp_path, *sheets, name="daftar.xlsx"):
    """Save sheets, each a (title, rows) pair or rows alone, with openpyxl."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for at, sheet in enumerate(sheets):
        title, rows = sheet if isinstance(sheet, tuple) else (f"Lembar{at}", sheet)
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    path = tmp_path / name
    book.save(path)
    return path


def ods_file(tmp_path, rows, repeat=1):
    """Save one sheet with odfpy; cells are texts, numbers, dates or None."""
    document = opendocument.OpenDocumentSpreadsheet()
    sheet = table.Table(name="Data")
    for row in rows:
        line = table.TableRow(numberrowsrepeated=repeat)
        for cell in row:
            line.addElement(_ods_cell(cell))
        line.addElement(table.TableCell(numbercolumnsrepeated=1000))
        sheet.addElement(line)
    sheet.addElement(table.TableRow(numberrowsrepeated=1_048_000))
    document.spreadsheet.addElement(sheet)
    path = tmp_path / "daftar.ods"
    document.save(str(path))
    return path


def _ods_cell(cell):
    if isinstance(cell, int | float):
        return table.TableCell(valuetype="float", value=str(cell))
    if isinstance(cell, date):
        return table.TableCell(valuetype="date", datevalue=cell.isoformat())
    found = table.TableCell(valuetype="string") if cell else table.TableCell()
    for line in (cell or "").split("\n") if cell else ():
        found.addElement(text.P(text=line))
    return found


ROWS = [
    ["DAFTAR PEKERJA"],
    [],
    ["No", "Nama", "NIK", "Tgl Lahir", "Upah"],
    [1, "SITI", NIK, date(1980, 5, 12), 1_500_000],
    [2, "BUDI", int(NIK), "12/05/1980", "Rp2.000.000"],
    [None, None, None, None, None],
    ["Jumlah", None, None, None, 3_500_000],
]


@pytest.mark.parametrize("save", [xlsx, ods_file])
def test_a_workbook_is_read_with_types_and_flags(tmp_path, save):
    desk = read(tmp_path, "workers", save(tmp_path, ROWS))
    assert desk.rows("name", "nik", "nik_written", "nik_rounded", "birth_date") == [
        ("SITI", int(NIK), None, False, date(1980, 5, 12)),
        ("BUDI", int(NIK), NIK, True, date(1980, 5, 12)),
    ]
    assert desk.rows("wage", "row", "line") == [(1_500_000, 1, 4), (2_000_000, 2, 5)]
    assert desk.aside[1] == "judul"
    assert desk.aside[7] == "baris jumlah"
    assert [code for (code,) in desk.records("warnings", "code")] == ["nik_rounded"]


def test_a_sheet_that_begins_elsewhere_keeps_its_row_numbers(tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    page["C4"], page["D4"] = "Nama", "NIK"
    page["C5"], page["D5"] = "SITI", int(NIK)
    page["D6"] = NIK
    book.save(tmp_path / "geser.xlsx")
    desk = read(tmp_path, "workers", tmp_path / "geser.xlsx")
    assert desk.rows("name", "nik_rounded", "line") == [("SITI", True, 5)]
    assert desk.records("rejected", "line", "code") == [(6, "missing")]


def test_the_sheet_that_says_most_is_read_and_the_others_are_named(tmp_path):
    path = xlsx(
        tmp_path,
        ("Petunjuk", [["Isi kolom nama"]]),
        ("Desa A", [["Nama", "NIK"], ["SITI", NIK]]),
        ("Desa B", [["Nama", "NIK"], ["BUDI", NIK]]),
    )
    desk = read(tmp_path, "workers", path)
    assert desk.rows("name") == ["SITI"]
    assert desk.mapping["_sheet"] == "Desa A"
    said = sorted(desk.records("warnings", "value", "code"))
    assert said == [("Desa B", "sheet_not_read"), ("Petunjuk", "sheet_not_read")]


def test_a_formula_without_a_result_is_not_silently_empty(tmp_path):
    path = xlsx(tmp_path, [["Nama", "Upah"], ["SITI", "=1000*2"], ['="BU"&"DI"', 1000]])
    desk = read(tmp_path, "workers", path)
    assert desk.rows("name", "wage") == [("SITI", None)]
    [(line, message)] = desk.records("rejected", "line", "message")
    assert line == 3
    assert "Rumus tanpa hasil" in message
    [(line, message)] = desk.records("warnings", "line", "message")
    assert line == 2
    assert "Rumus tanpa hasil" in message


def test_rows_of_nothing_but_formulas_without_results_are_not_lost(tmp_path):
    rows = [["Nama", "Upah"], ["SITI", 1], ["=A1", "=B1"], ["=A1", None]]
    desk = read(tmp_path, "workers", xlsx(tmp_path, rows))
    assert desk.account == (4, 1, 2, 1)


def test_formulas_with_results_and_errors_are_told_apart(tmp_path):
    path = xlsx(tmp_path, [["Nama", "Upah"], ["SITI", 5], ["BUDI", 6]])
    _rewrite(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(
            b'<c r="B2" t="n"><v>5</v></c>', b'<c r="B2"><f>2+3</f><v>5</v></c>'
        ).replace(
            b'<c r="B3" t="n"><v>6</v></c>',
            b'<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        ),
    )
    desk = read(tmp_path, "workers", path)
    assert desk.rows("wage") == [5, None]
    [(line, message)] = desk.records("warnings", "line", "message")
    assert line == 3
    assert "#DIV/0!" in message


def test_a_number_in_scientific_notation_is_flagged(tmp_path):
    path = xlsx(tmp_path, [["Nama", "NIK"], ["SITI", 6]])
    _rewrite(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<v>6</v>", b"<v>1.60401520580901E+15</v>"),
    )
    desk = read(tmp_path, "workers", path)
    assert desk.rows("nik", "nik_rounded") == [(1604015205809010, True)]


def _rewrite(path, member, change):
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    assert change(members[member]) != members[member]
    members[member] = change(members[member])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members.items():
            new.writestr(name, data)


def test_dates_with_a_clock_and_serials_are_days(tmp_path):
    rows = [
        ["Nama", "Tgl Lahir"],
        ["SITI", datetime.fromisoformat("1980-05-12T07:30")],
        ["BUDI", 29353],
    ]
    desk = read(tmp_path, "workers", xlsx(tmp_path, rows))
    assert desk.rows("birth_date") == [date(1980, 5, 12)] * 2


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 1 << 20)
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b"0" * (1 << 22))
    with pytest.raises(InputRefused, match="melebihi"):
        read(tmp_path, "workers", path)


def test_many_small_members_are_refused_too(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_MEMBERS", 3)
    path = xlsx(tmp_path, [["Nama"]])
    with pytest.raises(InputRefused, match="melebihi"):
        read(tmp_path, "workers", path)


def test_rows_repeated_without_end_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(ods, "MOST_CELLS", 1000)
    path = ods_file(tmp_path, [["Nama"], ["SITI"]], repeat=1_000_000)
    with pytest.raises(InputRefused, match="melebihi"):
        read(tmp_path, "workers", path)


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.95])
@pytest.mark.parametrize("save", [xlsx, ods_file])
def test_a_truncated_workbook_is_refused(tmp_path, save, cut):
    path = save(tmp_path, ROWS)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * cut)])
    with pytest.raises(InputRefused, match="rusak atau terpotong"):
        read(tmp_path, "workers", path)


@pytest.mark.parametrize("member", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_with_broken_insides_is_refused(tmp_path, member):
    path = xlsx(tmp_path, ROWS)
    _rewrite(path, member, lambda xml: xml[: len(xml) // 2])
    with pytest.raises(InputRefused, match="rusak atau terpotong"):
        read(tmp_path, "workers", path)


STRANGERS = {
    "lama.xls": b"\xd0\xcf\x11\xe0" + b"\0" * 100,
    "tabel.xls": b"<html><table><tr><td>Nama</td></tr></table>",
    "daftar.pdf": b"%PDF-1.7",
    "daftar.csv.gz": b"\x1f\x8b\x08",
    "foto.png": b"\x89PNG\r\n",
}


@pytest.mark.parametrize("name", STRANGERS)
def test_files_of_other_kinds_are_named_and_refused(tmp_path, name):
    with pytest.raises(InputRefused, match=name):
        read(tmp_path, "workers", (name, STRANGERS[name]))


def test_a_zip_without_sheets_is_refused(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("catatan.txt", "halo")
    with pytest.raises(InputRefused, match="tanpa lembar kerja"):
        read(tmp_path, "workers", ("isi.zip", packed.getvalue()))


@pytest.mark.parametrize("save", [xlsx, ods_file])
def test_an_empty_sheet_is_refused(tmp_path, save):
    with pytest.raises(InputRefused, match="judul kolom tidak ditemukan"):
        read(tmp_path, "workers", save(tmp_path, []))


@pytest.mark.parametrize("save", [xlsx, ods_file])
def test_a_header_alone_is_an_empty_list(tmp_path, save):
    desk = read(tmp_path, "workers", save(tmp_path, [["Nama"]]))
    assert desk.account == (1, 0, 0, 1)


def test_a_sheet_of_more_columns_than_any_list_has_is_refused(tmp_path):
    header = ["Nama", *(f"Kolom {at}" for at in range(2500))]
    with pytest.raises(InputRefused, match="2501 kolom; paling banyak 2000"):
        read(tmp_path, "workers", xlsx(tmp_path, [header, ["SITI"]]))
