"""A village counts once its covered people fill its quota."""

from tests.invented_scheme import BESIDE, HERE
from tests.unit.casework.commitments.indicators.conftest import many
from tests.unit.casework.commitments.indicators.schemes import (
    become,
    listed,
    scheme_of,
)

from naungan.casework.commitments.extent import Extent


def test_full_villages_are_counted_of_those_with_a_quota(
    promise, proves, desks, houses
):
    scheme = scheme_of(desks)
    listed(desks, scheme, HERE, 1)
    last = listed(desks, scheme, HERE, 2, "enrolled")
    listed(desks, scheme, BESIDE, 1)
    one = promise(
        indicator="villages_at_quota",
        owner_institution=houses["dpmd"],
        extent=Extent(scheme=scheme.pk),
        target=many(1),
    )
    assert (one.value, one.value_of) == (0, 2)
    assert one.measurements.get().parts == {"begun": 2}
    proves(
        one,
        good=lambda: become(desks, last, "active"),
        bad=lambda: become(desks, last, "ended"),
    )


def test_a_village_with_quotas_of_two_schemes_is_one_village(promise, desks, houses):
    first, second = (scheme_of(desks, name=name) for name in ("Satu", "Dua"))
    for position in (1, 2):
        listed(desks, first, HERE, position, "active")
    asked = {
        "indicator": "villages_at_quota",
        "owner_institution": houses["dpmd"],
        "target": many(1),
    }
    half = promise(**asked)
    assert (half.value, half.value_of) == (0, 2), "the second scheme is not full"
    assert half.measurements.get().parts == {"begun": 1}
    for position in (1, 2):
        listed(desks, second, HERE, position, "active")
    whole = promise(**asked)
    assert (whole.value, whole.value_of) == (1, 2)
