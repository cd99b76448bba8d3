"""Datelines of many outlets."""

import pytest

from naungan.engine.prose.page.dateline import read_dateline


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        ("Palangka Raya (ANTARA) - Rapat digelar", "Palangka Raya", "ANTARA"),
        ("PRINGSEWU – Guna mewujudkan", "PRINGSEWU", ""),
        ("TRIBUNJAMBI.COM, SAROLANGUN - Pemerintah", "SAROLANGUN", "TRIBUNJAMBI.COM"),
        ("JAKARTANEWS.ID – JAKARTA: Pemprov", "JAKARTA", "JAKARTANEWS.ID"),
        (
            "KOTA MAGELANG (wartamagelang.com) Badan",
            "KOTA MAGELANG",
            "wartamagelang.com",
        ),
        ("LAHAT, SUARA RAKYAT - Rapat", "LAHAT", "SUARA RAKYAT"),
        ("Lensa Rakyat, Kota Metro - Rapat", "Kota Metro", "Lensa Rakyat"),
        ("KARAWANG-BPJS mengadakan", "KARAWANG", ""),
        ("Atambua, Timor.com — Rapat", "Atambua", "Timor.com"),
    ],
)
def test_place_and_outlet_are_read_off(line, place, outlet):
    found = read_dateline(line)
    assert (found.places[-1], found.outlet) == (place, outlet)
    assert line[found.length :][0].isupper()


@pytest.mark.parametrize(
    "line",
    [
        "Rapat itu digelar – kata dia – pagi.",
        "Pemkot-BP Jamsostek Teken MoU",
        "Kegiatan ini",
    ],
)
def test_a_sentence_is_no_dateline(line):
    assert read_dateline(line).length == 0
