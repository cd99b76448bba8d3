"""Offices: written out, with their place, apart from health insurance."""

import pytest

from naungan.engine.prose.names.institutions import institution_at
from naungan.engine.prose.page.sentences import split_sentences


def read(text):
    return institution_at(split_sentences((text,))[0].words, 0)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pemkab Lahat berharap", "Pemerintah Kabupaten Lahat"),
        ("Kejari Samarinda memanggil", "Kejaksaan Negeri Samarinda"),
        (
            "BPJAMSOSTEK Cabang Ungaran menyerahkan",
            "BPJS Ketenagakerjaan Cabang Ungaran",
        ),
        (
            "Badan Penyelenggara Jaminan Sosial (BPJS) Ketenagakerjaan Kantor Cabang Palu,",
            "BPJS Ketenagakerjaan Kantor Cabang Palu",
        ),
        ("BPJS Kanwil Sumbagsel hadir", "BPJS Ketenagakerjaan Kanwil Sumbagsel"),
        ("BPJS Ketenagakerjaan Cabang, hadir", "BPJS Ketenagakerjaan Cabang"),
        (
            "BPJS Ketenagakerjaan Cabang Antah Berantah, hadir",
            "BPJS Ketenagakerjaan Cabang Antah Berantah",
        ),
        (
            "Dinas Tenaga Kerja dan Transmigrasi Provinsi Jambi melalui",
            "Dinas Tenaga Kerja dan Transmigrasi Provinsi Jambi",
        ),
        ("PT Contoh Makmur Jaya menunggak", "PT Contoh Makmur Jaya"),
        ("Kemenaker RI hadir", "Kemenaker RI"),
    ],
)
def test_an_office_is_written_out(text, name):
    found = read(text)
    assert found
    assert found.name == name


@pytest.mark.parametrize("text", ["BPJS Kesehatan hadir", "Dinas itu hadir", "Rapat"])
def test_what_is_no_office_of_ours_is_none(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("BPJS Ketenagakerjaan Surabaya Tanjung Perak, Contoh Permadi, hadir", "Perak"),
        ("BPJS Ketenagakerjaan Jakarta Kelapa Gading Contoh Permadi", "Gading"),
        ("BPJS Ketenagakerjaan Jakarta Cilandak Contoh", "Cilandak"),
        ("BPJS Ketenagakerjaan Wilayah DKI Jakarta Contoh Permadi", "Jakarta"),
        ("BPJS Ketenagakerjaan Serang Raya Contoh Permadi", "Raya"),
        ("BPJS Ketenagakerjaan Natuna Contoh Permadi, hadir", "Natuna"),
        ("BPJS Ketenagakerjaan Wilayah Bali, Nusa Tenggara, dan Papua", "Papua"),
    ],
)
def test_a_branch_ends_with_its_quarter_or_its_last_area(text, last):
    words = split_sentences((text,))[0].words
    office = institution_at(words, 0)
    assert office is not None
    assert words[office.last].text == last
