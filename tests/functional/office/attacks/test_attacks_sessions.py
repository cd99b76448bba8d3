"""Sessions, passwords, keys and masks: taken, kept, guessed, asked for again and again."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.conf import settings as office_settings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.functional.office.attacks.attacked_things import arguments, things
from tests.functional.office.attacks.attacked_world import office
from tests.functional.office.conftest import BACKEND, PASSWORD, appointed

from naungan.casework.accounts import actions, erasure, scope
from naungan.casework.accounts.models import Appointment, User
from naungan.casework.audit.models import Act


pytestmark = pytest.mark.django_db
SIGN_IN = "/akun/login/"
COOKIE = "sessionid"
GUESSES = 3


@pytest.fixture
def people(founder):
    return office(founder)


def sign_in(client, address="dua@contoh.id", password=PASSWORD, **headers):
    form = {"login": address, "password": password}
    return client.post(SIGN_IN, form, **headers)


@pytest.fixture
def officer(founder):
    held, _ = appointed("agency_officer", "dua", "dua@contoh.id", second_step=False)
    return held


def carrying(key):
    client = Client()
    client.cookies[COOKIE] = key
    return client


def test_a_planted_or_stolen_key_of_a_session_opens_nothing(officer):
    victim = Client()
    victim.get(SIGN_IN)
    victim.cookies[COOKIE] = "a" * 32
    sign_in(victim)
    key = victim.cookies[COOKIE].value
    assert key != "a" * 32
    assert carrying("a" * 32).get("/").url.startswith(SIGN_IN)
    assert carrying(key).get("/").status_code == HTTPStatus.OK
    victim.post("/akun/logout/")
    assert carrying(key).get("/").url.startswith(SIGN_IN)


def test_a_new_password_ends_every_other_session(officer):
    thief, owner = Client(), Client()
    sign_in(thief)
    sign_in(owner)
    new = "sandi-lain-rekaan-2027"
    form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert owner.post("/akun/password/change/", form).status_code == HTTPStatus.FOUND
    assert thief.get("/").url.startswith(SIGN_IN)


def test_ending_closing_and_erasing_end_access_at_the_next_address(founder, officer):
    client = Client()
    sign_in(client)
    page = reverse("incoming")
    assert client.get(page).status_code == HTTPStatus.OK
    reach = scope.of_appointment(founder)
    scope.enter(reach)
    Appointment.objects.filter(pk=officer.pk).update(role="licensing_officer")
    assert client.get(page).status_code == HTTPStatus.FORBIDDEN
    scope.enter(reach)
    officer.refresh_from_db()
    actions.end(by=reach, appointment=officer, last_on=None, today=timezone.localdate())
    assert client.get(page).status_code == HTTPStatus.FORBIDDEN
    User.objects.filter(pk=officer.user_id).update(is_active=False)
    assert client.get("/").url.startswith(SIGN_IN)


def test_whoever_was_erased_is_out_with_every_session(founder, officer):
    client = Client()
    sign_in(client)
    scope.enter(scope.of_appointment(founder))
    Appointment.objects.filter(pk=officer.pk).update(
        until_on=timezone.localdate() - timedelta(days=1)
    )
    erasure.erase(by=None, user=officer.user, reason="uji")
    assert client.get("/").status_code == HTTPStatus.FOUND
    assert sign_in(Client()).status_code == HTTPStatus.OK  # the form, again


def test_sign_in_does_and_says_the_same_of_known_and_unknown_accounts(
    officer, monkeypatch
):
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher,
        "encode",
        lambda self, *given: (hashed.append(1), encode(self, *given))[1],
    )
    said, work = [], []
    for address in ("dua@contoh.id", "siapa@contoh.id"):
        hashed.clear()
        answer = sign_in(Client(), address, "tebakan-yang-salah")
        body = answer.content.decode().replace(address, "…")
        said.append((answer.status_code, body.replace(token(body), "")))
        work.append(len(hashed))
    assert said[0] == said[1]
    assert work[0] == work[1] == 1


def token(page):
    return page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]


def test_a_lost_password_says_the_same_of_known_and_unknown_accounts(officer):
    said = []
    for address in ("dua@contoh.id", "siapa@contoh.id"):
        client = Client()
        answer = client.post("/akun/password/reset/", {"email": address}, follow=True)
        body = answer.content.decode()
        said.append((answer.redirect_chain, body.replace(token(body), "")))
    assert said[0] == said[1]


def test_guessing_is_stopped_whatever_address_a_header_claims(officer):
    answers = [
        sign_in(
            Client(),
            password=f"tebakan-{n}",
            headers={"x-forwarded-for": f"10.0.0.{n}"},
        )
        for n in range(office_settings.AXES_FAILURE_LIMIT + 1)
    ]
    assert answers[-1].status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_guessing_keys_is_stopped_whatever_address_a_header_claims(db, settings):
    settings.API_LIMITS = {"key": 600, "address": GUESSES, "address_with_key": GUESSES}
    for number in range(GUESSES + 1):
        headers = {"authorization": f"Bearer naungan_{number:043}"}
        headers["x-forwarded-for"] = f"10.0.0.{number}"
        answer = Client(headers=headers).get(reverse("api.key"))
    assert answer.status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_no_more_nik_are_opened_than_allowed_in_any_number_of_windows(
    founder, people, settings
):
    settings.UNMASKED_IN_AN_HOUR = 2
    held, _ = people["membership_head"]
    given = arguments(things(founder, people))["workers.unmask"]
    address = reverse("workers.unmask", kwargs=given)
    form = {"ground": "other", "reason": "alasan yang panjang"}
    answers = []
    for _ in range(4):
        client = Client()
        client.force_login(held.user, BACKEND)
        assert client.get(address).status_code == HTTPStatus.OK
        answers.append(client.post(address, form).status_code)
    assert answers == [200, 200, 422, 422]
    scope.enter(scope.of_appointment(founder))
    assert Act.objects.filter(verb="unmask").count() == 2
