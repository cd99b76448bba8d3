"""The same cells mean the same in CSV, Parquet, XLSX and ODS."""

import csv
import tempfile
from pathlib import Path

import duckdb
import openpyxl
from hypothesis import given, settings, strategies as st
from tests.unit.engine.reading.desk import read


COLUMNS = ("name", "nik", "birth_date", "sex", "wage", "village_code", "employer_ref")
ASKED = (*COLUMNS, "nik_written", "nik_rounded", "birth_year", "row")
CELLS = st.tuples(
    st.sampled_from(
        ["SITI", " BUDI ", "-", "", "ANI, S.H.", "Jumlah", 'A "B"', "É  X"]
    ),
    st.sampled_from(["1604015205809001", "1604 0152 0580 9001", "3.2E+15", "x", ""]),
    st.sampled_from(
        ["1980-05-12", "12/05/1980", "1980", "Lahat, 12 Mei 1980", "?", ""]
    ),
    st.sampled_from(["M", "L", "perempuan", "?", "", "-"]),
    st.sampled_from(["1500000", "Rp1.500.000,00", "1500000.0", "banyak", "", "+5"]),
    st.sampled_from(["1604012001", "16.04.01.2001", "160401", "", "-"]),
    st.sampled_from(["007", "'007", "0 07", "1E+5", ""]),
)
PLAIN = ("SITI", "1604015205809001", "1980-05-12", "M", "1500000", "1604012001", "007")


def as_csv(folder, rows, headers=COLUMNS):
    path = folder / "daftar.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headers, *rows])
    return path


def as_parquet(folder, rows, headers=COLUMNS):
    path = folder / "daftar.parquet"
    con = duckdb.connect()
    names = ", ".join(f'"{name}" VARCHAR' for name in headers)
    con.execute(f"CREATE TABLE cells ({names})")
    if rows:
        marks = ", ".join("?" for _ in COLUMNS)
        con.executemany(f"INSERT INTO cells VALUES ({marks})", rows)
    con.execute(f"COPY cells TO '{path}' (FORMAT parquet)")
    return path


def as_xlsx(folder, rows, headers=COLUMNS):
    path = folder / "daftar.xlsx"
    book = openpyxl.Workbook()
    page = book.active
    for row in (headers, *rows):
        page.append(row)
    for cells in page.iter_rows():
        for cell in cells:
            cell.data_type = "s" if cell.value else "n"
    book.save(path)
    return path


@given(
    st.lists(CELLS, max_size=8), st.lists(st.integers(0, 199), min_size=8, max_size=8)
)
@settings(deadline=None, max_examples=25)
def test_the_container_makes_no_difference(odd, places):
    rows = [PLAIN] * 200
    for at, row in zip(places, odd, strict=False):
        rows[at] = row
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = []
        for save in (as_csv, as_parquet, as_xlsx):
            desk = read(folder, "workers", save(folder, rows))
            rejected = desk.records("rejected", "row", "column", "value", "code")
            warned = desk.records("warnings", "row", "column", "value", "code")
            found.append((desk.rows(*ASKED), rejected, warned))
    assert found[0] == found[1]
    assert found[0] == found[2]


@given(
    st.lists(CELLS, min_size=1, max_size=12),
    st.lists(
        st.sampled_from(["A", "b", "Nama", "NIK", "Nomor (1)", "Tgl", "é", "Upah"]),
        min_size=7,
        max_size=7,
        unique=True,
    ),
    st.sets(st.sampled_from(COLUMNS[1:])),
)
@settings(deadline=None, max_examples=25)
def test_a_chosen_mapping_makes_no_difference_either(rows, headers, kept):
    labels = dict(zip(COLUMNS, headers, strict=True))
    mapping = {name: labels[name] for name in COLUMNS if name == "name" or name in kept}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = []
        for save in (as_csv, as_parquet, as_xlsx):
            path = save(folder, [PLAIN, *rows], headers)
            desk = read(folder, "workers", path, mapping=mapping)
            rejected = desk.records("rejected", "row", "column", "value", "code")
            found.append((desk.rows(*ASKED), rejected))
            assert desk.mapping["name"] == labels["name"]
    assert found[0] == found[1] == found[2]
