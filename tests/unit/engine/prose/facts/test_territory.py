"""Regions: jurisdictions, not the towns where offices stand."""

import pytest

from naungan.engine.prose.facts.territory import read_regions
from naungan.engine.prose.page.report import report_of


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Dinas Tenaga Kerja Provinsi Lampung dan BPJS Ketenagakerjaan Cabang Bandar Lampung rapat.",
            ["18"],
        ),
        ("Bupati Sukabumi memimpin rapat di Kota Bandung.", ["32.02", "32.73"]),
        ("Wali Kota Sukabumi memimpin rapat.", ["32.72"]),
        ("Pemkab Sigi, Sulawesi Tengah, rapat.", ["72.10"]),
        ("Rapat untuk Kabupaten Buru maupun Buru Selatan.", ["81.04", "81.09"]),
        ("Kejaksaan Negeri Samarinda memanggil perusahaan.", ["64.72"]),
        ("Pemerintah Provinsi Jambi menggelar rapat.", ["15"]),
        ("Sekda Majene hadir.", ["76.05"]),
        ("KARAWANG – Rapat digelar BPJS Ketenagakerjaan.", ["32.15"]),
        ("BPJS Ketenagakerjaan Cabang Lahat menggelar rapat.", ["16.04"]),
        ("Rapat digelar pagi ini.", []),
    ],
)
def test_the_region_is_the_one_whose_office_acts(text, codes):
    assert [one.code for one in read_regions(report_of(text))] == codes


def test_a_province_beside_a_figure_counts_and_elsewhere_does_not():
    body = "Bupati Sukabumi rapat. Lalu satu. Lalu dua. Lalu tiga. {}"
    measured = body.format("Rata-rata Provinsi Jawa Barat 37,2 persen.")
    named = body.format("Provinsi Jawa Barat luas sekali.")
    assert [one.code for one in read_regions(report_of(measured))] == ["32.02", "32"]
    assert [one.code for one in read_regions(report_of(named))] == ["32.02"]


def test_a_region_has_its_official_name_and_level():
    (one,) = read_regions(report_of("Gubernur Lampung memimpin rapat."))
    assert (one.name, one.level) == ("Provinsi Lampung", "provinsi")


def test_a_name_that_two_share_stays_open_where_nothing_settles_it():
    assert read_regions(report_of("Kejaksaan Negeri Sukabumi menggelar rapat.")) == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Digelar monev untuk wilayah Sulawesi Tengah. Rapat digelar di Jalan Contoh, Kota Palu.",
            ["72"],
        ),
        (
            "Pemerintah Kabupaten Murung Raya (Mura) rapat. Sekda Mura hadir.",
            ["62.12"],
        ),
        (
            "Kajati Maluku memimpin rapat di Kabupaten Buru maupun Buru Selatan.",
            ["81.04", "81.09"],
        ),
        (
            "Audiensi digelar di wilayah Bali, kali ini Pemkot Denpasar hadir.",
            ["51.71"],
        ),
    ],
)
def test_areas_addresses_and_short_names_are_told_apart(text, codes):
    assert [one.code for one in read_regions(report_of(text))] == codes


def test_a_figure_of_another_region_does_not_make_it_the_events():
    report = report_of(
        "Pemerintah Kabupaten Lahat menggelar monev. Semua hadir. Acara lancar. "
        "Kota Metro sudah tinggi, sedangkan Lahat baru 26 persen ketimbang Kabupaten Belu 90 persen."
    )
    assert [one.code for one in read_regions(report)] == ["16.04"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Kabupaten Lahat maju. Hal ini dibahas. Dasarnya jelas. FGD diikuti Kabupaten Lahat, Kota Pagar Alam, dan Kabupaten Musi Rawas.",
            ["16.04", "16.72", "16.05"],
        ),
        (
            "Pemprov Sumatera Selatan menggelar rapat. Rapat itu dihadiri Kabupaten Lahat dan Kabupaten Musi Rawas. Semua hadir. Baik. Diikuti juga Kabupaten Muara Enim dan Kota Palembang.",
            ["16", "16.04", "16.05"],
        ),
        (
            "Rapat Peraturan Gubernur Sumatera Selatan digelar Pemkab Lahat. Bupati Lahat membuka. Kabupaten Lahat siap.",
            ["16.04"],
        ),
        (
            "Gubernur Sumatera Selatan hadir di Kabupaten Lahat. Bupati Lahat membuka. Kabupaten Lahat siap.",
            ["16", "16.04"],
        ),
        (
            "Rapat digelar Pemkab Jayapura. Hadir Kepala BPJS Provinsi Papua.",
            ["91.03"],
        ),
        (
            "SKK diserahkan di lima kabupaten. Itu meliputi Kabupaten Pati, Kudus, Jepara, dan Blora.",
            ["33.18", "33.19", "33.20", "33.16"],
        ),
        (
            "Pemprov Papua Barat Daya menggelar rapat di Contoh-Belhotel, Kota Sorong.",
            ["96"],
        ),
    ],
)
def test_who_came_and_who_only_lies_above_are_told_apart(text, codes):
    assert [one.code for one in read_regions(report_of(text))] == codes
