"""Files of questions: every row comes out once, answered or refused with its reason."""

import csv
import json

import duckdb
import pytest

from naungan.engine.law_bulk import answer_file
from naungan.lib.errors import InputRefused, LawRefused


HEADER = ("id", "segment", "month", "wage", "income", "payer", "programmes")
ROWS = [
    ("a", "PU", "2026-06", "5000000", "", "", ""),
    ("b", "PU", "2026-06", "Rp12.000.000", "", "", ""),
    ("c", "BPU", "2026-06", "", "1000000", "apbd", ""),
    ("d", "PU", "2014-06", "5000000", "", "", ""),
    ("e", "PU", "2026-06", "-5", "", "", ""),
    ("f", "XX", "2026-06", "5", "", "", ""),
    ("g", "PU", "2026-06", "setengah", "sekian", "", ""),
    ("h", "BPU", "2026-06", "5000", "", "", ""),
    ("i", "PU", "2026-06", "5000000", "", "", "JKK+JKM"),
]


def put(path, rows, header=HEADER):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_rows_come_out_in_order_with_their_answers(tmp_path):
    out = tmp_path / "out.csv"
    counts = answer_file("contribution", put(tmp_path / "in.csv", ROWS), out)
    answered = read(out)
    assert [(row["id"], row["total"]) for row in answered] == [
        ("a", "473000"),
        ("b", "1092389"),
        ("c", "16800"),
        ("i", "27000"),
    ]
    assert answered[1]["wage"] == "Rp12.000.000"
    assert counts.rows == len(ROWS)
    assert counts.answered + counts.rejected == counts.rows
    assert counts.carried == ("id",)


def test_refused_rows_stand_apart_with_their_reason(tmp_path):
    out = tmp_path / "out.csv"
    counts = answer_file("contribution", put(tmp_path / "in.csv", ROWS), out)
    refused = {row["id"]: row["alasan"] for row in read(counts.rejected_out)}
    assert list(refused) == ["d", "e", "f", "g", "h"]
    assert "di luar hukum yang tercatat" in refused["d"]
    assert "kurang dari nol" in refused["e"]
    assert "tidak dikenal" in refused["f"]
    assert "'setengah' bukan rupiah" in refused["g"]
    assert "'sekian' bukan rupiah" in refused["g"]
    assert "wage tidak dipakai untuk segmen BPU" in refused["h"]


def test_parquet_in_and_out_keeps_the_types_of_what_it_carries(tmp_path):
    source, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    duckdb.sql(
        "COPY (SELECT i AS id, 'PU' AS segment, '2026-06' AS month, "
        f"1000000 * (1 + i % 3) AS wage FROM range(1000) t(i)) TO '{source}'"
    )
    counts = answer_file("contribution", source, out)
    assert counts.rejected_out is None
    found = duckdb.sql(
        f"SELECT id, wage, jht_worker, typeof(total) FROM '{out}'"
    ).fetchall()
    assert [row[0] for row in found] == list(range(1000))
    assert all(row[2] * 50 == row[1] and row[3] == "BIGINT" for row in found)


def test_lists_fractions_and_capitals_are_read_as_meant(tmp_path):
    source = tmp_path / "in.parquet"
    duckdb.sql(
        "COPY (SELECT 'PU' AS Segment, DATE '2026-06-01' AS MONTH, wage, "
        "['JKK', 'JKM'] AS programmes FROM (VALUES (5000000.0::DOUBLE), (5000000.5)) "
        f"t(wage)) TO '{source}'"
    )
    counts = answer_file("contribution", source, tmp_path / "out.csv")
    (found,) = read(counts.out)
    assert found["employer"] == "27000"
    assert "bukan rupiah bulat" in read(counts.rejected_out)[0]["alasan"]


def test_what_columns_cannot_hold_is_asked_one_by_one(tmp_path):
    rows = [
        ("JKK", "2023-05-02", "3000000", "death"),
        ("JKM", "2024-03-16", "", ""),
        ("JKP", "2025-03-10", "7000000", ""),
        ("JKP", "2025-03-10", "7000000", ""),
        ("XYZ", "2025-03-10", "7000000", ""),
    ]
    source = put(
        tmp_path / "in.csv", rows, ("programme", "event_date", "wage", "outcome")
    )
    counts = answer_file("benefit", source, tmp_path / "out.csv")
    totals = [row["total"] for row in read(counts.out)]
    assert totals == ["166000000", "42000000", "18000000", "18000000"]
    assert counts.rejected == 1


