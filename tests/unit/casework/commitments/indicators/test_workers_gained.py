"""Workers gained are counted by the day on which a snapshot showed them."""

from datetime import date

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.collection.models import WorkerGained
from naungan.casework.compliance.models import Case


def test_workers_seen_since_the_meeting_in_cases_of_the_region_count(
    promise, proves, make_case, desks
):
    case = make_case()
    later = make_case()

    def gained(person, on, of=case):
        return WorkerGained.objects.create(
            institution_id=desks.branch.institution_id,
            case=of,
            series="16.04",
            person_id=person,
            gain="registered",
            run=2,
            seen_on=on,
        )

    gained(1, date(2026, 9, 20))
    gained(2, date(2026, 9, 1))
    one = promise(indicator="workers_gained", region_code="16.04", target=many(2))
    proves(
        one,
        good=lambda: gained(3, date(2026, 10, 1), later),
        bad=lambda: Case.objects.filter(pk=later.pk).update(region_code="16.05"),
    )
