"""People of a scheme count once a payment or the extract proves them, of its quota."""

from datetime import timedelta

import pytest
from tests.invented_scheme import BESIDE, HERE
from tests.unit.casework.commitments.conftest import TODAY
from tests.unit.casework.commitments.indicators.conftest import many
from tests.unit.casework.commitments.indicators.schemes import (
    become,
    listed,
    paid_month,
    scheme_of,
)

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.commitments import measuring
from naungan.casework.commitments.extent import Extent
from naungan.casework.protection.models import Scheme


def test_people_paid_for_are_counted_of_the_places(promise, proves, desks, houses):
    scheme = scheme_of(desks)
    listed(desks, scheme, HERE, 1, "active")
    more = listed(desks, scheme, BESIDE, 1, "enrolled")
    one = promise(
        indicator="scheme_people_paid",
        owner_institution=houses["dpmd"],
        extent=Extent(scheme=scheme.pk),
        target=many(2),
    )
    assert (one.value, one.value_of) == (1, 4)
    assert one.reads_as_id == desks.agency.institution_id
    proves(
        one,
        good=lambda: become(desks, more, "paid"),
        bad=lambda: become(desks, more, "enrolled"),
    )


def test_an_earlier_day_counts_whoever_was_paid_for_by_then(promise, desks, houses):
    scheme = scheme_of(desks)
    first, second = (listed(desks, scheme, village, 1) for village in (HERE, BESIDE))
    days = [TODAY - timedelta(days=back) for back in (60, 30, 3)]
    paid_month(desks, first, 16_800, TODAY - timedelta(days=40))
    paid_month(desks, second, 16_800, TODAY - timedelta(days=5))
    one = promise(
        indicator="scheme_people_paid",
        owner_institution=houses["dpmd"],
        extent=Extent(scheme=scheme.pk),
        target=many(4),
    )
    scope.enter(desks.branch)
    measuring.look_back(one, days, by_id=one.institution_id, today=TODAY)
    rows = one.measurements.order_by("as_of").values_list("as_of", "value")
    assert list(rows) == list(zip([*days, TODAY], (0, 1, 2, 2), strict=True))
    one.refresh_from_db()
    assert (one.value, one.as_of) == (2, TODAY)


def test_whoever_is_reported_dead_is_counted_here_as_little_as_in_the_scheme(
    promise, desks, houses
):
    scheme = scheme_of(desks)
    dead, alive = (listed(desks, scheme, village, 1) for village in (HERE, BESIDE))
    for one in (dead, alive):
        paid_month(desks, one, 16_800, TODAY - timedelta(days=40))
    scope.enter(desks.agency)
    dead.died_on = TODAY - timedelta(days=35)
    dead.save()
    scope.enter(desks.branch)
    one = promise(
        indicator="scheme_people_paid",
        owner_institution=houses["dpmd"],
        extent=Extent(scheme=scheme.pk),
        target=many(4),
    )
    assert one.value == 1
    measuring.look_back(
        one,
        [TODAY - timedelta(days=38), TODAY - timedelta(days=1)],
        by_id=one.institution_id,
        today=TODAY,
    )
    rows = one.measurements.order_by("as_of").values_list("value", flat=True)
    assert list(rows) == [2, 1, 1]


def test_without_a_scheme_all_of_the_institution_s_in_the_region_count(
    promise, desks, houses
):
    for name, fund in (("Satu", "apbd"), ("Dua", "add")):
        scheme = scheme_of(desks, name=name, fund=fund)
        listed(desks, scheme, HERE, 1)
    said = {"indicator": "scheme_people_paid", "owner_institution": houses["dpmd"]}
    assert promise(**said, region_code="16.04").value == 2
    assert promise(**said, region_code="16.04", extent=Extent(fund="add")).value == 1
    assert promise(**said, region_code="16.05").value == 0


def test_whoever_goes_on_in_the_next_scheme_is_counted_once(promise, desks, houses):
    first = scheme_of(desks)
    after = scheme_of(
        desks,
        name="Lanjutan",
        from_month=first.until_month + 1,
        until_month=first.until_month + 12,
    )
    scope.enter(desks.agency)
    Scheme.objects.filter(pk=after.pk).update(renews=first)
    for one in (first, after):
        listed(desks, one, HERE, 1)
    said = {"indicator": "scheme_people_paid", "owner_institution": houses["dpmd"]}
    both = promise(**said, region_code="16.04")
    assert (both.value, both.value_of) == (1, 4)
    alone = promise(**said, extent=Extent(scheme=first.pk))
    assert alone.value == 1, "what was promised of one scheme is read of that one"


def test_a_scheme_that_one_may_not_see_cannot_be_promised(promise, desks):
    scheme = scheme_of(desks)
    scope.enter(desks.prosecutor)
    with pytest.raises(ActRefused, match="memegang data"):
        promise(
            by=desks.prosecutor,
            indicator="scheme_people_paid",
            extent=Extent(scheme=scheme.pk),
        )


def test_whoever_does_not_see_a_scheme_leaves_it_to_the_owner(promise, desks, houses):
    scheme = scheme_of(desks)
    listed(desks, scheme, HERE, 1)
    scope.enter(desks.prosecutor)
    said = {"indicator": "scheme_people_paid", "extent": Extent(scheme=scheme.pk)}
    own = promise(by=desks.prosecutor, owner_institution=houses["dpmd"], **said)
    assert own.value == 1
    other = promise(by=desks.prosecutor, owner_institution=houses["dinsos"], **said)
    assert other.value is None, "a scheme that is not its own"
