"""Figures have a unit; dates, articles and years are none."""

import pytest

from naungan.engine.prose.facts.figures import read_figures
from naungan.engine.prose.page.report import report_of


def read(text):
    return [(one.value, one.unit) for one in read_figures(report_of(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada 2,1 juta pekerja di sini.", [(2_100_000, "orang")]),
        ("Cakupannya 34,81% saja.", [(34.81, "percent")]),
        ("Selisihnya 0,5 poin persen.", [(0.5, "percentage_point")]),
        ("Iurannya Rp16.800 per bulan.", [(16_800, "IDR/bulan")]),
        ("Iurannya Rp212.160/orang.", [(212_160, "IDR/orang")]),
        ("Nilainya Rp 8 Milyar.", [(8_000_000_000, "IDR")]),
        ("Nilainya 5 juta rupiah.", [(5_000_000, "IDR")]),
        ("Total sebesar 174 juta bila wafat.", [(174_000_000, "IDR")]),
        (
            "Dua dari tiga desa, atau 240 desa dari 360 desa, membayar.",
            [(240, "desa"), (360, "desa")],
        ),
        ("Target 60 pekerja rentan di setiap desa.", [(60, "orang/desa")]),
        ("Baru 26 dari 49 desa.", [(26, "desa"), (49, "desa")]),
        ("Ada lima program.", [(5, "program")]),
        ("Ada dua belas perusahaan.", [(12, "perusahaan")]),
        ("Diserahkan 27 Surat Kuasa Khusus.", [(27, "SKK")]),
        ("Ada 1.100-an ketua di sini.", [(1_100, "orang")]),
        ("Ada 112 ribu pekerja.", [(112_000, "orang")]),
    ],
)
def test_a_figure_has_value_and_unit(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 30 ayat 3 dan Inpres Nomor 2 Tahun 2021.",
        "Pada 2 November 2023 pukul 09.00 di lantai 2.",
        "Tahun 2024 desa itu maju.",
        "Hari kedua program itu, salah satu desa.",
        "Asisten 1 desa itu.",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text):
    assert read(text) == []


def test_the_same_figure_is_told_once():
    assert read("Ada 12 desa. Lalu 12 desa itu.") == [(12, "desa")]


def test_the_words_around_say_what_is_counted():
    (one,) = read_figures(
        report_of("Menurut dia, baru 34 desa yang terdaftar, katanya.")
    )
    assert one.meaning == "baru 34 desa yang terdaftar"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Ada 2,715 TK terdaftar.", 2715, "orang"),
        ("Beasiswa untuk dua anaknya diserahkan.", 2, "anak"),
        ("Di sana ada 27 organisasi perangkat daerah.", 27, "opd"),
        ("Ada 48 paket pekerjaan.", 48, "paket"),
        ("Masih ada 1 jutaan pekerja.", 1000000, "orang"),
    ],
)
def test_units_are_known_in_the_forms_of_daily_news(text, value, unit):
    (one,) = read_figures(report_of(text))
    assert (one.value, one.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Dari 239.799 pekerja baru 51.398 yang terdaftar.",
            [(239799, "orang"), (51398, "orang")],
        ),
        (
            "Dari 245 ribu pekerja, baru sekitar 116 ribu yang tercover.",
            [(245000, "orang"), (116000, "orang")],
        ),
        (
            "Dari 640 perusahaan, sudah 118 atau sekitar itu.",
            [(640, "perusahaan"), (118, "perusahaan")],
        ),
        ("Baru 12 yang hadir.", []),
        (
            "Ada 40 desa dan sudah 2.500.000 rupiah yang cair.",
            [(40, "desa"), (2500000, "IDR")],
        ),
    ],
)
def test_a_bare_number_counts_what_the_one_before_it_counts(text, found):
    assert read(text) == found


def test_a_meaning_says_where_it_is_cut():
    text = "Iuran " + "bagi semua " * 9 + "12 desa " + "pada tahun ini " * 4
    (one,) = read_figures(report_of(f"{text}selesai."))
    assert one.meaning.startswith("… bagi semua")
    assert one.meaning.endswith(" …")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Baru 65 persen dari total pekerja lebih kurang 110 ribu, katanya.",
            [(65, "percent"), (110_000, "orang")],
        ),
        ("Jumlah perusahaan mencapai 1.250.", [(1_250, "perusahaan")]),
        ("Ditujukan kepada 19 Menteri dan 3 Kepala Badan.", []),
    ],
)
def test_a_unit_may_stand_before_its_number_and_an_office_is_none(text, found):
    assert read(text) == found
