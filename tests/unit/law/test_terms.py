from datetime import date
from decimal import Decimal

import pytest

from naungan.law.source.entry import CONFIDENCES, LOCAL
from naungan.law.terms import CONFIDENCE, TERMS, listed, shown, term
from naungan.law.words import Words


def written(kind, value, language):
    made = shown(kind, value)
    return made.text(language) if isinstance(made, Words) else getattr(made, language)


def test_a_code_has_its_words_and_a_name_needs_none():
    assert term("very_low").text() == "sangat rendah"
    assert term("very_low").text("en") == "very low"
    assert term("JKK").text("en") == "JKK"


def test_a_text_with_braces_is_written_as_it_is():
    assert term("{0}").text() == "{0}"


def test_every_confidence_is_explained():
    assert set(CONFIDENCE) == {*CONFIDENCES, LOCAL}


def test_every_term_can_be_written_in_both_languages():
    assert all(one.text("id") and one.text("en") for one in TERMS.values())


@pytest.mark.parametrize(
    ("kind", "value", "indonesian", "english"),
    [
        ("working_days", 7, "7 hari kerja", "7 working days"),
        ("months", 1, "1 bulan", "1 month"),
        ("years", 56, "56 tahun", "56 years"),
        ("day_of_month", 15, "tanggal 15", "day 15"),
        ("idr", 10_547_400, "Rp10.547.400", "Rp10.547.400"),
        ("ratio", Decimal("0.0174"), "1,74%", "1,74%"),
        ("choice", "large", "usaha besar", "large business"),
        ("list", ("worker", "employer"), "pekerja, pemberi kerja", "worker, employer"),
        ("programmes", ("JKK", "JKM"), "JKK, JKM", "JKK, JKM"),
        ("day", date(2027, 3, 31), "31 Maret 2027", "31 March 2027"),
        ("yes_no", True, "ya", "yes"),
        ("table", ({"a": 1}, {"a": 2}), "tabel 2 baris", "table of 2 rows"),
        ("table", ({"a": 1, "b": 2_000},), "a 1, b 2.000", "a 1, b 2.000"),
        ("table", ({"hal": "satu", "hal_en": "one"},), "hal satu", "hal one"),
    ],
)
def test_a_value_needs_no_key_to_be_read(kind, value, indonesian, english):
    assert written(kind, value, "id") == indonesian
    assert written(kind, value, "en") == english


def test_an_empty_list_says_nothing():
    assert listed([]).text() == ""
