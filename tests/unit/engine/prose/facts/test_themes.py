"""Topics, obstacles and programmes as they are worded."""

from naungan.engine.prose.facts.themes import (
    read_obstacles,
    read_programmes,
    read_topics,
)
from naungan.engine.prose.page.report import report_of


def test_topics_and_aims_are_told_in_their_words():
    report = report_of(
        "Topik yang dibahas antara lain kesadaran pekerja, peran perusahaan, serta sinergi pihak. "
        "FGD bertujuan untuk memperkuat sinergi daerah."
    )
    assert [one.surface for one in read_topics(report)] == [
        "kesadaran pekerja",
        "peran perusahaan",
        "sinergi pihak",
        "memperkuat sinergi daerah",
    ]


def test_the_theme_of_an_event_is_a_topic():
    report = report_of("FGD mengangkat tema pekerja rentan.")
    assert [one.surface for one in read_topics(report)] == ["pekerja rentan"]


def test_obstacles_are_told_in_their_words():
    report = report_of(
        "Kendala yang ada seperti rendahnya kesadaran pekerja dan minimnya data desa, kurangnya pengawas."
    )
    assert len(read_obstacles(report)) == 2


def test_what_is_owned_to_be_short_is_an_obstacle():
    report = report_of(
        "Ia mengakui anggaran belum cukup untuk semua desa. "
        "Pengawas masih terbatas, dan pembayaran terkendala pencairan dana desa."
    )
    assert [one.surface for one in read_obstacles(report)] == [
        "anggaran belum cukup untuk semua desa",
        "Pengawas masih terbatas",
        "pencairan dana desa",
    ]


def test_programmes_come_in_the_order_of_the_law():
    report = report_of(
        "Manfaat Jaminan Kematian dan JKK berlaku, jp kecil bukan program."
    )
    assert [code for code, _ in read_programmes(report)] == ["JKK", "JKM"]
