"""Forgetting people: what they did stays, their name, address and ways in go."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.utils import timezone
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import actions, erasure, scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Appointment, Institution, Invitation, User
from naungan.casework.audit.models import Act


pytestmark = pytest.mark.django_db


@pytest.fixture
def gone(office, works):
    """Somebody whose only appointment ended long ago."""
    mine = works("agency_officer", email="lama@contoh.id")
    scope.enter(office)
    Appointment.objects.filter(user_id=mine.user_id).update(
        from_on=TODAY - timedelta(days=900), until_on=TODAY - timedelta(days=400)
    )
    User.objects.filter(pk=mine.user_id).update(
        date_joined=timezone.now() - timedelta(days=1200)
    )
    return User.objects.get(pk=mine.user_id)


def before(days):
    return timezone.now() - timedelta(days=days)


def test_only_whoever_ended_before_the_term_is_counted(gone):
    assert erasure.count_people(before(100)) == 1
    assert erasure.count_people(before(2000)) == 0
    assert gone in erasure.people(before(100))


@pytest.mark.parametrize(
    "change",
    [
        {"until_on": None},
        {"until_on": None, "from_on": timezone.localdate() + timedelta(days=9)},
        {"until_on": timezone.localdate()},
        {"until_on": None, "ended_at": timezone.now()},
    ],
)
def test_whoever_works_will_work_or_just_ended_is_not(gone, change):
    Appointment.objects.filter(user=gone).update(**change)
    assert erasure.count_people(before(100)) == 0


def test_erasing_takes_name_address_and_every_way_in(office, gone):
    TOTP.activate(gone, generate_totp_secret())
    EmailAddress.objects.create(user=gone, email=gone.email)
    AccessAttempt.objects.create(
        username=gone.email, ip_address="192.0.2.1", failures_since_start=1
    )
    here = Institution.objects.get(pk=office.institution_id)
    actions.invite(by=office, email=gone.email, institution=here, role="examiner")
    assert erasure.erase_people(before(100)) == 1
    gone.refresh_from_db()
    assert gone.name == f"Orang {gone.pk} (dihapus)"
    assert gone.email == f"dihapus-{gone.pk}@naungan.invalid"
    assert (gone.is_active, gone.has_usable_password()) == (False, False)
    assert not gone.authenticator_set.exists()
    assert not EmailAddress.objects.exists()
    assert not AccessAttempt.objects.exists()
    assert not Invitation.objects.filter(email="lama@contoh.id").exists()
    assert Appointment.objects.filter(user=gone).exists()
    last = Act.objects.order_by("id").last()
    assert (last.verb, last.noun, last.noun_id) == ("erase", "user", str(gone.pk))
    assert "lama@contoh.id" not in str(last.details)


def test_nobody_is_erased_twice_or_while_working(office, works, gone):
    erasure.erase(by=None, user=gone, reason="uji")
    assert erasure.count_people(before(100)) == 0
    with pytest.raises(ActRefused, match="sudah dihapus"):
        erasure.erase(by=None, user=gone, reason="uji")
    works("agency_head", email="kini@contoh.id")
    with pytest.raises(ActRefused, match="masih bertugas"):
        erasure.check_erasable(User.objects.get(email="kini@contoh.id"))


def test_addresses_in_old_unanswered_invitations_go(office):
    here = Institution.objects.get()
    old, _ = actions.invite(
        by=office, email="a@contoh.id", institution=here, role="examiner"
    )
    new, _ = actions.invite(
        by=office, email="b@contoh.id", institution=here, role="examiner"
    )
    Invitation.objects.filter(pk=old.pk).update(expires_at=before(100))
    assert (erasure.count_invited(before(90)), erasure.erase_invited(before(90))) == (
        1,
        1,
    )
    old.refresh_from_db()
    new.refresh_from_db()
    assert old.email.endswith("@naungan.invalid")
    assert new.email == "b@contoh.id"
    assert erasure.count_invited(before(90)) == 0


def test_old_sign_ins_sessions_and_jobs_go_and_new_ones_stay(office):
    for days in (1, 100):
        made = AccessAttempt.objects.create(
            username=f"a{days}", ip_address="192.0.2.1", failures_since_start=1
        )
        AccessAttempt.objects.filter(pk=made.pk).update(attempt_time=before(days))
        Session.objects.create(
            session_key=str(days), session_data="", expire_date=before(days)
        )
    assert (erasure.count_sign_ins(before(90)), erasure.count_sessions(before(90))) == (
        1,
        1,
    )
    assert erasure.remove_sign_ins(before(90)) == 1
    assert erasure.remove_sessions(before(90)) == 1
    assert (AccessAttempt.objects.count(), Session.objects.count()) == (1, 1)
    assert (erasure.count_jobs(before(90)), erasure.remove_jobs(before(90))) == (0, 0)
