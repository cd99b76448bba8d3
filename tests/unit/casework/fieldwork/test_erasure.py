"""Field work past its term goes, with its visits; what is open or young stays."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.unit.casework.conftest import TODAY

from naungan.casework.fieldwork import actions, erasure


pytestmark = pytest.mark.django_db


def test_only_what_ended_before_the_moment_is_past_the_term(field, assigned):
    dispatch = assigned(1, 2)
    done = dispatch.assignments.get(person_id=1)
    actions.record_visit(
        by=field.head, assignment=done, visited_on=TODAY, outcome="died", today=TODAY
    )
    now = timezone.now()
    assert erasure.count(now - timedelta(days=1)) == 0
    assert erasure.count(now + timedelta(days=1)) == 1
    assert list(erasure.ended(now + timedelta(days=1))) == [done]
