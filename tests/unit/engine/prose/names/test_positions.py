"""Positions reach as far as their words do, and no further into a name."""

import pytest

from naungan.engine.prose.names.positions import position_at
from naungan.engine.prose.page.sentences import split_sentences


def read(text):
    words = split_sentences((text,))[0].words
    found = position_at(words, 0)
    assert found
    return found, " ".join(word.text for word in words[found.last + 1 :])


@pytest.mark.parametrize(
    ("text", "title", "institution", "rest"),
    [
        (
            "Kepala Bidang Pengawasan Contoh Satu",
            "Kepala Bidang Pengawasan",
            None,
            "Contoh Satu",
        ),
        (
            "Kepala Dinas Tenaga Kerja, Transmigrasi, dan Energi Provinsi DKI Jakarta Hari",
            "Kepala Dinas Tenaga Kerja, Transmigrasi, dan Energi Provinsi DKI Jakarta",
            None,
            "Hari",
        ),
        (
            "Kabid Pelayanan pada BPJS Ketenagakerjaan Cabang Tangsel Kunto",
            "Kabid Pelayanan",
            "BPJS Ketenagakerjaan Cabang Tangsel",
            "Kunto",
        ),
        ("Asisten III Setda Konawe Satu", "Asisten III", "Setda Konawe", "Satu"),
        ("Sekretaris DKPPP Contoh", "Sekretaris DKPPP", None, "Contoh"),
        ("Camat Mempawah Hilir Contoh", "Camat Mempawah Hilir", None, "Contoh"),
    ],
)
def test_title_and_institution_are_told_apart(text, title, institution, rest):
    found, after = read(text)
    assert found.title == title
    assert (found.institution.name if found.institution else None) == institution
    assert after == rest


def test_a_deputy_is_kept_beside_the_position():
    found, _ = read("Penjabat (Pj) Bupati Contoh")
    assert found.deputy == "Pj"


def test_another_position_after_a_comma_is_not_swallowed():
    _, after = read("Kepala Bidang Pengawasan, Kepala Seksi Norma Kerja")
    assert after.startswith(", Kepala Seksi")


def test_a_plain_word_is_no_position():
    words = split_sentences(("Rapat digelar",))[0].words
    assert position_at(words, 0) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Direktur Kepersertaan BPJS Ketenagakerjaan hadir", "Direktur Kepersertaan"),
        (
            "Kabag pengadaan barang dan jasa Contoh Permadi",
            "Kabag pengadaan barang dan jasa",
        ),
        ("kepala BPJS Ketenagakerjaan Cabang Lahat", "kepala"),
        ("Kepala Kejaksaaan Negeri Lahat", "Kepala"),
    ],
)
def test_slips_and_small_letters_do_not_hide_a_position(text, title):
    position = position_at(split_sentences((text,))[0].words, 0)
    assert position is not None
    assert position.title == title


def test_a_plain_word_kepala_is_no_position():
    assert position_at(split_sentences(("kepala daerah hadir",))[0].words, 0) is None
