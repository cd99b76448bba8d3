"""Printed figures beside what their own counts make."""

from decimal import Decimal

from naungan.casework.regions import printed


def test_bali_prints_what_its_counts_do_not_make():
    (one,) = printed.alarms("51")
    assert (one.printed, one.computed) == (Decimal("50.88"), Decimal("49.90"))
    assert one.points == Decimal("0.98")
    assert round(100 * one.covered / one.fits, 2) == 50.88


def test_a_figure_that_rounding_explains_raises_no_alarm():
    assert printed.alarms("16.04") == ()


def test_the_newest_printed_figure_of_a_region_is_found():
    found = printed.standing("16.04")
    assert found is not None
    assert found.figure.as_of.text == "2016-09"
    assert printed.standing("16.99") is None


def test_the_figure_of_the_nation_nearest_in_time_is_found():
    near = printed.nation_near(2024 * 12 + 11)
    assert near is not None
    assert near.figure.as_of.text == "2025-04"
    assert printed.nation_near(2010 * 12) is None


def test_a_league_table_holds_the_regions_of_one_province():
    codes = {one.figure.region_code for one in printed.standings("regency", "18")}
    assert "18.10" in codes
    assert all(code.startswith("18.") for code in codes)
