"""Kinds of event, and what is only background."""

import pytest

from naungan.engine.prose.facts.kinds import read_kinds
from naungan.engine.prose.page.report import report_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Digelar rapat koordinasi dan Focus Group Discussion (FGD).",
            ["rapat_koordinasi", "fgd"],
        ),
        ("Rapat pengawasan dan kepatuhan digelar.", ["rapat_kepatuhan"]),
        ("Digelar monitoring dan evaluasi (Monev).", ["monev"]),
        ("Pihaknya menyerahkan 101 Surat Kuasa Khusus (SKK).", ["penyerahan_skk"]),
        ("Digelar rapat kerjasama operasional.", ["rapat_kerja_sama_operasi"]),
        ("Keduanya meneken nota kesepahaman.", ["penandatanganan_kerja_sama"]),
        ("Dinas menggelar rapat pagi ini.", ["rapat"]),
        ("FGD ini digelar sebagai tindak lanjut dari rapat koordinasi.", ["fgd"]),
        ("Digelar rapat persiapan teknis.", ["rapat_teknis"]),
        ("Semua baik.", []),
    ],
)
def test_kinds_are_read(text, kinds):
    assert [kind for kind, _ in read_kinds(report_of(text))] == kinds


def test_a_kind_said_late_counts_when_the_lead_says_none():
    text = " ".join(["Semua baik."] * 7) + " Itu dikatakan dalam rapat teknis."
    assert [kind for kind, _ in read_kinds(report_of(text))] == ["rapat_teknis"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Digelar rapat koordinasi. A. B. C. D. E. Acara juga diisi dengan penandatanganan perjanjian kerja sama.",
            ["rapat_koordinasi", "penandatanganan_kerja_sama"],
        ),
        (
            "Digelar FGD. A. B. C. D. E. Sebagai bagian dari acara, dilakukan penyerahan simbolis santunan.",
            ["fgd", "penyerahan_santunan"],
        ),
        (
            "Kejati menjalin kerja sama melalui penandatanganan nota kesepahaman.",
            ["penandatanganan_kerja_sama"],
        ),
        ("Dinas gencar melakukan sosialisasi. Kini digelar FGD.", ["fgd"]),
        ("Digelar FGD pembentukan forum kepatuhan.", ["fgd"]),
        (
            "Digelar FGD. A. B. C. D. E. Bupati juga menyerahkan santunan.",
            ["fgd", "penyerahan_santunan"],
        ),
        (
            "Kartu BPJS Ketenagakerjaan diserahkan langsung oleh bupati.",
            ["penyerahan_kartu"],
        ),
        (
            "Kesepakatan bersama itu ditandatangani pagi ini.",
            ["penandatanganan_kerja_sama"],
        ),
        (
            "Semua pihak bersinergi. Hal itu tampak lewat Rapat Koordinasi di Aula Contoh.",
            ["rapat_koordinasi"],
        ),
    ],
)
def test_what_was_part_of_the_event_counts_and_what_is_usual_does_not(text, kinds):
    assert [kind for kind, _ in read_kinds(report_of(text))] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Digelar FGD. “Dalam rapat koordinasi nanti kami menggelar sosialisasi,” kata dia.",
            ["fgd"],
        ),
        ("Semua hadir di aula. Sosialisasi ini sangat penting bagi desa.", []),
        (
            "Digelar FGD. A. B. C. D. E. Pada acara ini, Bupati Lahat memberikan santunan.",
            ["fgd", "penyerahan_santunan"],
        ),
        (
            "Digelar FGD. A. B. C. D. E. Ia juga secara simbolis menyerahkan santunan.",
            ["fgd", "penyerahan_santunan"],
        ),
        ("Santunan itu diserahkan Bupati Lahat.", ["penyerahan_santunan"]),
    ],
)
def test_what_is_only_spoken_of_is_not_held(text, kinds):
    assert [kind for kind, _ in read_kinds(report_of(text))] == kinds
