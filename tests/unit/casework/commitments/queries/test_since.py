"""What moved since an earlier day is told by the readings of the same question."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from tests.unit.casework.commitments.conftest import MET_ON, TODAY

from naungan.casework.commitments import measuring
from naungan.casework.commitments.indicator import Reading
from naungan.casework.commitments.models import Measurement
from naungan.casework.commitments.queries.since import stood


EARLY = datetime(2020, 1, 1, tzinfo=UTC)
"""Before anything was read here: what the days say decides."""


def read(one, value, day):
    measuring.add(
        one,
        [(None, Reading(value=Decimal(value), as_of=day))],
        by_id=one.institution_id,
        read_on=day,
    )


def test_the_last_reading_of_a_day_or_before_it_counts(promise):
    one = promise(indicator="letters_sent", target=Decimal(90))
    for days, value in ((-20, 5), (-10, 7), (-1, 9)):
        read(one, value, TODAY + timedelta(days=days))
    found = stood([one], TODAY - timedelta(days=9), EARLY)
    assert (found[one.pk].value, found[one.pk].as_of) == (7, TODAY - timedelta(days=10))


def test_without_a_reading_of_then_the_first_figure_counts(promise):
    one = promise(
        indicator="letters_sent",
        target=Decimal(90),
        baseline=Decimal(3),
        baseline_on=MET_ON,
    )
    assert stood([one], MET_ON, EARLY)[one.pk].value == 3
    assert stood([one], MET_ON - timedelta(days=1), EARLY) == {}


def test_a_promise_without_a_figure_stood_nowhere(promise):
    assert stood([promise()], TODAY, EARLY) == {}


def test_of_several_readings_of_a_day_the_moment_decides(promise):
    one, day = promise(indicator="letters_sent", target=Decimal(90)), TODAY
    for value in (1, 4):
        read(one, value, day)
    rows = Measurement.objects.filter(commitment=one).order_by("pk")
    for row in rows:
        assert stood([one], day, row.read_at)[one.pk].value == row.value
    assert [row.value for row in rows] == [0, 1, 4]
    assert stood([one], day, EARLY)[one.pk].value == 0
