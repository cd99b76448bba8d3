from decimal import Decimal
from fractions import Fraction

import pytest

from naungan.engine.published.rounding import (
    Span,
    count_span,
    cut_span,
    decimals,
    printed_span,
    rounded_span,
    share,
    share_span,
)


@pytest.mark.parametrize(
    ("printed", "places"),
    [("21", 0), ("21.0", 0), ("21.4", 1), ("50.88", 2), ("150", 0)],
)
def test_trailing_zeros_are_no_decimals(printed, places):
    assert decimals(Decimal(printed)) == places


def test_a_printed_percentage_stands_for_what_rounds_to_it():
    assert rounded_span(Decimal(21)) == Span(Fraction(41, 2), Fraction(43, 2))
    assert rounded_span(Decimal("0.2")) == Span(Fraction(15, 100), Fraction(25, 100))


def test_no_percentage_lies_below_nothing():
    assert rounded_span(Decimal(0)).low == 0


def test_what_is_cut_off_lies_above_the_print():
    assert cut_span(Decimal("40.89")) == Span(Fraction(4089, 100), Fraction(4090, 100))


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (6_000_000, 5_500_000, 6_500_000),
        (40_000_000, 39_500_000, 40_500_000),
        (2_700_000, 2_650_000, 2_750_000),
        (13_960_000, 13_955_000, 13_965_000),
        (700_000, 699_500, 700_500),
        (77_100, 77_050, 77_150),
        (920_999, 920_998.5, 920_999.5),
        (220, 219.5, 220.5),
        (0, 0, 0.5),
    ],
)
def test_an_approximate_count_is_rounded_to_its_last_digit_or_spoken_unit(
    count, low, high
):
    assert count_span(count, approximate=True) == Span(Fraction(low), Fraction(high))


def test_an_exact_count_stands_for_itself():
    assert count_span(6_000_000, approximate=False) == Span(
        Fraction(6_000_000), Fraction(6_000_000)
    )


def test_counts_allow_from_the_smallest_to_the_largest_share(figure):
    exact = figure(covered=51_398, denominator=239_799)
    assert share_span(exact) == Span(share(exact), share(exact))
    about = figure(covered=2_700_000, denominator=6_000_000, approximate=True)
    span = share_span(about)
    assert span.low == Fraction(265_000_000, 6_500_000)
    assert span.high == Fraction(275_000_000, 5_500_000)


@pytest.mark.parametrize("counts", [(None, 5), (5, None), (None, None)])
def test_without_both_counts_there_is_no_share(figure, counts):
    covered, denominator = counts
    one = figure(covered=covered, denominator=denominator)
    assert share(one) is None
    assert share_span(one) is None


def test_a_bound_stands_for_everything_beyond_it(figure):
    assert printed_span(figure("80", bound="above")) == Span(Fraction(80), None)
    assert printed_span(figure("50", bound="below")) == Span(Fraction(0), Fraction(50))


def test_an_approximate_percentage_may_also_be_cut_off(figure):
    assert printed_span(figure("6.5", approximate=True)) == Span(
        Fraction(645, 100), Fraction(66, 10)
    )


def test_nothing_printed_stands_for_nothing(figure):
    assert printed_span(figure()) is None


def test_spans_meet_when_one_value_is_in_both():
    open_end = Span(Fraction(80), None)
    assert open_end.meets(Span(Fraction(70), Fraction(80)))
    assert not open_end.meets(Span(Fraction(70), Fraction(79)))
    assert not Span(Fraction(1), Fraction(2)).meets(Span(Fraction(3), Fraction(4)))
    assert open_end.meets(Span(Fraction(1000), None))
