"""Employers with findings are counted in a region, or of a list by their numbers."""

import pytest
from tests.unit.casework.commitments.conftest import PUBLISHED
from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.commitments.extent import Extent
from naungan.casework.intake import employers
from naungan.casework.intake.employers import Sought


SAID = {"indicator": "open_findings", "region_code": "16.04"}


def test_a_finding_that_goes_and_comes_back_is_followed(promise, proves, publish):
    publish(0)
    extent = Extent(finding="unregistered_employer")
    one = promise(**SAID, extent=extent, target=many(0))
    assert one.value == 1
    proves(one, good=lambda: publish(1), bad=lambda: publish(2), said_on=PUBLISHED)


@pytest.mark.parametrize("finding", ["unregistered_employer", ""])
def test_of_a_list_those_that_still_have_the_finding_are_counted(
    promise, publish, reads, desks, finding
):
    publication = publish(0)
    found = employers.found(
        publication,
        desks.branch,
        Sought(code="unregistered_employer"),
        order="score",
        limit=1,
        offset=0,
    )
    numbers = (found[0]["employer_id"], 999_999)
    one = promise(**SAID, extent=Extent(employers=numbers, finding=finding))
    assert one.value == 1
    publish(1)
    assert reads(one).value == 0
