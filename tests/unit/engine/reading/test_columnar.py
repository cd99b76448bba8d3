"""Parquet with our own names is read as it is, by the same rules."""

from datetime import date

import duckdb
import pytest
from tests.unit.engine.reading.desk import read

from naungan.lib.dates import month_index
from naungan.lib.errors import InputRefused


NIK = "1604015205809001"


def parquet(tmp_path, query, name="daftar.parquet"):
    path = tmp_path / name
    duckdb.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    return path


def test_typed_and_text_columns_are_taken(tmp_path):
    path = parquet(
        tmp_path,
        f"SELECT '{NIK}' AS nik, 'SITI' AS name, DATE '1980-05-12' AS birth_date, "
        "'F' AS sex, '1604012001' AS village_code, 1500000::INTEGER AS wage, 9 AS lain",
    )
    desk = read(tmp_path, "workers", path)
    assert desk.rows("nik", "name", "birth_date", "birth_year", "sex") == [
        (int(NIK), "SITI", date(1980, 5, 12), 1980, "F")
    ]
    assert desk.rows("village_code", "wage", "line") == [(1604012001, 1500000, 1)]
    assert desk.mapping["_unmapped"] == ["lain"]


def test_other_types_are_read_as_text_would_be(tmp_path):
    path = parquet(
        tmp_path,
        f"SELECT {NIK}::BIGINT AS nik, 'SITI' AS name, TIMESTAMP '1980-05-12 00:00:00' "
        "AS birth_date, 1604012001::BIGINT AS village_code, 2.5e6::DOUBLE AS wage "
        "UNION ALL SELECT 0, 'BUDI', TIMESTAMP '2031-01-01 00:00:00', 5, 0.5",
    )
    desk = read(tmp_path, "workers", path)
    assert desk.rows("nik", "birth_date", "village_code", "wage") == [
        (int(NIK), date(1980, 5, 12), 1604012001, 2_500_000),
        (None, None, None, 1),
    ]
    warned = [column for (column,) in desk.records("warnings", "column")]
    assert warned == ["birth_date", "nik", "village_code", "wage"]


def test_a_nik_that_was_a_float_is_flagged(tmp_path):
    path = parquet(tmp_path, f"SELECT 'SITI' AS name, {NIK}::DOUBLE AS nik")
    desk = read(tmp_path, "workers", path)
    assert desk.rows("nik", "nik_rounded") == [(int(NIK), True)]


def test_months_and_programmes_are_converted(tmp_path):
    path = parquet(
        tmp_path,
        "SELECT '001' AS kpj, 'SITI' AS name, DATE '1980-05-12' AS birth_date, "
        "'PU' AS segment, 'JKK+JKM+JHT' AS programmes, '2026-10' AS paid_through, "
        "DATE '2020-03-01' AS start_month",
    )
    desk = read(tmp_path, "members", path)
    assert desk.rows("programmes", "paid_through", "start_month") == [
        (7, month_index(2026, 10), month_index(2020, 3))
    ]


def test_rows_are_numbered_past_rejects_and_blanks(tmp_path):
    path = parquet(
        tmp_path,
        "SELECT CASE WHEN i % 700 = 3 THEN NULL ELSE 'N' || i END AS name, "
        "CASE WHEN i % 1400 = 3 THEN NULL ELSE '5' END AS wage FROM range(5000) t(i)",
    )
    desk = read(tmp_path, "workers", path)
    assert desk.account == (5000, 4992, 4, 4)
    names = desk.rows("name")
    assert names[:4] == ["N0", "N1", "N2", "N4"]
    assert names[-1] == "N4999"


def test_several_files_follow_one_another(tmp_path):
    first = parquet(tmp_path, "SELECT 'A' AS name UNION ALL SELECT NULL", "a.parquet")
    second = parquet(tmp_path, "SELECT 'B' AS name", "b.parquet")
    desk = read(tmp_path, "workers", first, second, ("c.csv", "Nama\nC\n"))
    assert desk.rows("name", "source", "row_id", "file_id") == [
        ("A", "a", 0, 0),
        ("B", "b", 1, 1),
        ("C", "c", 2, 2),
    ]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path):
    paths = []
    for folder in ("satu", "dua"):
        (tmp_path / folder).mkdir()
        paths.append(parquet(tmp_path / folder, f"SELECT '{folder}' AS name"))
    desk = read(tmp_path, "workers", *paths)
    files = desk.con.execute("SELECT file FROM inputs ORDER BY file_id").fetchall()
    assert files == [("satu/daftar.parquet",), ("dua/daftar.parquet",)]


def test_an_empty_parquet_is_an_empty_list(tmp_path):
    path = parquet(tmp_path, "SELECT 'A' AS name WHERE false")
    assert read(tmp_path, "workers", path).account == (0, 0, 0, 0)


def test_parquet_without_a_needed_column_is_refused(tmp_path):
    path = parquet(tmp_path, "SELECT 1 AS upah")
    with pytest.raises(InputRefused, match=r"tidak mempunyai kolom name.*upah"):
        read(tmp_path, "workers", path)


def test_a_damaged_parquet_is_refused(tmp_path):
    path = parquet(tmp_path, "SELECT 'A' AS name")
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(InputRefused, match="rusak atau terpotong"):
        read(tmp_path, "workers", path)
