"""Sums and slips: said, never mended."""

from datetime import date

import pytest

from naungan.engine.prose.reading import read_report


def remarks(text):
    return [
        (one.code, one.text)
        for one in read_report(text, read_on=date(2026, 1, 1)).remarks
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Baru 21% atau 51.398 dari total 239.799 pekerja terdaftar.", "share_fits"),
        ("Baru 25% atau 51.398 dari total 239.799 pekerja terdaftar.", "share_differs"),
        (
            "Dari 412 paket pekerjaan, baru 268 paket atau 75 persen didaftarkan.",
            "share_differs",
        ),
        ("Sisanya 78,57% karena baru 51.398 dari total 239.799 pekerja.", "share_rest"),
        ("Cakupan naik 0,5 persen tahun ini.", "points"),
        ("Rapat digelar Jumat, 25 September 2025.", "weekday"),
        ("Dasarnya Inpres Nomor 21 Tahun 2021.", "regulation_number"),
    ],
)
def test_a_doubt_is_said(text, code):
    assert [found for found, _ in remarks(text)] == [code]


def test_a_share_is_divided_though_its_rise_stands_beside_it():
    text = "Dari 239.799 pekerja baru 51.398 orang atau 25 persen terdaftar, naik 0,5 persen."
    assert [code for code, _ in remarks(text)] == ["share_differs", "points"]


def test_a_sound_report_has_no_doubts():
    assert (
        remarks("Rapat digelar Rabu, 3 Juli 2024, sesuai Inpres Nomor 2 Tahun 2021.")
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dari 21 persen kini naik 5 persen menjadi 26 persen.",
        "Cakupan baru 21 persen. Angka itu naik 5 persen dari tahun lalu.",
    ],
)
def test_a_share_is_known_by_what_stands_beside_it(text):
    assert [code for code, _ in remarks(text)] == ["points"]


def test_a_count_of_members_that_rose_by_per_cent_is_no_slip():
    text = "Jumlah kepesertaan naik 5 persen menjadi 10.500 orang."
    assert remarks(text) == []


def test_a_price_that_rose_by_per_cent_is_no_slip():
    assert remarks("Upah naik 6,5 persen tahun ini.") == []
