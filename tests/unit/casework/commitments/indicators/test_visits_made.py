"""Visits to employers are counted once each, however often their record was corrected."""

from datetime import date

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.accounts import scope
from naungan.casework.compliance.models import VisitRecord


def visited(desks, on=date(2026, 10, 1), replaces=None, case=None):
    return VisitRecord.objects.create(
        institution_id=desks.branch.institution_id,
        visited_on=on,
        outcome="met",
        case=case,
        recorded_by_id=desks.branch.user_id,
        replaces=replaces,
    )


def test_a_visit_counts_once_and_not_when_its_day_is_corrected_to_before_the_meeting(
    promise, proves, desks
):
    first = visited(desks)
    visited(desks, replaces=first)
    visited(desks, on=date(2026, 9, 1))
    one = promise(indicator="visits_made", target=many(2))
    assert one.value == 1
    made = []
    proves(
        one,
        good=lambda: made.append(visited(desks)),
        bad=lambda: visited(desks, on=date(2026, 9, 2), replaces=made[0]),
    )


def test_of_a_smaller_region_only_visits_in_its_cases_count(promise, desks, make_case):
    visited(desks, case=make_case(region="16.04.10"))
    visited(desks, case=make_case(region="16.04.11"))
    visited(desks)
    scope.enter(desks.branch)
    assert promise(indicator="visits_made", region_code="16.04").value == 3
    assert promise(indicator="visits_made", region_code="16.04.10").value == 1
