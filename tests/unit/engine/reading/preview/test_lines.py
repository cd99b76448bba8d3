"""Small tables and lists are read whole, by the heads of their columns, or refused."""

import pytest
import xlsxwriter

from naungan.engine.reading.preview import lines_of, table_of
from naungan.lib.errors import InputRefused


HEADS = {
    "code": ("kode desa", "kode"),
    "people": ("kuota", "jumlah"),
    "note": ("keterangan",),
}
NEEDED = ("code", ("people", "note"))


@pytest.fixture
def table(tmp_path):
    """Write a file and read it as a table."""

    def read(content, most=1_000, needed=NEEDED):
        path = tmp_path / "tabel"
        path.write_bytes(content)
        return table_of(path, HEADS, needed, name="kuota", most=most)

    return read


def book(path, rows):
    """Write rows by their line, from 0, into a workbook."""
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet()
        for line, cells in rows:
            for column, cell in enumerate(cells):
                sheet.write_string(line, column, cell)
    return path.read_bytes()


def test_heads_are_heard_without_case_signs_and_remarks(table):
    found = table(
        b"DAFTAR KUOTA;;\nNo;KODE  DESA;Kuota (orang)\n1;16.04;60\n;;\n2;16.05\n"
    )
    assert found.columns == ("code", "people")
    assert found.rows == (
        (3, {"code": "16.04", "people": "60"}),
        (5, {"code": "16.05", "people": ""}),
    )


def test_one_of_several_heads_will_do(table):
    assert table(b"Kode,Keterangan\na,b\n").rows == ((2, {"code": "a", "note": "b"}),)
    with pytest.raises(InputRefused, match="“kode desa”, “kuota” atau “keterangan”"):
        table(b"Kode,Apa\na,b\n")


def test_a_workbook_of_many_rows_is_read_to_its_last(table, tmp_path):
    rows = [(0, ("Kode", "Kuota")), *((n, (f"k{n}", "1")) for n in range(1, 701))]
    found = table(book(tmp_path / "a.xlsx", rows))
    assert len(found.rows) == 700
    assert found.rows[-1] == (701, {"code": "k700", "people": "1"})


def test_empty_rows_between_lose_nothing(table, tmp_path):
    rows = [(0, ("Kode", "Kuota")), (1, ("a", "1")), (4_000, ("b", "2"))]
    found = table(book(tmp_path / "a.xlsx", rows), most=10)
    assert [line for line, _ in found.rows] == [2, 4_001]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_too_many_rows_are_refused_and_never_cut_off(table, tmp_path, form):
    rows = [("Kode", "Kuota"), *((f"k{n}", "1") for n in range(12))]
    content = "\n".join(map(",".join, rows)).encode()
    if form == "xlsx":
        content = book(tmp_path / "a.xlsx", list(enumerate(rows)))
    with pytest.raises(InputRefused, match="lebih dari 10 baris"):
        table(content, most=10)


def test_rows_far_below_empty_ones_are_refused(table, tmp_path):
    rows = [(0, ("Kode", "Kuota")), (1, ("a", "1")), (9_000, ("b", "2"))]
    rows += [(n, ("c", "3")) for n in range(5_000, 5_020)]
    with pytest.raises(InputRefused):
        table(book(tmp_path / "a.xlsx", rows), most=10)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"a\x00b;c", b"PK\x03\x04 bukan buku kerja", b"\xff\xfe\x00"],
)
def test_what_is_no_table_is_refused(table, content):
    with pytest.raises(InputRefused):
        table(content)


def test_a_village_list_of_hundreds_in_a_workbook_is_whole(tmp_path):
    """A look at a file keeps its first rows; a list that is written keeps them all."""
    rows = [(0, ("NIK", "Nama", "Tanggal Lahir")), *(
        (n, (f"160410060584{9000 + n:04d}", f"Orang {n}", "06-05-1984"))
        for n in range(1, 501)
    )]  # fmt: skip
    path = tmp_path / "daftar.xlsx"
    book(path, rows)
    found = lines_of(path, "workers", name="daftar.xlsx", most=2_000)
    assert len(found.rows) == 500
