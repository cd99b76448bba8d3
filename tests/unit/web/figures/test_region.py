"""Figures of coverage as pages show them: classes, hidden cells, points."""

from decimal import Decimal

import pytest
from django.utils import translation

from naungan.web.figures import region as figures


def row(month="2024-12", low=30, **rest):
    return {
        "measure": "coverage",
        "region_code": "16.04",
        "segment": None,
        "category": None,
        "funder": None,
        "month": month,
        "universe": "daftar Naungan",
        "low": low,
        "high": low,
        "denominator": 100,
        "hidden": False,
        **rest,
    }


@pytest.mark.parametrize(
    ("percent", "shade"),
    [("0", 0), ("9.99", 0), ("10", 1), ("20", 2), ("30", 3), ("40", 4), ("60", 5)],
)
def test_a_lower_limit_belongs_to_its_class(percent, shade):
    assert figures.shade(Decimal(percent)) == shade


def test_a_published_universe_comes_before_our_own_list():
    rows = [row(), row(universe="rapat 3 Juli 2024", denominator=120)]
    found = figures.present(rows, "Lahat", None)
    assert found.whole.universe_name == "rapat 3 Juli 2024"
    assert [one.name for one in found.universes] == [
        "rapat 3 Juli 2024",
        "daftar Naungan",
    ]


def test_a_universe_may_be_asked_for_by_name_and_an_unknown_one_is_ignored():
    rows = [row(), row(universe="rapat", denominator=120)]
    asked = figures.present(rows, "Lahat", "daftar Naungan")
    assert asked.whole.universe_name == "daftar Naungan"
    assert figures.present(rows, "Lahat", "lain").whole.universe_name == "rapat"


def test_change_is_in_points_between_the_first_month_and_the_last():
    rows = [row("2024-01", 20), row("2024-06", 40), row("2024-12", 30)]
    whole = figures.present(rows, "Lahat", None).whole
    assert (whole.percent, whole.change) == ("30,0\N{NO-BREAK SPACE}%", "+10,0")


def test_a_hidden_cell_stays_hidden_in_every_form():
    found = figures.figure(row(hidden=True), row("2024-01", 5), "Desa", Decimal(3))
    assert (found.covered, found.percent, found.gap) == ("–", "–", "–")
    assert (found.change, found.beside) == ("–", "–")
    assert found.universe == "< 10"
    assert (found.share, found.low, found.denominator, found.shade) == (None,) * 4


def test_hidden_regions_stand_last_and_are_counted_in_the_legend():
    rows = [row(region_code="16.04.01", hidden=True), row(region_code="16.04.02")]
    found = figures.children(rows, {}, None)
    assert [one.code for one in found] == ["16.04.02", "16.04.01"]
    counted = {shade: count for shade, _, count, _, _ in figures.legend(found)}
    assert (counted["3"], counted["none"]) == (1, 1)


def test_a_range_is_shown_where_matches_await_review():
    assert figures.figure(row(high=35), None, "Lahat", None).at_most == "35"
    assert figures.figure(row(), None, "Lahat", None).at_most == ""


def test_no_rows_make_no_figure():
    found = figures.present([], "Lahat", None)
    assert (found.whole, found.universes, found.months) == (None, [], [])


def test_months_speak_the_language_of_the_page():
    with translation.override("id"):
        assert figures.month_words("2024-12") == "Desember 2024"
    with translation.override("en"):
        assert figures.month_words("2024-12") == "December 2024"


@pytest.mark.parametrize(
    ("printed", "words"),
    [("2025", "2025"), ("2025-07", "July 2025"), ("2025-03-31", "31 March 2025")],
)
def test_a_vintage_is_written_as_far_as_it_was_printed(printed, words):
    with translation.override("en"):
        assert figures.vintage_words(printed) == words


def test_our_own_list_is_named_in_the_language_of_the_page_and_others_as_they_are():
    own, other = figures.OWN_LIST, "rapat 3 Juli 2024"
    with translation.override("id"):
        assert figures.universe_words(own) == "daftar Naungan"
    with translation.override("en"):
        assert figures.universe_words(own) == "Naungan's list"
        assert figures.universe_words(other) == other
