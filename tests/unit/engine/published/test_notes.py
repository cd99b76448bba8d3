from decimal import Decimal

import pytest

from naungan.engine.published.notes import bound_in_cell, bound_in_note, target_in_note


@pytest.mark.parametrize(
    ("note", "bound"),
    [
        ('published only as "below 50%" (upper bound)', "below"),
        ('published only as "above 80%"', "above"),
        ("di atas 80 persen", "above"),
        ("kurang dari 50 %", "below"),
        ("> 80%", "above"),
        ("over 100%: denominator problem", None),
        ("378 of 381 villages, target 100% by end 2025", None),
        ("", None),
    ],
)
def test_a_note_that_is_a_bound_is_read_as_one(note, bound):
    assert bound_in_note(note) == bound


@pytest.mark.parametrize(
    ("cell", "bound", "rest"),
    [
        (">80", "above", "80"),
        ("≥ 80 %", "above", "80 %"),
        ("< 50", "below", "50"),
        ("di bawah 50", "below", "50"),
        ("lebih dari 80", "above", "80"),
        ("37,7", None, "37,7"),
        ("", None, ""),
    ],
)
def test_a_cell_may_hold_a_bound(cell, bound, rest):
    assert bound_in_cell(cell) == (bound, rest)


def test_a_doubted_target_is_read_from_the_note():
    note = "source prints target 5.37% (probably 53.7)"
    assert target_in_note(note) == Decimal("5.37")
    assert target_in_note("RPJMD target 58.35% in 2030") is None
