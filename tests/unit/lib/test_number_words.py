from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from naungan.lib.number_words import MOST_SPOKEN, terbilang, value_of_words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("nol", 0),
        ("sepuluh", 10),
        ("sebelas", 11),
        ("sembilan belas", 19),
        ("dua puluh", 20),
        ("sembilan puluh sembilan", 99),
        ("seratus", 100),
        ("seratus sebelas", 111),
        ("dua ratus lima", 205),
        ("seribu satu", 1001),
        ("seratus dua puluh tiga ribu empat ratus lima puluh enam", 123456),
        ("sejuta", 1_000_000),
        ("satu triliun dua miliar tiga juta empat ribu lima", 1_002_003_004_005),
    ],
)
def test_spoken_numbers_have_their_value(words: str, value: int) -> None:
    assert value_of_words(words.split()) == value


@pytest.mark.parametrize(
    "words",
    [
        "",
        "dua satu",
        "sepuluh dua",
        "dua puluh sebelas",
        "seratus dua ratus",
        "ribu",
        "dua seribu",
        "seribu dua juta",
        "seribu dua ribu",
        "satu sejuta",
        "puluh",
        "sebelas puluh",
        "satu puluh",
        "kucing",
        "dua koma",
        "koma lima",
        "dua koma lima setengah",
        "seribu kucing",
    ],
)
def test_words_in_no_spoken_order_make_no_number(words: str) -> None:
    assert value_of_words(words.split()) is None


def test_digits_and_words_may_mix_before_a_scale() -> None:
    assert value_of_words([Decimal("2.5"), "juta"]) == 2_500_000
    assert value_of_words([Decimal(2), "juta", Decimal(500)]) == 2_000_500
    assert value_of_words([Decimal(2), "puluh"]) is None
    assert value_of_words([Decimal(2), "ribu", Decimal(5000)]) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (15, "lima belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (110, "seratus sepuluh"),
        (1_000, "seribu"),
        (1_011, "seribu sebelas"),
        (100_000, "seratus ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (16_800, "enam belas ribu delapan ratus"),
        (
            570_326_400,
            "lima ratus tujuh puluh juta tiga ratus dua puluh enam ribu empat ratus",
        ),
        (1_000_000_000_001, "satu triliun satu"),
        (-5, "minus lima"),
    ],
)
def test_a_number_is_written_as_it_is_spoken(number: int, words: str) -> None:
    assert terbilang(number) == words


@given(st.integers(1, MOST_SPOKEN - 1))
def test_what_is_written_reads_back_as_the_same_number(number: int) -> None:
    assert value_of_words(terbilang(number).split()) == number


def test_a_number_beyond_speech_is_an_error() -> None:
    with pytest.raises(ValueError, match=str(MOST_SPOKEN)):
        terbilang(MOST_SPOKEN)
