"""The database itself shows and takes only rows of the scope that was told to it."""

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from tests.unit.casework.conftest import TODAY

from naungan.casework import act, look
from naungan.casework.accounts import actions, scope
from naungan.casework.accounts.acting import STANDING_IN
from naungan.casework.accounts.models import Appointment, Institution, Invitation
from naungan.casework.audit.models import Act, Look


pytestmark = pytest.mark.django_db
GUARDED = [Appointment, Invitation, Act, Look]


@pytest.fixture
def two(office, works):
    """Two institutions with a row of each guarded table; give the scope of each."""
    both = []
    for name in ("satu", "dua"):
        mine = works("administrator", code=name, email=f"{name}@contoh.id")
        scope.enter(mine)
        here = Institution.objects.get(pk=mine.institution_id)
        actions.invite(
            by=mine, email=f"b-{name}@contoh.id", institution=here, role="data_officer"
        )
        look.record(by=mine, noun="person", noun_id=1, purpose="uji")
        act.record(by=mine, verb="open", noun="thing", noun_id=1)
        both.append(mine)
    return both


def places(model):
    return set(model.objects.values_list("institution_id", flat=True))


@pytest.mark.parametrize("model", GUARDED)
def test_each_sees_the_rows_of_its_own_institution(two, model):
    for mine in two:
        scope.enter(mine)
        assert places(model) == {mine.institution_id}


@pytest.mark.parametrize("model", GUARDED)
def test_without_a_scope_there_are_no_rows(two, model):
    scope.tell(None, None, every=False)
    assert not model.objects.exists()


@pytest.mark.parametrize("model", GUARDED)
def test_two_people_on_one_connection_never_mix(two, model):
    first, second = two
    for mine in (first, second, first):
        with transaction.atomic():
            scope.enter(mine)
            assert places(model) == {mine.institution_id}


@pytest.mark.parametrize("model", GUARDED)
def test_the_office_administrator_sees_every_institution(office, two, model):
    scope.enter(office)
    assert places(model) >= {one.institution_id for one in two}


@pytest.mark.parametrize("model", [Appointment, Invitation])
def test_rows_elsewhere_are_neither_changed_nor_removed(office, two, model):
    first, second = two
    scope.enter(first)
    elsewhere = model.objects.filter(institution_id=second.institution_id)
    assert elsewhere.update(role="data_officer") == 0
    with connection.cursor() as cursor:
        table = model._meta.db_table  # noqa: SLF001 (the table's name)
        cursor.execute(
            f"DELETE FROM {table} WHERE institution_id = %s", [second.institution_id]
        )
        assert cursor.rowcount == 0
    scope.enter(second)
    assert model.objects.filter(institution_id=second.institution_id).exists()


def test_no_row_is_added_or_moved_into_another_institution(office, two):
    first, second = two
    scope.enter(first)
    forged = Appointment(
        user_id=first.user_id,
        institution_id=second.institution_id,
        role="agency_head",
        from_on=TODAY,
    )
    with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        forged.save()
    with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        Appointment.objects.filter(institution_id=first.institution_id).update(
            institution_id=second.institution_id
        )
    with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        Invitation.objects.create(
            email="c@contoh.id",
            institution_id=second.institution_id,
            role="data_officer",
            code_hash="0" * 64,
            invited_by_id=first.user_id,
            expires_at="2030-01-01T00:00Z",
        )


def test_a_person_sees_their_own_rows_of_other_institutions_and_changes_none(two):
    first, second = two
    scope.tell(first.user_id, None, every=False)
    assert places(Appointment) == {first.institution_id}
    assert Act.objects.filter(user_id=first.user_id).exists()
    assert Appointment.objects.update(role="data_officer") == 0
    scope.tell(second.user_id, None, every=False)
    assert places(Appointment) == {second.institution_id}


def test_a_code_shows_its_invitation_and_nothing_else(two):
    scope.enter(two[0])
    code_hash = Invitation.objects.get().code_hash
    scope.tell(None, None, every=False)
    scope.show_invitation(code_hash)
    assert [one.code_hash for one in Invitation.objects.all()] == [code_hash]
    assert Invitation.objects.update(role="administrator") == 0
    assert not Appointment.objects.exists()


def test_the_application_owns_no_table_and_passes_no_policy(office):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False,)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("model", GUARDED)
def test_every_guarded_table_has_row_security_switched_on(office, model):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relrowsecurity FROM pg_class WHERE relname = %s",
            [model._meta.db_table],  # noqa: SLF001 (the table's name)
        )
        assert cursor.fetchone() == (True,)


def test_the_databases_rule_of_standing_in_names_the_same_ways(office):
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'accounts_holds'")
        (body,) = cursor.fetchone()
    assert f"NOT IN {STANDING_IN!r}" in body
