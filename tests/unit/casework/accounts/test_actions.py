"""Acts on people: who may, what the database then shows, what is on record."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.unit.casework.conftest import PASSWORD, TODAY

from naungan.casework.accounts import actions, queries, scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Appointment, Institution, Invitation
from naungan.casework.audit.models import Act


pytestmark = pytest.mark.django_db


def test_an_invited_person_comes_in_with_the_role_they_were_invited_for(office):
    here = Institution.objects.get()
    _, code = actions.invite(
        by=office, email="Baru@Contoh.id", institution=here, role="examiner"
    )
    found = queries.invitation_of(code)
    user = actions.accept(
        invitation=found, name="Orang Baru", password=PASSWORD, on=TODAY
    )
    held = scope.open_appointments(user, TODAY).get()
    assert (user.email, held.role, held.institution) == (
        "baru@contoh.id",
        "examiner",
        here,
    )
    assert list(Act.objects.values_list("verb", flat=True)) == [
        "found",
        "invite",
        "accept",
    ]


def test_an_invitation_opens_only_once(office):
    here = Institution.objects.get()
    _, code = actions.invite(
        by=office, email="a@contoh.id", institution=here, role="examiner"
    )
    actions.accept(
        invitation=queries.invitation_of(code), name="A", password=PASSWORD, on=TODAY
    )
    with pytest.raises(ActRefused, match="sudah dipakai"):
        actions.accept(
            invitation=queries.invitation_of(code),
            name="A",
            password=PASSWORD,
            on=TODAY,
        )


def test_a_late_or_withdrawn_invitation_is_refused(office):
    here = Institution.objects.get()
    late, _ = actions.invite(
        by=office, email="a@contoh.id", institution=here, role="examiner"
    )
    Invitation.objects.filter(pk=late.pk).update(
        expires_at=timezone.now() - timedelta(seconds=1)
    )
    late.refresh_from_db()
    with pytest.raises(ActRefused, match="lewat waktunya"):
        actions.accept(invitation=late, name="A", password=PASSWORD, on=TODAY)
    other, _ = actions.invite(
        by=office, email="b@contoh.id", institution=here, role="examiner"
    )
    actions.withdraw(by=office, invitation=other)
    with pytest.raises(ActRefused, match="ditarik"):
        actions.accept(invitation=other, name="B", password=PASSWORD, on=TODAY)


def test_a_role_that_the_kind_of_institution_does_not_have_is_refused(office):
    here = Institution.objects.get()
    with pytest.raises(ActRefused, match="tidak ada pada jenis lembaga"):
        actions.invite(
            by=office, email="a@contoh.id", institution=here, role="village_clerk"
        )


def test_an_administrator_of_one_institution_cannot_invite_into_another(office, works):
    mine = works("administrator")
    elsewhere = Institution.objects.get(pk=office.institution_id)
    with pytest.raises(ActRefused, match="bukan lembaga Anda"):
        actions.invite(
            by=mine, email="a@contoh.id", institution=elsewhere, role="examiner"
        )


def test_nobody_ends_the_appointment_they_are_working_in(office):
    with pytest.raises(ActRefused, match="oleh orang lain"):
        actions.end(by=office, appointment=Appointment.objects.get(), on=TODAY)


def test_the_database_shows_an_institution_only_its_own_people(office, works):
    mine = works("administrator")
    assert Appointment.objects.count() == 2
    scope.enter(mine)
    assert [one.institution.code for one in Appointment.objects.all()] == [
        "dpmd-contoh"
    ]
    scope.tell(None, None, every=False)
    assert Appointment.objects.count() == 0


def test_the_database_refuses_a_row_for_another_institution(office, works):
    mine = works("administrator")
    scope.enter(mine)
    forged = Appointment(
        user_id=mine.user_id,
        institution_id=office.institution_id,
        role="branch_head",
        from_on=TODAY,
    )
    with pytest.raises(Exception, match="row-level security"):
        forged.save()
