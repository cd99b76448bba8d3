"""Names without titles and degrees, and words that are nobody's name."""

import pytest

from naungan.engine.prose.names.people import name_at, name_before
from naungan.engine.prose.page.sentences import split_sentences


def words(text):
    return split_sentences((text,))[0].words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Drs. H. Contoh Permadi, SH, MH hadir", "Contoh Permadi"),
        ("M.Teguh Rekaan hadir", "M. Teguh Rekaan"),
        ("Dr. Ely Contohwati SH, M.Hum mengatakan", "Ely Contohwati"),
        ("ZITT CONTOH hadir", "ZITT CONTOH"),
        ("Ahmad bin Rekaan hadir", "Ahmad bin Rekaan"),
        ("Annas Ma’rekaan, Kepala Dinas", "Annas Ma’rekaan"),
    ],
)
def test_a_name_is_read_without_titles_and_degrees(text, name):
    found = name_at(words(text), 0)
    assert found
    assert found.text == name


@pytest.mark.parametrize(
    "text",
    ["SH, MH", "DKPPP", "Kabupaten Lahat", "Lahat", "Kepala Dinas", "yang hadir"],
)
def test_what_is_no_name_is_not_taken(text):
    assert name_at(words(text), 0) is None


def test_a_name_before_a_position_does_not_reach_into_somebody_else():
    said = words("Contoh Satu , Contoh Dua selaku Bupati")
    found = name_before(said, 5, 3)
    assert found
    assert found.text == "Contoh Dua"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I Contoh Gede Permadi", "I Contoh Gede Permadi"),
        ("M. Contoh Permadi hadir", "M. Contoh Permadi"),
        ("Forkopimda Lahat", None),
        ("Kera Kota Dumai", None),
        ("Kes Kepala", None),
    ],
)
def test_balinese_names_are_whole_and_slips_of_offices_are_none(text, name):
    found = name_at(split_sentences((text,))[0].words, 0)
    assert (found.text if found else None) == name
