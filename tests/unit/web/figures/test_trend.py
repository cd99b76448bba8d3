"""The drawing of months: round lines, labels apart, both sizes of screens."""

from decimal import Decimal
from itertools import pairwise

import pytest

from naungan.web.figures.axes import LINE_HEIGHT, MOST_LINES
from naungan.web.figures.trend import draw


MONTHS = [
    (f"bulan {at}", Decimal(value)) for at, value in enumerate((21, 22, 27, 31, 30))
]


def test_one_month_is_no_line():
    assert draw(MONTHS[:1], [], "Tercatat") == []


def test_the_line_is_drawn_for_wide_and_narrow_screens():
    assert [one.size.name for one in draw(MONTHS, [], "x")] == ["wide", "narrow"]


@pytest.mark.parametrize("highest", ["21.5", "30", "34.99", "52.15", "99.5", "150.87"])
def test_every_value_lies_within_at_most_four_lines(highest):
    for one in draw(MONTHS, [("target", Decimal(highest))], "x"):
        assert 2 <= len(one.grid) <= MOST_LINES
        ys = [int(point.split(",")[1]) for point in one.points.split()]
        ys += [y for y, _ in one.dotted]
        lines = [label.y - 4 for label in one.grid]
        assert min(lines) <= min(ys)
        assert max(ys) <= max(lines)


def test_labels_at_the_end_never_touch():
    targets = [("RPJMN", Decimal("30.2")), ("RKP", Decimal("30.4"))]
    wide = draw(MONTHS, targets, "Tercatat")[0]
    ys = sorted([wide.last.y, *[label.y for _, label in wide.dotted]])
    assert all(after - before >= LINE_HEIGHT for before, after in pairwise(ys))


def test_a_higher_month_stands_higher():
    wide = draw(MONTHS, [], "x")[0]
    ys = [int(point.split(",")[1]) for point in wide.points.split()]
    assert ys[3] < ys[4] < ys[0]