def test_days_come_out_as_days(tmp_path):
    row = ("PU", "JHT", "2024-01", "570000", "2024-05-10")
    header = ("segment", "programme", "month", "amount", "paid_on")
    counts = answer_file(
        "fine", put(tmp_path / "in.csv", [row], header), tmp_path / "out.csv"
    )
    (found,) = read(counts.out)
    assert found["due_on"] == "2024-02-15"
    assert found["fine"] == "34200"


def test_a_kind_without_columns_is_answered_too(tmp_path):
    header = ("month", "workers", "details")
    rows = [
        ("2026-06", "[{wage: 5000000}, {wage: 3000000}]", "ya"),
        ("2026-06", "[{wage: -1}]", ""),
    ]
    counts = answer_file(
        "bill", put(tmp_path / "in.csv", rows, header), tmp_path / "out.csv"
    )
    (found,) = read(counts.out)
    assert (found["count"], found["due_on"]) == ("2", "2026-07-15")
    assert [one["employer"] for one in json.loads(found["by_worker"])] == [
        312_000,
        187_200,
    ]
    assert counts.rejected == 1


def test_a_list_that_is_no_list_is_a_reason_and_not_the_end(tmp_path):
    rows = [("2026-06", "[{wage: 5000000}")]
    source = put(tmp_path / "in.csv", rows, ("month", "workers"))
    counts = answer_file("bill", source, tmp_path / "out.csv")
    assert counts.answered == 0
    assert "YAML" in read(counts.rejected_out)[0]["alasan"]


def test_progress_is_told(tmp_path):
    told = []
    answer_file(
        "contribution",
        put(tmp_path / "in.csv", ROWS),
        tmp_path / "out.csv",
        tell=lambda text, fraction: told.append((text, fraction)),
    )
    assert ("Menghitung 4 baris", 1.0) in told
    assert told[0] == ("Membaca baris", None)


@pytest.mark.parametrize(
    ("name", "header", "said"),
    [
        ("absen.csv", None, "tidak ada"),
        ("asing.csv", ("nama", "gaji"), "tidak ada kolom yang dikenal"),
        ("buku.xlsx", HEADER, "bentuk tidak dikenal"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(tmp_path, name, header, said):
    source = tmp_path / name
    if header is not None:
        put(source, [("x",) * len(header)], header)
    with pytest.raises(InputRefused, match=said):
        answer_file("contribution", source, tmp_path / "out.csv")


def test_a_broken_parquet_file_is_refused(tmp_path):
    source = tmp_path / "in.parquet"
    source.write_bytes(b"bukan parquet")
    with pytest.raises(InputRefused, match="tidak terbaca"):
        answer_file("contribution", source, tmp_path / "out.csv")


def test_a_column_named_like_a_result_is_refused(tmp_path):
    source = put(
        tmp_path / "in.csv",
        [("PU", "2026-06", "1", "9")],
        ("segment", "month", "wage", "total"),
    )
    with pytest.raises(InputRefused, match="bernama sama dengan kolom hasil"):
        answer_file("contribution", source, tmp_path / "out.csv")


def test_the_input_is_never_overwritten(tmp_path):
    source = put(tmp_path / "in.csv", ROWS)
    with pytest.raises(InputRefused, match="berkas masukan"):
        answer_file("contribution", source, source)


def test_a_result_that_cannot_be_written_is_refused(tmp_path):
    source = put(tmp_path / "in.csv", ROWS)
    with pytest.raises(InputRefused, match="tidak dapat ditulis"):
        answer_file("contribution", source, tmp_path / "tidak" / "ada.csv")


def test_an_unknown_kind_is_refused(tmp_path):
    with pytest.raises(LawRefused, match="tidak dikenal"):
        answer_file("iuran", put(tmp_path / "in.csv", ROWS), tmp_path / "out.csv")


def test_a_file_with_no_rows_gives_a_file_with_no_rows(tmp_path):
    counts = answer_file(
        "contribution", put(tmp_path / "in.csv", []), tmp_path / "out.csv"
    )
    assert (counts.rows, counts.rejected) == (0, 0)
    assert read(counts.out) == []
