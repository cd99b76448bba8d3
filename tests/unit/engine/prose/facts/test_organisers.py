"""Who held the event."""

import pytest

from naungan.engine.prose.facts.organisers import read_organisers
from naungan.engine.prose.page.report import report_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "FGD yang digelar oleh BPJS Ketenagakerjaan di hotel.",
            ["BPJS Ketenagakerjaan"],
        ),
        (
            "Kejaksaan Negeri Lahat bekerja sama dengan Pemkab Lahat menggelar rapat.",
            ["Kejaksaan Negeri Lahat", "Pemerintah Kabupaten Lahat"],
        ),
        (
            "Pemkab Bogor melalui Dinas Ketenagakerjaan bekerja sama dengan Kejari Cibinong menyerahkan kartu.",
            ["Pemerintah Kabupaten Bogor", "Kejaksaan Negeri Cibinong"],
        ),
        (
            "Penandatanganan nota kesepakatan antara Pemkot Bontang dengan Kejari Bontang itu lancar.",
            ["Pemerintah Kota Bontang", "Kejaksaan Negeri Bontang"],
        ),
        (
            "Kejari Lahat menggelar rapat koordinasi dengan Pemkab Lahat.",
            ["Kejaksaan Negeri Lahat", "Pemerintah Kabupaten Lahat"],
        ),
        (
            "Kegiatan ini merupakan kerja sama Pemkab Sikka dengan Kejari Sikka.",
            ["Pemerintah Kabupaten Sikka", "Kejaksaan Negeri Sikka"],
        ),
        (
            "Kejari Samarinda, Kalimantan Timur, bersama Pemkot Samarinda menggelar rapat.",
            ["Kejaksaan Negeri Samarinda", "Pemerintah Kota Samarinda"],
        ),
        ("Bupati Lahat menggelar rapat.", []),
        ("Semua baik.", []),
    ],
)
def test_organisers_are_read(text, names):
    found = read_organisers(report_of(text))
    assert [name for name, _ in found] == names


def test_a_title_tells_where_the_body_does_not():
    text = "Kejari Lahat Gelar Rapat\nSemua pihak hadir di sana pagi ini."
    assert [name for name, _ in read_organisers(report_of(text))] == [
        "Kejaksaan Negeri Lahat"
    ]
