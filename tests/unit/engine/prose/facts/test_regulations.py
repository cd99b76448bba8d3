"""Legal texts by kind, number and year."""

import pytest

from naungan.engine.prose.facts.regulations import read_regulations
from naungan.engine.prose.page.report import report_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Instruksi Presiden (Inpres) RI Nomor 2 Tahun 2021", ("Inpres", "2", 2021)),
        ("Atas intruksi presiden Nomor 2 tahun 2021", ("Inpres", "2", 2021)),
        ("Inpres 2/2021 itu", ("Inpres", "2", 2021)),
        ("UU No. 40/2004 tentang", ("UU", "40", 2004)),
        ("Peraturan Bupati Contoh Nomor 48 Tahun 2025", ("Perbup", "48", 2025)),
        (
            "Peraturan Menteri Keuangan (Permenkeu) Nomor 91 Tahun 2023",
            ("PMK", "91", 2023),
        ),
        (
            "Surat Kemendagri No. 100.2.1.6/2379/OTDA",
            ("Surat Kemendagri", "100.2.1.6/2379/OTDA", None),
        ),
        (
            "Surat Edaran Bupati Contoh Nomor 400.10.2.4/6/DPMD/IV/2024",
            ("Surat Edaran Bupati Contoh", "400.10.2.4/6/DPMD/IV/2024", 2024),
        ),
        ("sesuai Undang – Undang 23 Tahun 2014", ("UU", "23", 2014)),
        ("aturan Undang-Undang 40 tentang jaminan", ("UU", "40", None)),
        ("PP Nomor 38 Tahun tentang dana", ("PP", "38", None)),
        (
            "Keputusan Bupati Contoh Nomor 32 Tahun 2021",
            ("Keputusan Bupati Contoh", "32", 2021),
        ),
        (
            "Keputusan Walikota Contoh Nomor: KPTS 76/HK/I/2017",
            ("Keputusan Walikota Contoh", "76/HK/I/2017", 2017),
        ),
    ],
)
def test_a_legal_text_is_read(text, found):
    (one,) = read_regulations(report_of(f"Dasarnya {text} dan lainnya."))
    assert (one.kind, one.number, one.year) == found


def test_one_named_twice_is_told_once_and_with_its_year():
    found = read_regulations(report_of("PP Nomor 82 itu. Ya, PP Nomor 82 Tahun 2019."))
    assert [(one.number, one.year) for one in found] == [("82", 2019)]


def test_a_kind_without_a_number_is_none():
    assert read_regulations(report_of("Perlu peraturan bupati dan surat edaran.")) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sesuai UU No40/2004.", "40"),
        ("Sesuai Instruksi Presiden No 02 tahun 2021.", "2"),
    ],
)
def test_numbers_written_closely_or_with_a_nought_are_the_same(text, number):
    (one,) = read_regulations(report_of(text))
    assert one.number == number
