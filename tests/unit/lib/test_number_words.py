from decimal import Decimal

import pytest

from naungan.lib.number_words import value_of_words


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
