"""Coverage is a share to two places, against the universe that pages show first."""

from decimal import Decimal

from tests.unit.casework.commitments.conftest import PUBLISHED

from naungan.casework.commitments.extent import Extent


SAID = {"indicator": "coverage", "region_code": "16.04"}


def test_the_share_follows_the_snapshots_and_contradicts_what_is_typed(
    promise, proves, publish
):
    publish(0)
    one = promise(**SAID, target=Decimal(25))
    assert one.value == Decimal("15.00")
    assert one.measurements.get().parts["universe"] != "daftar Naungan"
    proves(one, good=lambda: publish(1), bad=lambda: publish(2), said_on=PUBLISHED)


def test_the_share_of_our_own_list_is_read_where_the_promise_names_it(promise, publish):
    publish(0)
    one = promise(**SAID, extent=Extent(universe="daftar Naungan"))
    assert one.value == Decimal("29.27")


def test_fewer_than_ten_people_are_not_told(promise, publish):
    publish(0)
    one = promise(**SAID, extent=Extent(segment="PU"))
    assert one.value is None
