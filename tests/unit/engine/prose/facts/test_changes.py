"""A change beside its two levels: what was said of it must come out."""

from decimal import Decimal

import pytest

from naungan.engine.prose.facts.changes import changes_in


@pytest.mark.parametrize(
    ("text", "unit", "difference", "percent", "fits"),
    [
        ("Cakupan turun 4 persen dari 35 persen menjadi 32 persen", "percent", 3, "8.57", False),
        ("dari 35 persen menjadi 32 persen atau turun 3 persen", "percent", 3, "8.57", True),
        ("naik 8,57 persen dari 35 persen menjadi 38 persen", "percent", 3, "8.57", True),
        ("naik dari 35 menjadi 37,5 persen (2,5 poin persen)", "percentage_point", "2.5", "7.14", True),
        ("naik 3 persen dari 35 persen menjadi 32 persen", "percent", 3, "8.57", False),
        ("naik 20 persen dari 1.000 menjadi 1.400 orang", "percent", 400, "40.00", False),
        ("bertambah 400 orang dari 1.000 menjadi 1.400 orang", "count", 400, "40.00", True),
    ],
)  # fmt: skip
def test_a_change_is_held_against_its_levels(text, unit, difference, percent, fits):
    (one,) = changes_in(text)
    assert one.unit == unit
    assert one.difference == Decimal(difference)
    assert round(one.percent, 2) == Decimal(percent)
    assert one.fits is fits


@pytest.mark.parametrize(
    "text",
    [
        "turun 4 persen dari tahun lalu",
        "turun dari 35 menjadi 32 persen",
        "iuran naik dari Rp10.000 menjadi Rp16.800",
        "naik 5 dari 35 persen menjadi 40 persen",
    ],
)
def test_a_change_without_both_levels_or_of_another_kind_is_none(text):
    assert not list(changes_in(text))
