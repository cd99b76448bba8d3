"""Met, progress, late and contradicted follow from figures, days and words alone."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from naungan.casework.commitments import judging, kinds
from naungan.casework.commitments.judging import Aim, Told


DAY, LATER = date(2026, 9, 30), date(2026, 10, 31)
FIGURES = st.integers(-1_000, 1_000).map(Decimal)
AIMS = st.builds(
    Aim,
    st.sampled_from(["up", "down"]),
    st.none() | FIGURES,
    st.none() | FIGURES,
)


def number(value):
    return None if value is None else Decimal(value)


@pytest.mark.parametrize(
    ("direction", "target", "baseline", "value", "met", "way"),
    [
        ("up", 72_998, 51_398, 51_398, False, 0),
        ("up", 72_998, 51_398, 62_198, False, 50),
        ("up", 72_998, 51_398, 72_998, True, 100),
        ("up", 72_998, 51_398, 50_000, False, -7),
        ("down", 0, 40, 10, False, 75),
        ("down", 0, 40, 0, True, 100),
        ("up", 10, None, 4, False, 40),
        ("down", 10, None, 4, True, None),
        ("up", 10, 12, 12, True, None),
        ("up", 10, 12, 9, False, 0),
        ("up", None, 12, 9, None, None),
        ("up", 10, 12, None, None, None),
    ],
)
def test_a_figure_is_met_and_on_its_way_by_its_direction(
    direction, target, baseline, value, met, way
):
    aim = Aim(direction, number(target), number(baseline))
    assert judging.is_met(aim, number(value)) is met
    assert judging.progress(aim, number(value)) == number(way)


@given(AIMS, st.none() | FIGURES)
def test_a_figure_is_all_of_its_way_exactly_where_it_is_met(aim, value):
    way = judging.progress(aim, value)
    if way is not None:
        assert (way >= 100) is judging.is_met(aim, value)


@given(AIMS, FIGURES, FIGURES)
def test_a_better_figure_is_never_less_of_the_way(aim, one, other):
    worse, better = sorted((one, other), reverse=aim.direction == "down")
    first, second = judging.progress(aim, worse), judging.progress(aim, better)
    if first is not None and second is not None:
        assert first <= second


@pytest.mark.parametrize(
    ("status", "said", "value", "as_of", "verdict"),
    [
        ("done", None, 5, LATER, "contradicted"),
        ("done", None, 10, LATER, "agrees"),
        ("done", None, 5, date(2026, 9, 29), "waits"),
        ("done", None, None, None, "waits"),
        ("not_begun", None, 10, LATER, "contradicted"),
        ("not_begun", None, 3, LATER, "contradicted"),
        ("not_begun", None, 2, LATER, "agrees"),
        ("under_way", 8, 5, LATER, "contradicted"),
        ("under_way", 5, 5, LATER, "agrees"),
        ("under_way", 4, 5, LATER, "agrees"),
        ("waiting", None, 5, LATER, "agrees"),
    ],
)
def test_a_claim_is_held_against_data_of_its_day_or_later(
    status, said, value, as_of, verdict
):
    told = Told(status, DAY, number(said))
    aim = Aim("up", Decimal(10), Decimal(0))
    assert judging.verdict(aim, told, number(value), as_of) == verdict


def test_nothing_claimed_is_nothing_judged():
    assert judging.verdict(Aim("up", Decimal(1)), None, Decimal(0), LATER) == ""


def test_done_without_a_target_is_nobody_s_to_contradict():
    told = Told("done", DAY)
    assert judging.verdict(Aim("up", None), told, Decimal(0), LATER) == "agrees"


def test_less_than_was_claimed_of_what_should_fall_is_contradicted():
    told = Told("under_way", DAY, Decimal(3))
    aim = Aim("down", Decimal(0), Decimal(9))
    assert judging.verdict(aim, told, Decimal(5), LATER) == "contradicted"


@given(
    st.sampled_from(["open", "kept", "dropped", "replaced"]),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.none() | st.booleans(),
)
def test_a_promise_stands_in_exactly_one_place(state, due_on, met):
    found = judging.standing(state=state, due_on=due_on, is_met=met, today=DAY)
    assert found in {one.code for one in kinds.STANDINGS}
    late = judging.is_late(state=state, due_on=due_on, is_met=met, today=DAY)
    assert (found == "late") is late


@pytest.mark.parametrize(
    ("owner", "due_on", "indicator", "target", "missing"),
    [
        (True, DAY, "coverage", Decimal(1), ()),
        (False, DAY, "coverage", Decimal(1), ("owner",)),
        (True, None, "coverage", Decimal(1), ("day",)),
        (True, DAY, "", None, ("indicator",)),
        (True, DAY, "coverage", None, ("target",)),
    ],
)
def test_whoever_lacks_owner_day_or_figure_is_open_ended(
    owner, due_on, indicator, target, missing
):
    found = judging.lacks(
        owner=owner, due_on=due_on, indicator=indicator, target=target
    )
    assert found == missing
