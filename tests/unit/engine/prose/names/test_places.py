"""Place names: officials names, short forms, seats."""

import pytest

from naungan.engine.prose.lexicon import lexicon
from naungan.engine.prose.names.places import codes_of, district_at, place_at, sent_from
from naungan.engine.prose.page.sentences import split_sentences
from naungan.lib.regions import by_code


def words(text):
    return split_sentences((text,))[0].words


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Deliserdang", ("12.07",)),
        ("Palangka Raya", ("62.71",)),
        ("Kotim", ("62.02",)),
        ("Purwokerto", ("33.02",)),
        ("Sukabumi", ("32.02", "32.72")),
        ("Bangka Belitung", ("19",)),
        ("Sumbagsel", ()),
        ("Padang Sidempuan", ("12.77",)),
        ("Sumatra Utara", ("12",)),
    ],
)
def test_a_name_means_its_codes(text, codes):
    found = place_at(words(text), 0)
    assert found
    assert found.codes == codes


def test_small_letters_and_unknown_names_are_no_place():
    assert place_at(words("lahat benar"), 0) is None
    assert place_at(words("Antahberantah"), 0) is None
    assert codes_of("Antahberantah") == ()


def test_the_longest_name_wins():
    found = place_at(words("Buru Selatan Ramly"), 0)
    assert found
    assert (found.name, found.last) == ("Buru Selatan", 1)


def test_districts_are_known_by_their_words():
    assert district_at(words("Mempawah Hilir Zulfahmi"), 0) == 2
    assert district_at(words("Antahberantah"), 0) == 0


def test_every_code_of_the_lists_exists():
    towns = lexicon("towns")
    codes = {code for group in towns.values() for code in group.values() if code}
    assert not {code for code in codes if by_code(code) is None}


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        (("PALEMBANG", "SUMSEL"), "PALEMBANG"),
        (("Tajuk Antah", "Kota Metro"), "Kota Metro"),
        (("Antah", "Berantah"), "Berantah"),
        (("KABARANTAH",), ""),
        (("ANTAHSUMUT",), ""),
        (("DPM",), ""),
        ((), ""),
    ],
)
def test_of_the_parts_of_a_dateline_a_known_place_counts(parts, place):
    assert sent_from(parts) == place
