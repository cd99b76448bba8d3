"""Forms sent from elsewhere, addresses that lead away, and hosts that are not ours."""

import re
from http import HTTPStatus
from urllib.parse import quote, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from tests.functional.office.access.test_matrix import ARGUMENTS
from tests.functional.office.attacks.attacked_things import arguments, rows, things
from tests.functional.office.attacks.attacked_world import (
    of_power,
    office,
    templates,
    text_of,
)
from tests.functional.office.conftest import BACKEND, PASSWORD, appointed


pytestmark = pytest.mark.django_db
AWAY = (
    *(
        "//jahat.example",
        "https:jahat.example",
        "\\\\jahat.example",
        "/\\jahat.example",
    ),
    *("https://jahat.example", "///jahat.example", "http:///jahat.example"),
    *(
        "%2F%2Fjahat.example",
        "https://testserver@jahat.example",
        "\thttps://jahat.example",
    ),
    *("javascript:alert(1)", "https://jahat.example\\@testserver", "data:text/html,x"),
)
LEADING = ("next", "kembali", "ke", "back", "wilayah", "url", "return_to")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture
def people(founder):
    return office(founder)


@pytest.fixture
def made(founder, people):
    return things(founder, people)


def strict(held, **headers):
    """Give a signed-in browser whose forms are checked as in use."""
    client = Client(enforce_csrf_checks=True, **headers)
    client.force_login(held.user, BACKEND)
    return client


def leads_away(answer):
    """Tell whether an answer sends its reader to another place."""
    to = answer.get("Location", "")
    host = urlsplit(to).netloc
    odd = "\\" in to or to.startswith("//") or urlsplit(to).scheme not in ("", "http")
    return bool(to) and (host not in ("", "testserver") or odd)


def test_no_address_takes_a_form_without_its_token(people, made):
    browsers = {role: strict(held) for role, (held, _) in people.items()}
    before, taken, tried = rows(), [], 0
    for name, names, view in templates():
        given = arguments(made).get(name) or {one: ARGUMENTS[one] for one in names}
        power = getattr(getattr(view, "audience", None), "power", None)
        both = {role: (None, client) for role, client in browsers.items()}
        client = of_power(both, power if power != "manage_institutions" else None)
        answer = client.post(reverse(name, kwargs=given), {"reason": "uji"})
        tried += 1
        is_for_programs = name.startswith("api.")  # there no session counts
        if answer.status_code != HTTPStatus.FORBIDDEN and not is_for_programs:
            taken.append((name, answer.status_code))
    assert not taken
    assert tried > 90
    assert rows() == before


def test_a_token_of_another_browser_or_from_another_site_is_no_token(people):
    held, _ = people["branch_head"]
    page = Client().get(reverse("account_login")).content.decode()
    foreign = {"csrfmiddlewaretoken": TOKEN.search(page).group(1)}
    address = reverse("sharing.share")
    assert strict(held).post(address, foreign).status_code == HTTPStatus.FORBIDDEN
    own = strict(held)
    form = own.get(address).content.decode()
    token = {"csrfmiddlewaretoken": TOKEN.search(form).group(1)}
    taken = own.post(address, token)
    assert taken.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    for origin in ("https://jahat.example", "null", "http://testserver.jahat.example"):
        refused = own.post(address, token, headers={"origin": origin})
        assert refused.status_code == HTTPStatus.FORBIDDEN


def test_nothing_changes_by_merely_opening_an_address(people, made):
    before = rows()
    for name, names, view in templates():
        given = arguments(made).get(name, {})
        power = getattr(getattr(view, "audience", None), "power", None)
        if (names and not given) or power == "manage_institutions":
            continue
        address = reverse(name, kwargs=given)
        text_of(of_power(people, power).get(address, {"reason": "uji", "sure": "on"}))
    assert rows() == before


@pytest.mark.parametrize("away", AWAY[:4])
def test_no_parameter_leads_to_another_place(people, made, away):
    found = []
    for name, names, view in templates():
        given = arguments(made).get(name, {})
        declared = getattr(view, "audience", None)
        if names or (declared and declared.power == "manage_institutions"):
            continue
        client = of_power(people, declared and declared.power)
        query = "&".join(f"{one}={quote(away)}" for one in LEADING)
        answer = client.get(f"{reverse(name, kwargs=given)}?{query}")
        found += [name] if leads_away(answer) else []
    assert not found


@pytest.mark.parametrize("away", AWAY)
def test_no_form_leads_to_another_place(founder, away):
    held, client = appointed(
        "agency_officer", "dua", "dua@contoh.id", second_step=False
    )
    del held
    form = {"login": "dua@contoh.id", "password": PASSWORD, "next": away}
    place = f"?next={quote(away)}"
    for address, browser in (
        (reverse("account_login"), Client()),
        (reverse("language"), client),
        (reverse("home.work_as"), client),
        (reverse("account_reauthenticate"), client),
        (reverse("account_logout"), client),
    ):
        sent = {**form, "language": "en", "appointment": "1"}
        answer = browser.post(address + place, sent, headers={"referer": away})
        assert not leads_away(answer), address


@pytest.mark.parametrize(
    "host", ["jahat.example", "testserver.jahat.example", "a b", ""]
)
def test_a_host_that_is_not_ours_is_answered_nowhere(people, host):
    client = people["branch_head"][1]
    for name in ("home", "account_login", "account_reset_password", "api.openapi"):
        answer = client.get(reverse(name), headers={"host": host})
        assert answer.status_code == HTTPStatus.BAD_REQUEST or not host


def test_letters_name_our_host_whatever_a_proxy_header_says(founder, mailoutbox):
    headers = {"x-forwarded-host": "jahat.example", "forwarded": "host=jahat.example"}
    address = reverse("account_reset_password")
    Client().post(address, {"email": "pendiri@contoh.id"}, headers=headers)
    [letter] = mailoutbox
    assert "jahat" not in letter.body
    assert "http://testserver/" in letter.body
