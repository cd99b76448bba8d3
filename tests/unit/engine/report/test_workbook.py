from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from naungan.engine.formats.decisions import FORMAT, KINDS
from naungan.engine.report.masks import masked, masked_text
from naungan.engine.report.review_queue import EMPLOYER_VERDICTS, PERSON_VERDICTS
from naungan.engine.report.sheets import SHEETS
from naungan.engine.report.workbook import write_workbook
from naungan.lib import identity_numbers
from naungan.lib.errors import SnapshotRefused


HEADS = 3
SHA256 = "ab" * 32


def sheet_rows(path: Path, name: str) -> list[dict[str, Any]]:
    book = openpyxl.load_workbook(path)
    rows = list(book[name].iter_rows(values_only=True))
    heads = [str(head) for head in rows[HEADS - 1]]
    return [dict(zip(heads, row, strict=True)) for row in rows[HEADS:]]


@pytest.fixture
def report(snapshot_dir: Path, tmp_path: Path) -> Path:
    path = tmp_path / "report.xlsx"
    write_workbook(snapshot_dir, path)
    return path


def test_the_workbook_has_its_sheets_in_order(report: Path) -> None:
    assert openpyxl.load_workbook(report).sheetnames == [
        "Ringkasan",
        "Cakupan",
        "Kesenjangan per desa",
        "Pemberi kerja yang dikunjungi",
        "Antrean tinjau",
        "Tinjau pemberi kerja",
        "Baris ditolak",
    ]


def test_heads_are_frozen_filtered_and_wide_enough(report: Path) -> None:
    for page in openpyxl.load_workbook(report):
        assert page.freeze_panes == f"B{HEADS + 1}"
        assert page.auto_filter.ref
        assert page.column_dimensions["A"].width >= 6


def test_the_summary_says_that_the_people_are_invented(report: Path) -> None:
    lines = sheet_rows(report, "Ringkasan")
    assert lines[0]["Hal"] == "Peragaan"
    values = {(line["Hal"], line["Keterangan"]): line["Nilai"] for line in lines}
    own = "Semesta: Daftar pekerja Naungan (sudah dipadankan)"
    assert values["Cakupan, pasti", own] == "31,0\u00a0%"
    assert values["Kesenjangan (orang)", own] == 690


def test_every_file_is_accounted_for_in_the_summary(report: Path) -> None:
    line = next(x for x in sheet_rows(report, "Ringkasan") if x["Hal"] == "desa.csv")
    assert line["Nilai"] == 5
    assert "2 diterima + 2 ditolak + 1 disisihkan" in line["Keterangan"]


def test_coverage_names_its_universe_and_gives_the_range(report: Path) -> None:
    rows = sheet_rows(report, "Cakupan")
    district = next(row for row in rows if row["Kode"] == "16.04.07")
    assert district["Wilayah"] == "Kota Agung"
    assert district["Tingkat"] == "Kecamatan"
    assert district["Semesta"] == "Daftar pekerja Naungan (sudah dipadankan)"
    assert district["Cakupan, pasti"] == pytest.approx(0.4)
    assert district["Cakupan, bila tinjauan diterima"] == pytest.approx(0.417)
    assert district["Kesenjangan (orang)"] == 360


def test_villages_stand_by_gap_and_say_which_hold_four_fifths(report: Path) -> None:
    rows = sheet_rows(report, "Kesenjangan per desa")
    assert [row["Kesenjangan (orang)"] for row in rows] == [330, 190, 170]
    assert rows[0]["Desa/kelurahan"] == "Pulau Pinang"
    assert rows[-1]["Kumulatif"] == pytest.approx(1)
    assert [row["Termasuk 80 %"] or "" for row in rows] == ["ya", "ya", "ya"]


