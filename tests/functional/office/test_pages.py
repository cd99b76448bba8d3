"""Pages as the framework answers them: language, locked doors, errors, letters."""

from http import HTTPStatus

import pytest
from axes.models import AccessAttempt
from django.conf import settings as office_settings
from django.core import mail
from django.test import Client, RequestFactory
from django.views.defaults import server_error

from naungan.casework.accounts.models import User


PASSWORD = "sandi-rekaan-2026"
SIGN_IN, CHANGE = "/akun/login/", "/akun/password/change/"
WRONG = {"login": "pendiri@contoh.id", "password": "bukan-sandinya"}
ENGLISH = {"HTTP_ACCEPT_LANGUAGE": "en"}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fast_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def text_of(answer):
    return answer.content.decode()


def test_guessing_one_account_ends_at_a_locked_door(founder):
    stranger = Client()
    for _ in range(office_settings.AXES_FAILURE_LIMIT - 1):
        assert stranger.post(SIGN_IN, WRONG).status_code == HTTPStatus.OK
    locked = stranger.post(SIGN_IN, WRONG)
    assert locked.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert "Terkunci sementara" in text_of(locked)
    right = stranger.post(SIGN_IN, {**WRONG, "password": PASSWORD})
    assert right.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert AccessAttempt.objects.get().failures_since_start >= 8


def test_the_page_of_the_locked_door_says_how_long_the_settings_lock(founder):
    minutes = office_settings.AXES_COOLOFF_TIME * 60
    stranger = Client()
    for _ in range(office_settings.AXES_FAILURE_LIMIT):
        locked = stranger.post(SIGN_IN, WRONG)
    assert f"{minutes:.0f} menit" in text_of(locked)


def test_a_weak_password_is_refused_in_the_language_of_the_page(person):
    client = person("regional_secretary")
    weak = {"oldpassword": PASSWORD, "password1": "pendek", "password2": "pendek"}
    assert "terlalu pendek" in text_of(client.post(CHANGE, weak))
    User.objects.filter(email="regional_secretary@contoh.id").update(language="en")
    assert "too short" in text_of(client.post(CHANGE, weak))


@pytest.mark.parametrize(
    ("asked", "lang"),
    [({}, "id"), (ENGLISH, "en"), ({"HTTP_ACCEPT_LANGUAGE": "de"}, "id")],
)
def test_a_stranger_reads_indonesian_unless_the_browser_asks_for_english(asked, lang):
    answer = Client().get(SIGN_IN, **asked)
    assert f'<html lang="{lang}">' in text_of(answer)


def test_a_chosen_language_is_kept_by_the_browser_and_by_the_person(person):
    client = person("regional_secretary")
    answer = client.post("/bahasa", {"language": "en", "next": "/akun-anda"})
    assert answer.url == "/akun-anda"
    assert answer.cookies["django_language"].value == "en"
    assert User.objects.get(email="regional_secretary@contoh.id").language == "en"
    client.cookies.pop("django_language")
    assert "Regional secretary" in text_of(client.get("/"))


def test_the_language_switch_leads_nowhere_outside():
    answer = Client().post("/bahasa", {"language": "en", "next": "https://contoh.id/"})
    assert answer.url == "/"


def test_a_letter_for_a_new_password_goes_only_to_who_has_an_account(founder):
    for email in ("pendiri@contoh.id", "siapa@contoh.id"):
        answer = Client().post("/akun/password/reset/", {"email": email}, follow=True)
        assert "Periksa surel Anda" in text_of(answer)
    (letter,) = mail.outbox
    assert letter.to == ["pendiri@contoh.id"]
    assert "/akun/password/reset/key/" in letter.body


def test_after_a_new_password_the_second_step_can_still_be_set_up(founder):
    client = Client()
    client.post("/akun/password/reset/", {"email": "pendiri@contoh.id"})
    client.post(SIGN_IN, {"login": "pendiri@contoh.id", "password": PASSWORD})
    asked = client.get("/akun/2fa/totp/activate/", follow=True)
    assert "Pastikan ini Anda" in text_of(asked)
    shown = client.post(
        asked.request["PATH_INFO"] + "?next=/akun/2fa/totp/activate/",
        {"password": PASSWORD},
        follow=True,
    )
    assert "Pasang aplikasi kode" in text_of(shown)


def test_a_closed_account_is_told_so_only_with_its_password(founder):
    User.objects.update(is_active=False)
    told = Client().post(SIGN_IN, {**WRONG, "password": PASSWORD})
    assert told.status_code == HTTPStatus.FORBIDDEN
    assert "Akun ini ditutup" in text_of(told)
    assert "Akun ini ditutup" not in text_of(Client().post(SIGN_IN, WRONG))


def test_a_form_from_elsewhere_is_refused_on_a_page_of_ours():
    answer = Client(enforce_csrf_checks=True).post(SIGN_IN, WRONG)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "Formulir kedaluwarsa" in text_of(answer)


def test_a_missing_page_says_so_in_our_look():
    answer = Client().get("/tidak-ada")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "Halaman tidak ada" in text_of(answer)


def test_a_fault_of_ours_is_said_in_both_languages_without_asking_anything():
    answer = server_error(RequestFactory().get("/"))
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "Ada gangguan pada kami" in text_of(answer)
    assert "Something failed on our side" in text_of(answer)
