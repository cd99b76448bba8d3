"""A promise in words: one of something is said as one."""

from decimal import Decimal

import pytest
from django.utils import translation

from naungan.casework.commitments import wording


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("1", "people", "1 person"),
        ("2", "people", "2 people"),
        ("0", "villages", "0 villages"),
        ("1.2", "cases", "1 case"),
        ("11", "letters", "11 letters"),
        ("1", "idr", "Rp1"),
    ],
)
def test_one_is_no_several_in_english(value, unit, said):
    with translation.override("en"):
        assert wording.amount(Decimal(value), unit) == said


def test_a_movement_by_one_is_one_in_english_and_alike_in_indonesian():
    with translation.override("en"):
        assert wording.movement(Decimal(1), "people") == "+1 person"
        assert wording.movement(Decimal(-1), "people").endswith("1 person")
    with translation.override("id"):
        assert wording.movement(Decimal(1), "people") == "+1 orang"
        assert wording.movement(Decimal(12), "people") == "+12 orang"
