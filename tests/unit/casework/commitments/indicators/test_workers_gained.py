"""Workers gained are counted by the day on which a snapshot showed them."""

from datetime import date

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.collection.models import WorkerGained


def test_workers_seen_since_the_meeting_count(promise, proves, make_case, desks):
    case = make_case()

    def gained(person, on):
        return WorkerGained.objects.create(
            institution_id=desks.branch.institution_id,
            case=case,
            series="16.04",
            person_id=person,
            gain="registered",
            run=2,
            seen_on=on,
        )

    gained(1, date(2026, 9, 20))
    gained(2, date(2026, 9, 1))
    one = promise(indicator="workers_gained", target=many(2))
    more = []
    proves(
        one,
        good=lambda: more.append(gained(3, date(2026, 10, 1))),
        bad=lambda: WorkerGained.objects.filter(pk=more[0].pk).update(
            seen_on=date(2026, 9, 2)
        ),
    )
