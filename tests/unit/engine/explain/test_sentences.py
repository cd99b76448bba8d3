"""What a finding wrote in Indonesian is said in English with the same figures."""

import re

import pytest

from naungan.engine.explain.sentences import sentence


SAID = (
    (
        (
            "Iuran 5 bulan yang sudah jatuh tempo belum lunas, terakhir bulan Mei 2024, "
            "mengenai 1.204 peserta. Iuran yang belum dibayar Rp314.898 sebulan (3 pekerja "
            "tanpa data upah belum dihitung)."
        ),
        (
            "Contributions of 5 months that fell due are not fully paid, last May 2024, "
            "concerning 1.204 members. Unpaid contributions come to Rp314.898 a month (not "
            "counting 3 workers of unknown wage)."
        ),
    ),
    (
        (
            "Daftar menyebut 10 pekerja, tetapi pemberi kerja ini tidak ditemukan di antara "
            "pemberi kerja terdaftar. Iuran yang seharusnya disetor Rp2.432.604 sebulan."
        ),
        (
            "Lists name 10 workers, but this employer is not found among the registered "
            "ones. The contributions due come to Rp2.432.604 a month."
        ),
    ),
    (
        (
            "Umur 13 tahun pada Agustus 2022; yang dapat didaftarkan 18 tahun ke atas dan di "
            "bawah 65 tahun"
        ),
        (
            "Aged 13 in August 2022; those who can be registered are from 18 years and "
            "below 65"
        ),
    ),
    (
        (
            "APBD (KPJ •••••••9001) dan ADD/APBDes (KPJ •••••••9002) membayar 4 bulan "
            "yang sama, terakhir Juni 2024"
        ),
        (
            "Regional budget (KPJ •••••••9001) and Village budget (KPJ •••••••9002) paid "
            "4 same months, last June 2024"
        ),
    ),
)


@pytest.mark.parametrize(("indonesian", "english"), SAID)
def test_a_sentence_is_said_in_both_languages(indonesian, english):
    said = sentence(indonesian)
    assert said.text() == indonesian
    assert said.text("en") == english


@pytest.mark.parametrize("indonesian", [one for one, _ in SAID])
def test_no_figure_is_lost(indonesian):
    figures = re.compile(r"\d[\d.]*\d|\d")
    said = sentence(indonesian)
    assert sorted(figures.findall(said.text("en"))) == sorted(
        figures.findall(indonesian)
    )


def test_of_a_membership_the_last_four_are_said():
    both = (
        "APBD (KPJ 26000009001) dan CSR (KPJ 26000009002) membayar 4 bulan yang sama, "
    )
    said = sentence(f"{both}terakhir Juni 2024")
    for language in ("id", "en"):
        assert "26000" not in said.text(language)
        assert "(KPJ •••••••9002)" in said.text(language)


def test_a_sentence_of_no_known_form_stays_as_it_was_written():
    strange = "Kalimat {lama} dari potret lain"
    assert sentence(strange).text("en") == strange
    assert sentence(None).text("en") == ""
