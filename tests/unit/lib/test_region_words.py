"""Local words: a pekon is not called desa."""

import tomllib
from pathlib import Path

import pytest

from naungan.lib import region_words
from naungan.lib.region_words import local_words, village_word
from naungan.lib.regions import by_code


@pytest.mark.parametrize(
    ("code", "village", "council"),
    [
        ("16.04", "desa", "BPD"),
        ("18.10", "pekon", "BHP"),
        ("18.10.02.2005", "pekon", "BHP"),
        ("18.04", "pekon", "LHP"),
        ("18.08", "kampung", "BPK"),
        ("18.01", "desa", "BPD"),
        ("13.01", "nagari", "Bamus Nagari"),
        ("13.09", "desa", "BPD"),
        ("11.06", "gampong", "Tuha Peut"),
        ("73.26", "lembang", "BPD"),
    ],
)
def test_a_regency_uses_its_own_words(code: str, village: str, council: str) -> None:
    words = local_words(code)
    assert (words.village, words.council) == (village, council)


def test_districts_have_local_words_too() -> None:
    assert local_words("94.01").district == "distrik"
    assert local_words("34.04").district == "kapanewon"
    assert local_words("34.71").district == "kemantren"
    assert local_words("16.04").district == "kecamatan"


def test_a_kelurahan_is_called_so_everywhere() -> None:
    assert village_word("16.04.10.1041") == "kelurahan"
    assert village_word("18.10.02.2005") == "pekon"


def test_a_code_of_former_days_still_has_its_provinces_words() -> None:
    assert by_code("91.01") is None
    assert local_words("91.01").village == "kampung"
    assert local_words("no code").village == "desa"


def test_every_entry_names_regions_that_exist_a_source_and_a_confidence() -> None:
    path = Path(region_words.__file__).with_suffix(".toml")
    data = tomllib.loads(path.read_text("utf-8"))
    for entry in data["local"]:
        assert all(by_code(code) for code in entry["regions"])
        assert entry["source"]
        assert entry["confidence"] in ("CHECKED", "SINGLE", "MEMORY")
    assert all(by_code(code) for code in region_words.place_words().also)
