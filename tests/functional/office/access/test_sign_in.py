"""The entrance: guessing is stopped, passwords are long, a second step is asked."""

from datetime import UTC, datetime
from http import HTTPStatus

import pytest
from allauth.mfa.totp.internal import auth
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.core.cache.backends import base, db as stored
from django.test import Client
from django.urls import reverse
from tests.functional.office.conftest import BACKEND, PASSWORD, appointed

from naungan.casework.accounts import actions, scope
from naungan.casework.accounts.models import User
from naungan.casework.accounts.roles import ROLES
from naungan.web.audience import SECOND_STEP


pytestmark = pytest.mark.django_db
STEPS = ("mfa_activate_totp", "mfa_index", "account_change_password")


def try_in(client, password, address="dua@contoh.id"):
    """Send the sign-in form."""
    return client.post(
        reverse("account_login"), {"login": address, "password": password}
    )


def test_guessing_locks_the_account_from_that_address_for_the_right_password_too(
    founder,
):
    appointed("agency_officer", "dua", "dua@contoh.id", second_step=False)
    appointed("agency_officer", "dua", "tiga@contoh.id", second_step=False)
    client = Client(REMOTE_ADDR="192.0.2.7")
    for _ in range(settings.AXES_FAILURE_LIMIT):
        try_in(client, "tebakan-yang-salah")
    answer = try_in(client, PASSWORD)
    assert answer.status_code != HTTPStatus.FOUND
    assert "_auth_user_id" not in client.session
    other = try_in(Client(REMOTE_ADDR="192.0.2.8"), PASSWORD)
    assert other.status_code == HTTPStatus.FOUND
    neighbour = try_in(Client(REMOTE_ADDR="192.0.2.7"), PASSWORD, "tiga@contoh.id")
    assert neighbour.status_code == HTTPStatus.FOUND


@pytest.mark.parametrize("weak", ["pendek-123", "password1234", "123456789012"])
def test_an_invitation_takes_no_weak_password(founder, weak):
    _, code = actions.invite(
        by=scope.of_appointment(founder),
        email="baru@contoh.id",
        institution=founder.institution,
        role="examiner",
    )
    answer = Client().post(
        reverse("invitation", args=[code]), {"name": "Orang Baru", "password": weak}
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not User.objects.filter(email="baru@contoh.id").exists()


@pytest.mark.parametrize("role", sorted(ROLES))
def test_powers_over_people_and_unmasked_data_ask_for_a_second_step(founder, role):
    asked = bool(ROLES[role].powers & SECOND_STEP)
    kind = ROLES[role].kinds[0]
    _, client = appointed(role, "dua", "dua@contoh.id", kind, second_step=False)
    answer = client.get(reverse("home"))
    assert (answer.status_code == HTTPStatus.FOUND) == asked
    if asked:
        assert answer.url == reverse("mfa_activate_totp")


def test_the_pages_of_the_second_step_stay_open_to_whoever_must_set_it_up(founder):
    _, client = appointed("administrator", "dua", "dua@contoh.id", second_step=False)
    try_in(client, PASSWORD)
    for name in STEPS:
        answer = client.get(reverse(name))
        assert answer.status_code == HTTPStatus.OK or answer.url.startswith("/akun/")
    assert client.post(reverse("account_logout")).status_code == HTTPStatus.FOUND


def test_whoever_has_a_second_step_must_take_it_at_sign_in(founder):
    appointed("administrator", "dua", "dua@contoh.id")
    client = Client()
    answer = try_in(client, PASSWORD)
    assert answer.url.startswith(reverse("mfa_authenticate"))
    assert "_auth_user_id" not in client.session
    assert client.get(reverse("people")).url.startswith(reverse("account_login"))


class Clock:
    """The clock of codes and of what is kept for a while, set by hand."""

    now = 1_700_000_010  # ten seconds after a step began

    def time(self):
        """Give the seconds, as the module of this name does."""
        return self.now

    def day(self):
        """Give the same as a point of time."""
        return datetime.fromtimestamp(self.now, UTC)


@pytest.fixture
def clock(monkeypatch):
    """Let codes and the cache go by a clock of the test."""
    made = Clock()
    monkeypatch.setattr(auth, "time", made)
    monkeypatch.setattr(base, "time", made)
    monkeypatch.setattr(stored, "tz_now", made.day)
    return made


@pytest.fixture
def second_step(founder, clock):
    """Try a code of so many steps ago, in a browser that gave the password."""
    held, _ = appointed("administrator", "dua", "dua@contoh.id", second_step=False)
    secret = generate_totp_secret()
    TOTP.activate(held.user, secret)

    def opens(steps_ago, shown_at=None):
        client = Client()
        try_in(client, PASSWORD)
        counter = (shown_at or clock.now) // 30 - steps_ago
        code = auth.format_hotp_value(auth.hotp_value(secret, counter))
        answer = client.post(reverse("mfa_authenticate"), {"code": code})
        return answer.status_code == HTTPStatus.FOUND

    return opens


@pytest.mark.parametrize(
    ("steps_ago", "is_taken"),
    [(2, False), (1, True), (0, True), (-1, True), (-2, False)],
)
def test_a_code_counts_one_step_of_time_longer_and_no_more(
    second_step, steps_ago, is_taken
):
    assert second_step(steps_ago) is is_taken


@pytest.mark.parametrize("later", [0, 20, 40])  # seconds
def test_a_code_opens_once_for_as_long_as_it_counts(second_step, clock, later):
    shown_at = clock.now
    assert second_step(0, shown_at)
    clock.now += later
    assert not second_step(0, shown_at)
    clock.now += 30
    assert second_step(0), "another code opens"


def test_a_second_step_that_was_taken_off_is_asked_for_again(founder):
    held, client = appointed("administrator", "dua", "dua@contoh.id")
    assert client.get(reverse("people")).status_code == HTTPStatus.OK
    held.user.authenticator_set.all().delete()
    assert client.get(reverse("people")).url == reverse("mfa_activate_totp")
    TOTP.activate(held.user, generate_totp_secret())
    client.force_login(held.user, BACKEND)
    assert client.get(reverse("people")).status_code == HTTPStatus.OK
