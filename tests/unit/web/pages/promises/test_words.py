"""How figures of promises are written."""

from decimal import Decimal

import pytest

from naungan.web.pages.promises import words


@pytest.mark.parametrize(
    ("moved", "code", "said"),
    [
        (Decimal("9.29"), "coverage", "+9,29 poin persen"),
        (Decimal("-0.83"), "coverage", "−0,83 poin persen"),
        (Decimal(20_892), "covered_people", "+20.892 orang"),
        (Decimal(0), "covered_people", "0 orang"),
        (None, "coverage", "–"),
    ],
)
def test_a_share_moves_by_percentage_points_and_a_count_by_its_unit(moved, code, said):
    assert words.movement(moved, code) == said
