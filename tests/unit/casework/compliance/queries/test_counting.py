"""Counts that add up: each case on one rung, each idle for one time."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings, strategies as st
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.compliance import queries
from naungan.casework.compliance.actions import cases
from naungan.casework.compliance.models import Case
from naungan.casework.compliance.queries.counting import LONG, RUNGS


pytestmark = pytest.mark.django_db
DAYS = st.none() | st.integers(0, 300).map(lambda n: TODAY - timedelta(days=n))
ONE = st.fixed_dictionaries(
    {
        "track": st.sampled_from(["registration_and_data", "arrears"]),
        "ended": st.sampled_from(["", "settled", "complied", "gone"]),
        "opened_on": st.integers(0, 500).map(lambda n: TODAY - timedelta(days=n)),
        "stage_since": st.integers(0, 400).map(lambda n: TODAY - timedelta(days=n)),
        "stage": st.sampled_from(["", "warning_1", "nota_1"]),
        "notified_on": DAYS,
        "visited_on": DAYS,
        "escalated_on": DAYS,
        "due_on": DAYS,
        "people": st.integers(0, 90),
    }
)


def made(number, given, by):
    """Make a case as it would lie in the table."""
    ended = given.pop("ended")
    state = {"": "open", "settled": "settled"}.get(ended, "closed")
    return Case(
        institution_id=by.institution_id,
        number=f"{number}",
        name="Rekaan",
        state=state,
        closed_on=None if state == "open" else TODAY,
        closing_reason={"settled": "complied"}.get(ended, ended),
        ladder_version="x",
        law_version="x",
        **given,
    )


@given(rows=st.lists(ONE, max_size=25))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_funnel_and_the_ageing_lose_no_case(offices, rows):
    by = offices.examiner
    with transaction.atomic():
        Case.objects.bulk_create(made(n, dict(row), by) for n, row in enumerate(rows))
        check(by, rows)
        transaction.set_rollback(True)  # the next example begins with no case


def check(by, rows):
    """Compare the counts with a plain walk over the rows."""
    since = TODAY - timedelta(days=365)
    inside = [row for row in rows if row["opened_on"] >= since]
    funnel = queries.funnel(by, since, TODAY)
    assert [one.code for one in funnel.standing] == list(RUNGS)
    assert sum(one.cases for one in funnel.standing) == len(inside) == funnel.total
    assert sum(o.people for o in funnel.standing) == sum(r["people"] for r in inside)
    assert funnel.reached["visited"] == sum(
        row["visited_on"] is not None for row in inside
    )
    both = [queries.funnel(by, since, TODAY, track) for track in _tracks()]
    assert sum(one.total for one in both) == funnel.total
    ageing = queries.ageing(by, TODAY)
    ongoing = [row for row in rows if not row["ended"]]
    assert sum(one.cases for one in ageing) == len(ongoing)
    assert all(sum(one.idle) == one.cases for one in ageing)
    for one in ageing:
        held = [
            (TODAY - r["stage_since"]).days
            for r in ongoing
            if (r["track"], r["stage"]) == (one.track, one.stage)
        ]
        assert one.oldest == max(held)
        assert one.idle[0] == sum(days <= LONG[0] for days in held)


def _tracks():
    return ("registration_and_data", "arrears")


def test_a_case_climbs_the_funnel_as_it_is_pursued(opened, take, offices, hand):
    case, by = opened(), offices.examiner

    def rung():
        scope.enter(by)
        found = queries.funnel(by, TODAY, TODAY)
        return next(one.code for one in found.standing if one.cases)

    assert rung() == "discovered"
    take(case, "first_contact")
    assert rung() == "notified"
    day = TODAY + timedelta(days=1)
    take(case, "inspection", day)
    assert rung() == "visited"
    case.refresh_from_db()
    assert (case.notified_on, case.visited_on, case.escalated_on) == (TODAY, day, None)
    cases.settle(by=by, case=case, today=day)
    assert rung() == "settled"
    cases.close(by=by, case=case, reason="complied", today=day)
    assert rung() == "settled"
