"""Cases settled on paper: found by what the newest data still show."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.unit.casework.conftest import TODAY

from naungan.casework.compliance import queries
from naungan.casework.compliance.models import CaseNote
from naungan.casework.compliance.queries.denied import denied


pytestmark = pytest.mark.django_db


def noted(case, run, says, days=1):
    """Note what data of a run say of a case, some days after it was settled."""
    CaseNote.objects.create(
        institution_id=case.institution_id,
        case=case,
        kind="data_now_says",
        code="unregistered_employer",
        says=says,
        run=run,
        at=timezone.now() + timedelta(days=days),
        parts={"was": [0, 0], "now": [12, 0]},
    )


def test_a_settled_case_is_denied_by_the_newest_data_only(opened, offices):
    cases = [opened(), opened("arrears")]
    for case in cases:
        type(case).objects.filter(pk=case.pk).update(state="settled", closed_on=TODAY)
        noted(case, 2, "present")
    noted(cases[1], 3, "gone", days=2)
    by = offices.examiner
    found = queries.listed(by, queries.Sought(state="denied"), TODAY)
    assert found.rows == [cases[0]]
    every = queries.listed(by, queries.Sought(state="settled"), TODAY).rows
    assert [getattr(one, "is_denied", False) for one in every] == [True, False]
    funnel = queries.funnel(by, TODAY, TODAY)
    assert (funnel.settled, funnel.denied, funnel.total) == (1, 1, 2)
    assert funnel.reached["settled"] == 2
    assert sum(one.cases for one in funnel.standing) == funnel.total
    assert queries.my_day(by, TODAY).denied == [cases[0]]
    later = timezone.localdate() + timedelta(days=3)
    type(case).objects.update(closed_on=later)
    assert not type(case).objects.filter(denied()).exists()