def test_employers_stand_by_weight_and_people_with_their_articles(report: Path) -> None:
    rows = sheet_rows(report, "Pemberi kerja yang dikunjungi")
    assert [(row["Urutan"], row["Temuan"]) for row in rows] == [
        (1, "PWBD"),
        (2, "PDS tenaga kerja"),
        (2, "Menunggak"),
    ]
    assert rows[0]["Dasar hukum"] == "PP 86/2013 Pasal 3"
    assert rows[2]["Dasar hukum"] == "PP 44/2015 Pasal 22 (belum diperiksa)"
    assert rows[0]["Pemberi kerja"] == "PT <Rekaan> & Kawan"


def test_a_pair_to_review_says_what_fits_and_how_to_name_it(report: Path) -> None:
    row = sheet_rows(report, "Antrean tinjau")[0]
    assert row["Yang cocok dan tidak"] == "NIK kosong; nama mirip; tanggal lahir kosong"
    assert (row["Kiri"], row["Kanan"]) == (f"{SHA256[:12]}:2", "26000000001")
    assert row["Putusan"] is None
    pages = openpyxl.load_workbook(report)
    rules = pages["Antrean tinjau"].data_validations.dataValidation
    assert rules[0].formula1 == '"orang yang sama,orang berbeda"'


def test_an_employer_to_review_stands_beside_the_registered_one(report: Path) -> None:
    row = sheet_rows(report, "Tinjau pemberi kerja")[0]
    assert row["Nama di daftar"] == "CV Rekaan Dua"
    assert row["Nama terdaftar"] == "UD Rekaan Tiga"
    assert (row["Kiri"], row["Kanan"]) == (f"{SHA256[:12]}:1", "NPP-12")


def test_the_verdict_columns_are_those_a_decisions_file_needs() -> None:
    known = {
        name for column in FORMAT.columns for name in (column.name, *column.aliases)
    }
    heads = {column.title.lower() for column in SHEETS[4].columns[-6:]}
    assert heads <= known
    verdicts = {verdict for choices in KINDS.values() for verdict in choices}
    assert {*PERSON_VERDICTS, *EMPLOYER_VERDICTS} <= verdicts


def test_nik_is_masked_everywhere(report: Path) -> None:
    review = sheet_rows(report, "Antrean tinjau")[0]
    assert review["NIK di daftar"] is None
    assert review["NIK peserta"] == "1604••••••••••••"
    assert sheet_rows(report, "Baris ditolak")[0]["Isi sel"] == "NIK 1604••••••••••••"
    for page in openpyxl.load_workbook(report):
        for row in page.iter_rows(values_only=True):
            assert not any("1604071205809001" in str(cell) for cell in row)


def test_a_cell_of_a_sender_never_becomes_a_formula(report: Path) -> None:
    book = openpyxl.load_workbook(report)
    cell = book["Antrean tinjau"].cell(HEADS + 1, 2)
    assert (cell.value, cell.data_type) == ("=cmd()", "s")


def test_the_mask_in_sql_is_the_mask_in_python() -> None:
    for nik in (1604071205809001, 9001):
        query = f"SELECT {masked('n')} FROM (SELECT CAST({nik} AS BIGINT) AS n)"
        assert duckdb.sql(query).fetchall() == [(identity_numbers.mask(nik),)]
    query = f"SELECT {masked_text('t')} FROM (SELECT 'a 1604071205809001 b' AS t)"
    assert duckdb.sql(query).fetchall() == [("a 1604•••••••••••• b",)]


def test_a_sheet_that_overflows_goes_on_in_a_second_one(
    snapshot_dir: Path, tmp_path: Path
) -> None:
    path = tmp_path / "split.xlsx"
    written = write_workbook(snapshot_dir, path, last_row=HEADS + 1)
    assert written["Baris ditolak"] == 2
    first, second = (
        sheet_rows(path, "Baris ditolak"),
        sheet_rows(path, "Baris ditolak (2)"),
    )
    assert [row["Baris berkas"] for row in (*first, *second)] == [4, 5]
    assert "Baris ditolak (3)" not in openpyxl.load_workbook(path).sheetnames


