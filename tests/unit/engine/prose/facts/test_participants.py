"""Who took part: beside a position only, for whom, and once."""

import pytest

from naungan.engine.prose.facts.participants import read_participants
from naungan.engine.prose.page.report import report_of


def read(text):
    found = read_participants(
        report_of(text), ("BPJS Ketenagakerjaan",), "Kabupaten Contoh"
    )
    return [(one.name, one.position, one.role) for one in found]


def test_a_list_of_those_present_gives_names_and_offices_without_names():
    text = (
        "Rapat dihadiri Kepala Dinas Tenaga Kerja, Kepala DPMPTSP Contoh Satya, "
        "dan Asisten 1 yang diwakili oleh Staf Ahli Rekaan Dua serta para camat."
    )
    assert read(text) == [
        (None, "Kepala Dinas Tenaga Kerja", "attend"),
        ("Contoh Satya", "Kepala DPMPTSP", "attend"),
        ("Rekaan Dua", "Staf Ahli", "represents:Asisten 1"),
    ]


def test_who_opens_for_somebody_represents_them():
    text = "FGD dibuka Asisten Perekonomian Rekaan Dua mewakili Pj Bupati Lahat Contoh Permadi."
    assert read(text) == [
        (
            "Rekaan Dua",
            "Asisten Perekonomian",
            "represents:Contoh Permadi (Pj Bupati Lahat)",
        ),
        ("Contoh Permadi", "Pj Bupati Lahat", "represented"),
    ]


def test_one_person_named_twice_is_one_with_the_fuller_name():
    text = "Kajari Lahat Contoh Permadi hadir. Kajari Lahat Permadi mengatakan semua patuh."
    assert read(text) == [("Contoh Permadi", "Kajari Lahat", "speaker")]


def test_a_name_before_its_position_is_read_too():
    assert (
        read("Contoh Permadi selaku Camat Pulau Pinang hadir.")[0][0]
        == "Contoh Permadi"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Santunan diserahkan kepada ahli waris Rekaan Dua.",
        "Peraturan Bupati Lahat yang ditandatangani oleh Bupati Lahat, Contoh Permadi, berlaku.",
        "“Terima kasih kepada Bupati Lahat Contoh Permadi,” katanya.",
        "Hal itu sesuai arahan Bupati Lahat Contoh Permadi.",
        "Semua perlu didukung Menteri.",
    ],
)
def test_somebody_only_mentioned_took_no_part(text):
    assert read(text) == []


def test_an_office_without_a_name_counts_only_in_a_list_of_those_present():
    assert read("Kepala Dinas Tenaga Kerja perlu bergerak.") == []


def test_two_spellings_of_one_holder_are_one_person_as_first_written():
    text = (
        "Rapat dipimpin Penjabat Bupati Lahat Contohri Permadi. "
        "PJ Bupati Lahat Contohry Permadi mengatakan semua siap."
    )
    assert [name for name, _, _ in read(text)] == ["Contohri Permadi"]
