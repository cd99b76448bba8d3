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
        ("Semua baik.", []),
    ],
)
def test_kinds_are_read(text, kinds):
    assert [kind for kind, _ in read_kinds(report_of(text))] == kinds


def test_a_kind_said_late_counts_when_the_lead_says_none():
    text = " ".join(["Semua baik."] * 7) + " Itu dikatakan dalam rapat teknis."
    assert [kind for kind, _ in read_kinds(report_of(text))] == ["rapat_teknis"]
