"""Small universes are hidden, and never one alone among its sisters."""

from naungan.casework.intake.figures.small import without_small


def row(code, universe, **rest):
    return {
        "measure": "coverage",
        "region_code": code,
        "month": "2024-12",
        "segment": None,
        "category": None,
        "funder": None,
        "universe": "daftar Naungan",
        "denominator": universe,
        "hidden": False,
        **rest,
    }


def hidden(rows):
    return [one["region_code"] for one in without_small(rows) if one["hidden"]]


def test_a_universe_of_nine_is_hidden_with_the_next_smallest_sister():
    rows = [row("16.04.01", 9), row("16.04.02", 50), row("16.04.03", 20)]
    assert hidden(rows) == ["16.04.01", "16.04.03"]


def test_two_small_ones_hide_each_other():
    rows = [row("16.04.01", 9), row("16.04.02", 3), row("16.04.03", 20)]
    assert hidden(rows) == ["16.04.01", "16.04.02"]


def test_sisters_of_another_parent_or_month_have_nothing_to_do_with_it():
    rows = [
        row("16.04.01.2001", 9),
        row("16.04.02.2001", 50),
        row("16.04.01.2002", 30, month="2024-11"),
    ]
    assert hidden(rows) == ["16.04.01.2001"]


def test_ten_and_nobody_are_shown():
    assert hidden([row("16.04.01", 10), row("16.04.02", 0)]) == []


def test_what_the_run_hid_stays_hidden_and_the_rows_given_stay_as_they_were():
    given = [row("16.04.01", None, hidden=True), row("16.04.02", 40)]
    assert hidden(given) == ["16.04.01", "16.04.02"]
    assert not given[1]["hidden"]