def test_a_long_sheet_name_still_fits_when_it_goes_on(
    snapshot_dir: Path, tmp_path: Path
) -> None:
    path = tmp_path / "split.xlsx"
    write_workbook(snapshot_dir, path, last_row=HEADS + 1)
    names = openpyxl.load_workbook(path).sheetnames
    assert "Pemberi kerja yang dikunju… (2)" in names


def test_an_empty_snapshot_gives_sheets_that_say_so(
    make_snapshot: Any, tmp_path: Path
) -> None:
    path = tmp_path / "empty.xlsx"
    written = write_workbook(make_snapshot({}), path)
    assert written["Antrean tinjau"] == 0
    book = openpyxl.load_workbook(path)
    assert book["Antrean tinjau"].cell(HEADS + 1, 1).value == "Tidak ada baris."


def test_hidden_counts_leave_their_cells_empty(
    make_snapshot: Any, tmp_path: Path
) -> None:
    row = {
        "measure": "coverage",
        "region_code": "16.04",
        "level": "regency",
        "month": "2026-10",
        "universe": "daftar Naungan",
        "denominator": 20,
    }
    path = tmp_path / "hidden.xlsx"
    write_workbook(make_snapshot({"measures": [row]}), path)
    cells = sheet_rows(path, "Cakupan")[0]
    assert cells["Orang dalam semesta"] == 20
    assert cells["Cakupan, pasti"] is None
    assert "Cakupan, pasti" not in {x["Hal"] for x in sheet_rows(path, "Ringkasan")}


def test_cells_beyond_the_format_are_cut_visibly_or_written_as_text(
    make_snapshot: Any, tmp_path: Path
) -> None:
    person = {"person_id": 1, "birth_date": "1899-12-31", "name": "Rekaan"}
    link = {"person_id": 1, "kpj": "1", "band": "review", "weight": 1.0}
    reject = {"file": "a.csv", "line": 1, "value": "x" * 40_000}
    content = {"persons": [person], "links": [link], "rejected": [reject]}
    path = tmp_path / "long.xlsx"
    write_workbook(make_snapshot(content), path)
    assert sheet_rows(path, "Antrean tinjau")[0]["Lahir"] == "1899-12-31"
    cell = sheet_rows(path, "Baris ditolak")[0]["Isi sel"]
    assert len(cell) == 32_767
    assert cell.endswith("…")


def test_a_published_workbook_names_nobody(published_dir: Path, tmp_path: Path) -> None:
    path = tmp_path / "published.xlsx"
    written = write_workbook(published_dir, path)
    assert list(written) == ["Ringkasan", "Cakupan", "Kesenjangan per desa"]
    topics = {line["Hal"] for line in sheet_rows(path, "Ringkasan")}
    assert "Kesenjangan (orang)" in topics
    assert not any(
        "Temuan" in topic or "tinjauan" in topic
        for topic in topics
        - {
            "Terlindungi, bila semua tinjauan diterima",
            "Cakupan, bila semua tinjauan diterima",
        }
    )


def test_the_same_snapshot_gives_the_same_bytes(
    snapshot_dir: Path, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    write_workbook(snapshot_dir, one)
    write_workbook(snapshot_dir, two)
    assert one.read_bytes() == two.read_bytes()


def test_a_folder_without_snapshot_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SnapshotRefused, match="Jalankan naungan run"):
        write_workbook(tmp_path, tmp_path / "report.xlsx")
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_manifest_without_readable_month_is_refused(snapshot_dir: Path) -> None:
    (snapshot_dir / "manifest.json").write_text('{"month": "kemarin"}')
    with pytest.raises(SnapshotRefused, match="tidak terbaca"):
        write_workbook(snapshot_dir, snapshot_dir / "report.xlsx")
