"""What stands at the head of every answer, wherever it comes from."""

import re
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from tests.functional.office.access.test_matrix import ARGUMENTS
from tests.functional.office.attacks.attacked_things import arguments, things
from tests.functional.office.attacks.attacked_world import (
    of_power,
    office,
    templates,
    text_of,
)
from tests.functional.office.conftest import PASSWORD, appointed


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unwatched")]
POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
TELLING = re.compile(r"Traceback|Exception|\w\.py\b|site-packages|psycopg|SELECT ")
SECRET = "rahasia-yang-tidak-boleh-tampil"


@pytest.fixture
def people(founder):
    return office(founder)


@pytest.fixture
def made(founder, people):
    return things(founder, people)


def faults(answer, *, is_private):
    """Say what an answer lacks of what each of them must have."""
    told = answer.get("Content-Security-Policy", "")
    policy = dict(
        part.strip().split(" ", 1) for part in told.split(";") if part.strip()
    )
    held = {
        "policy": {name: policy.get(name) for name in POLICY} == POLICY,
        "no eval or inline": "unsafe" not in told and "*" not in told,
        "frame": answer.get("X-Frame-Options") == "DENY",
        "type": answer.get("X-Content-Type-Options") == "nosniff",
        "referrer": answer.get("Referrer-Policy") == "same-origin",
        "opener": answer.get("Cross-Origin-Opener-Policy") == "same-origin",
        "cache": not is_private or "no-store" in answer.get("Cache-Control", ""),
        "origin": "Access-Control-Allow-Origin" not in answer,
    }
    return [name for name, is_so in held.items() if not is_so]


def test_every_answer_to_a_person_has_its_heads(people, made, settings):
    settings.API_LIMITS = dict.fromkeys(settings.API_LIMITS, 10**6)
    lacking = {}
    for name, names, view in templates():
        given = arguments(made).get(name) or {one: ARGUMENTS[one] for one in names}
        declared = getattr(view, "audience", None)
        power = getattr(declared, "power", None)
        is_ours = power != "manage_institutions" and declared and declared.code != "key"
        client = of_power(people, power if is_ours else None)
        address = reverse(name, kwargs=given)
        answers = [client.get(address), client.options(address)]
        if "unduh=" in text_of(answers[0]):  # the page offers itself as a file
            answers.append(client.get(address, {"unduh": "csv"}))
        if name != "account_logout":
            answers.append(client.post(address))
        for answer in answers:
            text_of(answer)
            found = faults(answer, is_private=True)
            if found:
                lacking[name] = (answer.request["REQUEST_METHOD"], found)
    assert not lacking


def test_every_answer_to_a_stranger_and_a_program_has_its_heads(people, made):
    program = Client(headers={"authorization": f"Bearer {made['code']}"})
    strict = Client(enforce_csrf_checks=True)
    answers = [
        *(
            Client().get(path)
            for path in ("/", "/tidak-ada", "/akun/login", "/kalkulator")
        ),
        strict.post("/akun/login/", {}),
        Client().get("/akun/login/", headers={"host": "jahat.example"}),
    ]
    lacking = [(one.status_code, faults(one, is_private=False)) for one in answers]
    for name in ("api.workers", "api.incoming", "api.key", "api.employers"):
        one = program.get(reverse(name))
        lacking.append((name, faults(one, is_private=True)))
    assert not [one for one in lacking if one[1]]


def test_a_fault_of_ours_tells_nothing_and_has_its_heads(people, monkeypatch):
    def fail(*_rest, **_named):
        raise RuntimeError(SECRET)

    client = of_power(people, "see_coverage")
    client.raise_request_exception = False
    monkeypatch.setattr("naungan.web.pages.more.views.render", fail)
    answer = client.get(reverse("more"))
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    page = answer.content.decode()
    assert SECRET not in page
    assert not TELLING.search(page)
    assert not faults(answer, is_private=True)


@pytest.mark.parametrize("path", ["/tidak-ada", "/pekerja/999999999", "/api/v1/tidak"])
def test_a_refusal_tells_nothing_of_the_inside(people, path):
    page = of_power(people, "see_persons").get(path).content.decode()
    assert not TELLING.search(page)
    assert "urlpatterns" not in page


def test_cookies_are_kept_from_scripts_and_from_other_sites(founder):
    appointed("agency_officer", "dua", "dua@contoh.id", second_step=False)
    client = Client()
    client.get("/akun/login/")
    client.post("/akun/login/", {"login": "dua@contoh.id", "password": PASSWORD})
    client.post("/bahasa", {"language": "en"})
    for name in ("sessionid", "django_language"):
        kept = client.cookies[name]
        assert kept["httponly"], name
        assert kept["samesite"] == "Lax"
        assert not kept["domain"]
    assert client.cookies["csrftoken"]["samesite"] == "Lax"
    assert client.cookies["sessionid"]["max-age"] == ""  # ends with the browser


def test_behind_a_certificate_cookies_travel_by_it_alone(founder, settings):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_HSTS_SECONDS = 31_536_000
    plain = Client().get("/akun/login/")
    assert plain.url.startswith("https://")
    appointed("agency_officer", "dua", "dua@contoh.id", second_step=False)
    client = Client(headers={"x-forwarded-proto": "https"})
    form = {"login": "dua@contoh.id", "password": PASSWORD}
    answer = client.post("/akun/login/", form)
    assert answer["Strict-Transport-Security"].startswith("max-age=31536000")
    assert client.cookies["sessionid"]["secure"]
    client.get("/akun/password/change/")
    assert client.cookies["csrftoken"]["secure"]
