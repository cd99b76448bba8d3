"""Rupiah on a page: written whole, written short, and the number for a file."""

import pytest
from django.utils import translation

from naungan.web.figures.rupiah import Idr


def test_an_amount_is_written_whole_or_short_and_keeps_its_number():
    one = Idr(2_412_345_678)
    assert str(one) == "Rp2.412.345.678"
    assert one.short == "Rp2,41 miliar"
    assert one.amount == 2_412_345_678


def test_nothing_is_false_and_amounts_are_ordered():
    assert not Idr(0)
    assert Idr(1) < Idr(2)


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (3_100_000_000, "Rp3,10 billion"),
        (22_190_000, "Rp22,19 million"),
        (4_500_000_000_000, "Rp4,50 trillion"),
        (9_999_999, "Rp9.999.999"),
    ],
)
def test_an_english_page_says_the_scale_in_english(amount, said):
    with translation.override("en"):
        assert Idr(amount).short == said
