"""Cases past their term go whole; younger and open ones stay."""

from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from tests.office_database import owner_url
from tests.unit.casework.conftest import TODAY

from naungan.casework.compliance import erasure
from naungan.casework.compliance.actions import cases


pytestmark = pytest.mark.django_db


def test_what_is_past_the_term_is_counted_by_the_day_it_was_closed(opened, offices):
    old, young, ongoing = opened(), opened("arrears"), opened()
    by = offices.examiner
    cases.close(by=by, case=old, reason="gone", today=TODAY - timedelta(days=400))
    cases.close(by=by, case=young, reason="gone", today=TODAY)
    before = datetime.combine(TODAY, datetime.min.time(), UTC) - timedelta(days=365)
    assert list(erasure.ended(before)) == [old]
    assert erasure.count(before) == 1
    assert ongoing.state == "open"


def test_the_owner_of_the_tables_may_remove_what_nobody_else_may():
    with psycopg.connect(owner_url()) as owner:
        held = owner.execute(
            "SELECT count(*) FROM pg_policies WHERE tablename = 'compliance_casefinding' "
            "AND cmd IN ('UPDATE', 'DELETE')"
        ).fetchone()
    assert held == (0,)
