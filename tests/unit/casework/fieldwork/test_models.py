"""The database keeps field work within its institution, and a visit as it was written."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.fieldwork import actions
from naungan.casework.fieldwork.models import Assignment, Dispatch, Visit


pytestmark = pytest.mark.django_db
GUARDED = [Dispatch, Assignment, Visit]


@pytest.fixture
def visited(field, assigned):
    """One assignment of the first institution with a visit."""
    one = assigned(1).assignments.get()
    actions.record_visit(
        by=field.head, assignment=one, visited_on=TODAY, outcome="willing", today=TODAY
    )
    return one


@pytest.mark.parametrize("model", GUARDED)
def test_another_institution_sees_and_changes_nothing(field, visited, model):
    scope.enter(field.elsewhere)
    assert not model.objects.exists()
    assert model.objects.update(institution_id=field.elsewhere.institution_id) == 0
    scope.enter(field.head)
    assert model.objects.count() == 1


@pytest.mark.parametrize("model", GUARDED)
def test_without_a_scope_and_for_the_office_administrator_there_are_no_rows(
    office, visited, model
):
    scope.tell(None, None, every=False)
    assert not model.objects.exists()
    scope.enter(office)
    assert not model.objects.exists()


def test_no_row_is_hung_on_another_institutions(field, visited, works):
    dispatch = Dispatch.objects.get()
    scope.enter(field.elsewhere)
    with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        Assignment.objects.create(
            institution_id=field.elsewhere.institution_id,
            dispatch_id=dispatch.pk,
            series="16.04",
            person_id=9,
            status_then="lapsed",
        )
    with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        Visit.objects.create(
            institution_id=field.elsewhere.institution_id,
            assignment_id=visited.pk,
            visited_on=TODAY,
            outcome="died",
            recorded_by_id=field.elsewhere.user_id,
        )


def test_a_visit_is_neither_changed_nor_removed(visited):
    assert Visit.objects.update(outcome="died") == 0
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM fieldwork_visit")
        assert cursor.rowcount == 0
    assert Visit.objects.get().outcome == "willing"


def test_a_worker_has_one_open_assignment_in_an_institution(field, assigned):
    one = assigned(1).assignments.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.create(
            institution_id=field.head.institution_id,
            dispatch=one.dispatch,
            series="16.04",
            person_id=1,
            status_then="lapsed",
        )
