import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from naungan.engine.report import write_reports
from naungan.engine.report.page import write_page


LIMIT_BYTES = 300_000
VOID = {"meta", "br", "link"}


class Balanced(HTMLParser):
    """Collects elements, ids and text, and fails on a tag closed out of turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.labelled: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        named = dict(attrs)
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if named.get("aria-labelledby"):
            self.labelled.append(str(named["aria-labelledby"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def page(snapshot_dir: Path, tmp_path: Path) -> str:
    path = tmp_path / "report.html"
    size = write_page(snapshot_dir, path)
    text = path.read_text(encoding="utf-8")
    assert size == len(text.encode()) < LIMIT_BYTES
    return text


def words(page: str) -> str:
    body = page.split("</style>")[-1]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_the_page_is_well_formed_and_labelled(page: str) -> None:
    found = Balanced()
    found.feed(page)
    assert found.open == []
    assert found.tags.count("h1") == 1
    assert len(found.ids) == len(set(found.ids))
    assert set(found.labelled) <= set(found.ids)


def test_the_page_needs_no_script_and_no_other_file(page: str) -> None:
    assert not re.search(r"<script|<link|<img|\bsrc=|url\(|@import|https?:", page)


def test_the_page_says_that_the_people_are_invented(page: str) -> None:
    assert "Peragaan: orang, pemberi kerja, dan angka di laporan ini rekaan." in page


def test_the_main_figure_has_range_counts_universe_and_vintage(page: str) -> None:
    text = words(page)
    assert "31,0\u00a0%".replace("\u00a0", " ") in text
    assert "310 dari 1.000 orang; sampai 32,0 % bila 10 tinjauan diterima" in text
    assert (
        "Semesta: Daftar pekerja Naungan (sudah dipadankan) · 31 Oktober 2026" in text
    )
    assert "Mengapa 31,0 %?" in text


def test_every_printed_page_says_what_it_is(page: str) -> None:
    foot = "Naungan · Cakupan Kabupaten Lahat · data per 31 Oktober 2026 · proses ke-41"
    assert f'content:"{foot} · hukum 2026-11 · Peragaan: rekaan"' in page


def test_universes_stand_side_by_side_under_their_names(page: str) -> None:
    text = words(page)
    assert "Bekerja, Sakernas Agustus 2025 1.250 310–320 24,8–25,6 940" in text


def test_districts_stand_by_coverage_with_class_colours(page: str) -> None:
    text = words(page)
    assert text.index("Kota Agung 600 240 40,0–41,7") < text.index(
        "Pulau Pinang 400 70"
    )
    assert re.search(r'class="tile k4"><span>Kota Agung</span><b>40,0</b>', page)


def test_villages_of_the_gap_are_counted(page: str) -> None:
    assert "3 dari 3 memuat 80 % kesenjangan" in words(page)


def test_the_matrix_shows_only_months_with_figures(page: str) -> None:
    text = words(page)
    assert "Segmen Sep 26 Okt 26 Semua segmen – 31,0 PU penerima upah 55,0 57,5" in text


def test_categories_and_funders_are_measured_in_the_same_universe(page: str) -> None:
    text = words(page)
    assert "Petani 600 80 13,3 520" in text
    assert "ADD/APBDes 60 6,0" in text


def test_people_without_village_are_told_apart(page: str) -> None:
    assert "7 orang yang desanya tidak terbaca (2 di antaranya" in words(page)


def test_employers_have_sentence_confidence_and_articles(page: str) -> None:
    text = words(page)
    assert "PT &lt;Rekaan&gt; &amp; Kawan" in page
    assert "40 pekerja tercatat; tidak ada pendaftaran yang cocok." in text
    assert "PP 44/2015 Pasal 22 Belum diperiksa" in text
    assert "Pasal lama" not in text


def test_files_say_how_many_nik_need_a_look(page: str) -> None:
    text = words(page)
    assert "desa.csv Daftar pekerja 5 2 2 1 2" in text
    assert "peserta.csv Daftar peserta 2 1 0 1 –" in text


def test_lists_are_called_by_their_customary_names(page: str) -> None:
    assert "daftar desa + upah 1" in words(page)


def test_employers_that_hold_most_of_the_gap_are_counted(page: str) -> None:
    assert "2 pemberi kerja memuat 80 % dari 140 pekerja" in words(page)


def test_findings_about_persons_are_counted_in_words(page: str) -> None:
    text = words(page)
    assert "NIK dipakai lebih dari satu orang 1" in text
    assert "of_a_later_version 1" in text


def test_no_person_is_named_and_no_nik_shown(page: str) -> None:
    assert "Siti" not in page
    assert "=cmd()" not in page
    assert not re.search(r"\d{16}", page)


def test_hidden_cells_are_neither_shown_nor_coloured(
    make_snapshot: Any, tmp_path: Path
) -> None:
    # The fixture's module is not importable by name; the row is written out here.
    hidden = {
        "measure": "coverage",
        "region_code": "16.04.07",
        "level": "district",
        "month": "2026-10",
        "universe": "daftar Naungan",
    }
    whole = {**hidden, "region_code": "16.04", "level": "regency"}
    content = {
        "measures": [{**whole, "low": 5, "high": 5, "denominator": 20}, hidden],
        "rejected": [{"file": "a", "line": 1, "code": "x", "message": f"{16 * '9'}"}],
    }
    path = tmp_path / "hidden.html"
    write_page(make_snapshot(content), path)
    text = path.read_text(encoding="utf-8")
    assert re.search(r'class="tile kx"><span>Kota Agung</span><b>&lt; 10</b>', text)
    assert "tidak ditampilkan" in words(text)
    assert "9999••••••••••••" in words(text)


def test_a_snapshot_of_several_provinces_is_about_the_country(
    make_snapshot: Any, tmp_path: Path
) -> None:
    rows = [
        {
            "measure": "coverage",
            "region_code": code,
            "level": level,
            "month": month,
            "universe": "daftar Naungan",
            "low": low,
            "high": low,
            "denominator": 100,
        }
        for level, code in (("national", "00"), ("province", "16"), ("province", "32"))
        for month, low in (("2025-11", 40), ("2026-10", 52))
        if (code, month) != ("32", "2025-11")
    ]
    path = tmp_path / "country.html"
    write_page(make_snapshot({"measures": rows}), path)
    text = words(path.read_text(encoding="utf-8"))
    assert "Cakupan Indonesia 2 provinsi" in text
    assert "sejak Nov 25, poin" in text
    assert "Sumatera Selatan 100 52 52,0 48 +12,0" in text
    assert "Jawa Barat 100 52 52,0 48 –" in text


def test_more_covered_than_an_official_universe_is_not_hidden(
    make_snapshot: Any, tmp_path: Path
) -> None:
    row = {
        "measure": "coverage",
        "region_code": "16.04",
        "level": "regency",
        "month": "2026-10",
        "universe": "Sakernas",
        "low": 110,
        "high": 110,
        "denominator": 100,
    }
    path = tmp_path / "over.html"
    write_page(make_snapshot({"measures": [row]}), path)
    text = words(path.read_text(encoding="utf-8"))
    assert "Sakernas dipakai di bagian berikut 100 110 110,0 −10" in text


def test_a_published_page_holds_measures_only(
    published_dir: Path, tmp_path: Path
) -> None:
    path = tmp_path / "published.html"
    write_page(published_dir, path)
    text = words(path.read_text(encoding="utf-8"))
    assert "310 dari 1.000 orang" in text
    assert "Versi terbit" in text
    for inside in ("Rekaan", "PWBD", "Menunggu tinjauan", "tidak terbaca", "kosong"):
        assert inside not in text


def test_only_the_files_with_most_rejects_are_listed(
    make_snapshot: Any, tmp_path: Path
) -> None:
    files = [
        {"file": f"{n}.csv", "kind": "workers", "lines": n, "rejected": n}
        for n in range(1, 51)
    ]
    path = tmp_path / "files.html"
    write_page(make_snapshot({"inputs": files}), path)
    text = words(path.read_text(encoding="utf-8"))
    assert "40 dari 50 berkas" in text
    assert "Semua berkas 1.275" in text
    assert "11.csv" in text
    assert " 10.csv" not in text


def test_an_empty_snapshot_still_gives_a_page(
    make_snapshot: Any, tmp_path: Path
) -> None:
    path = tmp_path / "empty.html"
    write_page(make_snapshot({}), path)
    text = words(path.read_text(encoding="utf-8"))
    assert "Cakupan Indonesia" in text
    assert "Belum ada daftar pekerja atau semesta untuk bulan ini." in text
    assert "Peragaan" not in text


def test_a_village_alone_has_no_map_but_its_figure(
    make_snapshot: Any, tmp_path: Path
) -> None:
    row = {
        "measure": "coverage",
        "region_code": "16.04.07.2001",
        "level": "village",
        "month": "2026-10",
        "universe": "daftar Naungan",
        "low": 50,
        "high": 50,
        "denominator": 100,
    }
    path = tmp_path / "village.html"
    write_page(make_snapshot({"measures": [row]}, region="16.04.07.2001"), path)
    text = words(path.read_text(encoding="utf-8"))
    assert "Cakupan Bangke" in text
    assert "50,0 %" in text.replace("\u00a0", " ")
    assert "Peta petak" not in text


def test_reports_and_rejected_rows_are_written_into_the_snapshot(
    snapshot_dir: Path,
) -> None:
    told: list[str] = []
    seconds = write_reports(snapshot_dir, lambda text, _: told.append(text))
    assert list(seconds) == ["report.html", "report.xlsx", "ditolak"]
    assert told == [f"Menulis {name}" for name in seconds]
    assert all((snapshot_dir / name).exists() for name in seconds)
    returned = [path.name for path in (snapshot_dir / "ditolak").iterdir()]
    assert returned == ["-kiriman-desa.csv.xlsx"]
