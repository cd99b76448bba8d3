"""Since when a promise is met, and whether that was too late, follows from the readings."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.unit.casework.commitments.conftest import TODAY

from naungan.casework.commitments import judging, measuring, queries
from naungan.casework.commitments.indicator import Reading
from naungan.casework.commitments.models import Commitment


NEXT = TODAY + timedelta(days=1)


@pytest.fixture
def read(desks):
    """Add a reading to a promise, as the data of a day would."""

    def again(one, value, on):
        found = [(None, Reading(Decimal(value), on))]
        measuring.add(one, found, by_id=one.institution_id, read_on=on)
        return Commitment.objects.get(pk=one.pk)

    return again


@pytest.mark.parametrize(
    ("due_on", "late"),
    [(TODAY - timedelta(days=9), True), (NEXT, False), (None, False)],
)
def test_what_the_data_first_say_after_the_day_came_late(promise, read, due_on, late):
    one = promise(indicator="letters_sent", target=Decimal(3), due_on=due_on)
    assert (one.met_on, one.came_late) == (None, False)
    one = read(one, 3, NEXT)
    assert (one.met_on, one.came_late) == (NEXT, late)
    one = read(one, 2, NEXT + timedelta(days=1))
    assert (one.met_on, one.came_late) == (None, False)


def test_a_miss_and_a_success_of_one_day_after_the_day_came_late(desks, promise, read):
    due_on = TODAY - timedelta(days=9)
    one = promise(indicator="letters_sent", target=Decimal(3), due_on=due_on)
    one = read(one, 3, TODAY)
    assert (one.met_on, one.came_late) == (TODAY, True)
    assert [row.value for row in queries.whole(desks.branch, one.pk).measured] == [0, 3]


def test_what_was_met_when_it_was_first_read_may_have_come_in_time(promise):
    due_on = TODAY - timedelta(days=9)
    one = promise(indicator="letters_sent", target=Decimal(0), due_on=due_on)
    assert one.is_met
    assert (one.met_on, one.came_late) == (TODAY, False)


@pytest.mark.parametrize(
    ("met_on", "by_month", "late"),
    [
        (date(2026, 10, 15), False, False),
        (date(2026, 10, 16), False, True),
        (date(2026, 10, 31), True, False),
        (date(2026, 11, 30), True, True),
    ],
)
def test_data_of_a_month_are_in_time_with_its_last_day(met_on, by_month, late):
    due_on = date(2026, 10, 15)
    assert judging.came_late(met_on, due_on, by_month=by_month) is late


def test_what_the_data_showed_before_the_promise_keeps_no_promise(promise, read):
    one = promise(indicator="covered_people", target=Decimal(3), promised_on=NEXT)
    one = read(one, 5, TODAY)
    assert (one.value, one.is_met, one.met_on) == (5, None, None)
    one = read(one, 6, NEXT)
    assert (one.is_met, one.met_on, one.came_late) == (True, NEXT, False)
