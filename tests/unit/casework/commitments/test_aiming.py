"""A target is read as it is written: an outcome, or how far a figure is to move."""

from decimal import Decimal

import pytest

from naungan.casework.commitments import aiming
from naungan.casework.commitments.aiming import Aimed
from naungan.casework.commitments.indicator import all_indicators


@pytest.mark.parametrize(
    ("text", "value", "is_move", "unit"),
    [
        ("2.300", 2300, None, ""),
        ("+2.300", 2300, True, ""),
        ("+ 2.300 orang", 2300, True, "people"),
        ("bertambah 2.300", 2300, True, ""),
        ("Naik 4,5 persen", "4.5", True, "percent"),
        ("turun 500 kasus", -500, True, "cases"),
        ("−500", -500, True, ""),
        ("menjadi 74.598 orang", 74598, False, "people"),
        ("turun menjadi 500", 500, False, ""),
        ("= 75 %", 75, False, "percent"),
        ("75%", 75, None, "percent"),
        ("up 1,200,000", 1200000, True, ""),
        ("2,5 juta", 2500000, None, ""),
    ],
)
def test_a_target_says_what_it_is(text, value, is_move, unit):
    assert aiming.read(text) == Aimed(Decimal(value), is_move, unit)


@pytest.mark.parametrize("text", ["", "banyak", "naik", "turun orang", "menjadi"])
def test_what_has_no_number_is_no_target(text):
    assert aiming.read(text) is None


@pytest.mark.parametrize(
    ("target", "what", "asked"),
    [
        ("2.300", "Menambah 2.300 orang terlindungi sampai 30 Juni 2025", True),
        ("2.300", "Cakupan naik 2.300 orang", True),
        ("500", "Menurunkan temuan 500", True),
        ("+2.300", "Menambah 2.300 orang", False),
        ("menjadi 74.598", "Menambah 2.300 orang", False),
        ("74.598", "Menambah 2.300 orang, menjadi 74.598", False),
        ("2.300", "Mendaftarkan 2.300 orang", False),
    ],
)
def test_a_bare_number_beside_words_of_adding_is_asked_about(target, what, asked):
    known = all_indicators()["covered_people"]
    assert aiming.is_asked(aiming.read(target), what, known) is asked


def test_what_is_counted_from_the_promise_on_is_not_asked_about():
    known = all_indicators()["workers_gained"]
    assert not aiming.is_asked(aiming.read("25"), "Menambah 25 pekerja", known)
