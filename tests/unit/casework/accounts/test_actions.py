"""Acts on people: who may, what the database then shows, what is on record."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.unit.casework.conftest import PASSWORD, TODAY

from naungan.casework.accounts import access, actions, queries, scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Appointment, Institution, Invitation, User
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


def test_an_invitation_stops_listening_after_five_wrong_passwords(office, works):
    known = works("agency_officer")
    here = Institution.objects.get(pk=office.institution_id)
    invitation, _ = actions.invite(
        by=office, email="orang@contoh.id", institution=here, role="examiner"
    )
    for _ in range(5):
        scope.enter(office)
        invitation.refresh_from_db()
        with pytest.raises(ActRefused, match="tulis kata sandinya"):
            actions.accept(invitation=invitation, name="", password="tebak", on=TODAY)
    scope.enter(office)
    invitation.refresh_from_db()
    with pytest.raises(ActRefused, match="terlalu sering salah"):
        actions.accept(invitation=invitation, name="", password=PASSWORD, on=TODAY)
    assert (
        scope.open_appointments(User.objects.get(pk=known.user_id), TODAY).count() == 1
    )


def test_whoever_sent_an_invitation_cannot_take_it_up(office, works):
    sender = works("administrator")
    scope.enter(sender)
    here = Institution.objects.get(pk=sender.institution_id)
    with pytest.raises(ActRefused, match="diatur oleh orang lain"):
        actions.invite(
            by=sender, email="orang@contoh.id", institution=here, role="agency_officer"
        )
    invitation, _ = actions.invite(
        by=sender, email="lain@contoh.id", institution=here, role="agency_officer"
    )
    User.objects.filter(pk=sender.user_id).update(email="lain@contoh.id")
    with pytest.raises(ActRefused, match="diatur oleh orang lain"):
        actions.accept(invitation=invitation, name="", password=PASSWORD, on=TODAY)


def test_inviting_again_makes_a_new_code_and_the_old_opens_nothing(office):
    here = Institution.objects.get()
    first, old = actions.invite(
        by=office, email="a@contoh.id", institution=here, role="examiner"
    )
    second, new = actions.invite_again(by=office, invitation=first)
    assert old != new
    with pytest.raises(ActRefused, match="ditarik"):
        access.check_open(queries.invitation_of(old))
    access.check_open(queries.invitation_of(new))
    assert (second.email, second.role) == (first.email, first.role)


def test_an_invitation_that_ran_out_can_still_be_withdrawn(office):
    here = Institution.objects.get()
    late, _ = actions.invite(
        by=office, email="a@contoh.id", institution=here, role="examiner"
    )
    late.expires_at = timezone.now() - timedelta(seconds=1)
    late.save()
    actions.withdraw(by=office, invitation=late)
    assert not queries.invitations(office).exists()


def test_a_role_invited_for_a_later_day_holds_from_that_day(office):
    here = Institution.objects.get()
    later = TODAY + timedelta(days=30)
    _, code = actions.invite(
        by=office,
        email="a@contoh.id",
        institution=here,
        role="examiner",
        from_on=later,
        until_on=later,
    )
    user = actions.accept(
        invitation=queries.invitation_of(code), name="A", password=PASSWORD, on=TODAY
    )
    held = [
        scope.open_appointments(user, later + timedelta(days=shift)).exists()
        for shift in (-1, 0, 1)
    ]
    assert held == [False, True, False]


def test_an_appointment_ended_at_once_holds_no_more_on_that_day(office, works):
    mine = works("agency_officer")
    scope.enter(office)
    user = User.objects.get(pk=mine.user_id)
    held = Appointment.objects.get(user=user)
    assert scope.open_appointments(user, TODAY).exists()
    actions.end(by=office, appointment=held, last_on=None, today=TODAY)
    assert not scope.open_appointments(user, TODAY).exists()


def test_an_appointment_ended_after_a_day_holds_on_that_day(office, works):
    mine = works("agency_officer")
    scope.enter(office)
    user = User.objects.get(pk=mine.user_id)
    held = Appointment.objects.get(user=user)
    actions.end(by=office, appointment=held, last_on=TODAY, today=TODAY)
    assert scope.open_appointments(user, TODAY).exists()
    assert not scope.open_appointments(user, TODAY + timedelta(days=1)).exists()


def test_a_changed_role_ends_the_old_the_day_before_the_new(office, works):
    mine = works("agency_officer")
    scope.enter(office)
    old = Appointment.objects.get(user_id=mine.user_id)
    start = TODAY + timedelta(days=10)
    new = actions.change_role(
        by=office, appointment=old, role="agency_head", from_on=start, today=TODAY
    )
    old.refresh_from_db()
    assert (old.until_on, new.from_on) == (start - timedelta(days=1), start)
    verbs = Act.objects.order_by("id").values_list("verb", flat=True)
    assert list(verbs)[-2:] == ["end", "appoint"]


def test_a_refused_new_role_leaves_the_old_one_as_it_was(office, works):
    mine = works("agency_officer")
    scope.enter(office)
    old = Appointment.objects.get(user_id=mine.user_id)
    with pytest.raises(ActRefused, match="tidak ada pada jenis"):
        actions.change_role(
            by=office, appointment=old, role="village_clerk", from_on=TODAY, today=TODAY
        )
    old.refresh_from_db()
    assert (old.until_on, old.ended_at) == (None, None)
