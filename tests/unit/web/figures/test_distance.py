"""How far a coverage is from each series, in points and people."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.unit.web.figures.test_region import row

from naungan.casework.regions.national import published
from naungan.lib.dates import month_index
from naungan.web.figures import figure
from naungan.web.figures.distance import distances, drawn


TODAY = date(2024, 11, 22)


@pytest.fixture
def whole():
    return figure(
        row(low=51_398, high=51_398, denominator=239_799), None, "Lahat", None
    )


def national():
    return [one for one in published() if not one.region_code]


def test_each_series_stands_once_with_the_target_that_is_due_next(whole):
    found = {one.target.series: one for one in distances(whole, national(), TODAY)}
    assert len(found) == 4
    assert found["RPJMN 2025–2029"].target.percent == Decimal("32.15")


def test_distance_is_in_points_never_in_percent(whole):
    found = {
        one.target.series: one.points for one in distances(whole, national(), TODAY)
    }
    assert found["RKP 2026"] == "−13,6 poin"


def test_the_people_needed_reach_the_target_and_one_less_does_not(whole):
    (rkp,) = (
        one
        for one in distances(whole, national(), TODAY)
        if one.target.series == "RKP 2026"
    )
    people = int(rkp.people.replace(".", ""))
    assert Decimal(100 * (51_398 + people)) / 239_799 >= rkp.target.percent
    assert Decimal(100 * (51_398 + people - 1)) / 239_799 < rkp.target.percent


def test_past_the_last_month_of_a_series_its_last_target_stays(whole):
    late = replace(whole, month="2031-01")
    found = {one.target.series: one for one in distances(late, national(), TODAY)}
    assert found["RPJMN 2025–2029"].target.month == month_index(2029, 12)
    assert found["RPJMN 2025–2029"].months_left == 0


def test_a_target_of_one_segment_is_not_held_against_everybody(whole):
    own = [replace(one, segment="PU") for one in national()]
    assert distances(whole, own, TODAY) == []


def test_two_series_not_yet_reached_are_drawn(whole):
    names = [name for name, _ in drawn(distances(whole, national(), TODAY))]
    assert names == ["RPJMN 2025–2029", "RKP 2026"]


def test_a_hidden_figure_has_no_distance():
    hidden = figure(row(hidden=True), None, "Desa", None)
    assert distances(hidden, national(), TODAY) == []
    assert distances(None, national(), TODAY) == []


@pytest.mark.parametrize(
    ("month", "today", "low", "said"),
    [
        ("2024-12", TODAY, 51_398, ""),
        ("2024-12", date(2026, 11, 22), 51_398, "lewat; data belum sampai bulan itu"),
        ("2024-12", date(2026, 11, 22), 99_000, "lewat; sudah tercapai sebelumnya"),
        ("2025-12", date(2026, 11, 22), 51_398, "lewat, tidak tercapai"),
        ("2025-12", date(2026, 11, 22), 99_000, "lewat, tercapai"),
    ],
)
def test_a_target_whose_month_is_past_says_whether_it_was_met(month, today, low, said):
    own = row(low=low, high=low, denominator=239_799, month=month)
    shown = figure(own, None, "Lahat", None)
    found = {one.target.series: one for one in distances(shown, national(), today)}
    assert found["RPJMN 2025–2029"].outcome == said
