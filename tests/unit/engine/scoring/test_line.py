import pytest

from naungan.engine.scoring.line import Line, wilson


def test_wilson_gives_the_published_interval():
    share = wilson(81, 263)
    assert share.value == pytest.approx(0.308, abs=0.001)
    assert share.low == pytest.approx(0.2553, abs=0.0001)
    assert share.high == pytest.approx(0.3662, abs=0.0001)


def test_wilson_never_leaves_the_unit_interval():
    assert wilson(0, 10).low == 0
    assert wilson(10, 10).high == 1
    assert wilson(10, 10).low > 0.7


def test_nothing_to_share_is_no_share():
    assert wilson(0, 0).value is None
    assert Line("x", 0, 0, 0, 5).f1 is None


def test_f1_is_the_harmonic_mean():
    line = Line("x", 8, 10, 8, 16)
    assert line.f1 == pytest.approx(2 * 0.8 * 0.5 / 1.3, abs=1e-6)


def test_f1_of_nothing_right_is_zero():
    assert Line("x", 0, 10, 0, 16).f1 == 0


def test_a_line_speaks_json():
    told = Line("x", 8, 10, 8, 16).as_json()
    assert told["precision"]["value"] == 0.8
    assert told["recall"]["value"] == 0.5
