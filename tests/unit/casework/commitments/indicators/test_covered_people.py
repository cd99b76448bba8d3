"""Covered people are read from every publication, once each."""

from datetime import date

from tests.unit.casework.commitments.conftest import PUBLISHED, TODAY
from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.accounts import scope
from naungan.casework.commitments import measuring
from naungan.casework.commitments.extent import Extent


SAID = {"indicator": "covered_people", "region_code": "16.04"}


def test_people_covered_follow_the_snapshots_and_contradict_what_is_typed(
    promise, proves, publish
):
    publish(0)
    one = promise(**SAID, target=many(20))
    assert (one.baseline, one.baseline_on) == (12, date(2026, 8, 31))
    assert one.value_of == 80
    assert one.as_of == date(2026, 8, 31)
    proves(one, good=lambda: publish(1), bad=lambda: publish(2), said_on=PUBLISHED)


def test_a_publication_is_read_once_however_often_somebody_asks(
    promise, publish, desks, reads
):
    publish(0)
    publish(1)
    one = promise(**SAID, target=many(20))
    assert one.baseline == 12, "the last data before the day of the promise"
    reads(one)
    assert measuring.measure(one, by_id=one.institution_id, today=TODAY) is None
    assert list(one.measurements.values_list("value", flat=True)) == [12, 20]


def test_the_universe_can_be_named(promise, publish):
    publish(0)
    own = promise(**SAID, extent=Extent(universe="daftar Naungan"))
    assert (own.value, own.value_of) == (12, 41)


def test_a_segment_that_would_give_a_smaller_one_away_is_not_told(promise, publish):
    publish(0)
    assert promise(**SAID, extent=Extent(segment="BPU")).value is None


def test_where_nothing_is_published_nothing_is_measured_and_nothing_is_zero(
    promise, desks
):
    one = promise(**SAID, target=many(20))
    assert (one.value, one.baseline, one.is_met) == (None, None, None)
    scope.enter(desks.branch)
    assert not one.measurements.exists()
