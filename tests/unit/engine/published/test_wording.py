from fractions import Fraction

from naungan.engine.published.wording import number, percent, rounded


def test_counts_and_percentages_are_written_the_indonesian_way():
    assert number(188_401) == "188.401"
    assert number(None) == "–"
    assert percent(Fraction(5088, 100), 2) == "50,88\N{NO-BREAK SPACE}%"


def test_rounding_is_exact_and_half_up():
    assert str(rounded(Fraction(1, 8), 2)) == "0.13"
    assert str(rounded(Fraction(2, 3), 2)) == "0.67"
    assert str(rounded(Fraction(0), 1)) == "0.0"
