"""Months of a scheme in words."""

import pytest
from django.utils import translation

from naungan.web.pages.schemes import words


DECEMBER = 2024 * 12 + 11


@pytest.mark.parametrize(
    ("first", "told"),
    [
        (DECEMBER, "Desember 2024"),
        (DECEMBER - 1, "November 2024 sampai Desember 2024"),
    ],
)
def test_a_span_of_one_month_names_it_once(first, told):
    with translation.override("id"):
        assert words.span(first, DECEMBER) == told
