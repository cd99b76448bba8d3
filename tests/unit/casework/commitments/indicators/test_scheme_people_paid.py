"""People of a scheme count once a payment or the extract proves them, of its quota."""

import pytest
from tests.unit.casework.commitments.indicators.conftest import many
from tests.unit.casework.commitments.indicators.schemes import (
    become,
    listed,
    scheme_of,
)
from tests.unit.casework.protection.conftest import FIRST, SECOND

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.commitments.extent import Extent


def test_people_paid_for_are_counted_of_the_places(promise, proves, desks, houses):
    scheme = scheme_of(desks)
    listed(desks, scheme, FIRST, 1, "active")
    more = listed(desks, scheme, SECOND, 1, "enrolled")
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


def test_without_a_scheme_all_of_the_institution_s_in_the_region_count(
    promise, desks, houses
):
    for name, fund in (("Satu", "apbd"), ("Dua", "add")):
        scheme = scheme_of(desks, name=name, fund=fund)
        listed(desks, scheme, FIRST, 1)
    said = {"indicator": "scheme_people_paid", "owner_institution": houses["dpmd"]}
    assert promise(**said, region_code="16.04").value == 2
    assert promise(**said, region_code="16.04", extent=Extent(fund="add")).value == 1
    assert promise(**said, region_code="16.05").value == 0


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
    listed(desks, scheme, FIRST, 1)
    scope.enter(desks.prosecutor)
    said = {"indicator": "scheme_people_paid", "extent": Extent(scheme=scheme.pk)}
    own = promise(by=desks.prosecutor, owner_institution=houses["dpmd"], **said)
    assert own.value == 1
    other = promise(by=desks.prosecutor, owner_institution=houses["dinsos"], **said)
    assert other.value is None, "a scheme that is not its own"
