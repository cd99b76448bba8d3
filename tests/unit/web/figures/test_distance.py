"""How far a coverage is from each series, in points and people."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.unit.web.figures.test_region import row

from naungan.casework.regions.national import published
from naungan.lib.dates import month_index
from naungan.web.figures import figure
from naungan.web.figures.distance import distances, drawn


@pytest.fixture
def whole():
    return figure(
        row(low=51_398, high=51_398, denominator=239_799), None, "Lahat", None
    )


def national():
    return [one for one in published() if not one.region_code]


def test_each_series_stands_once_with_the_target_that_is_due_next(whole):
    found = {one.target.series: one for one in distances(whole, national())}
    assert len(found) == 4
    assert found["RPJMN 2025–2029"].target.percent == Decimal("32.15")


def test_distance_is_in_points_never_in_percent(whole):
    found = {one.target.series: one.points for one in distances(whole, national())}
    assert found["RKP 2026"] == "−13,6 poin"


def test_the_people_needed_reach_the_target_and_one_less_does_not(whole):
    (rkp,) = (
        one for one in distances(whole, national()) if one.target.series == "RKP 2026"
    )
    people = int(rkp.people.replace(".", ""))
    assert Decimal(100 * (51_398 + people)) / 239_799 >= rkp.target.percent
    assert Decimal(100 * (51_398 + people - 1)) / 239_799 < rkp.target.percent


def test_past_the_last_month_of_a_series_its_last_target_stays(whole):
    late = replace(whole, month="2031-01")
    found = {one.target.series: one for one in distances(late, national())}
    assert found["RPJMN 2025–2029"].target.month == month_index(2029, 12)
    assert found["RPJMN 2025–2029"].months_left == 0


def test_a_target_of_one_segment_is_not_held_against_everybody(whole):
    own = [replace(one, segment="PU") for one in national()]
    assert distances(whole, own) == []


def test_two_series_not_yet_reached_are_drawn(whole):
    names = [name for name, _ in drawn(distances(whole, national()))]
    assert names == ["RPJMN 2025–2029", "RKP 2026"]


def test_a_hidden_figure_has_no_distance():
    hidden = figure(row(hidden=True), None, "Desa", None)
    assert distances(hidden, national()) == []
    assert distances(None, national()) == []
