"""The page on which keys of programs are made, seen and revoked."""

import re
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from tests.functional.office.conftest import appointed

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import ApiToken, Institution


pytestmark = pytest.mark.django_db
CODE = re.compile(r'class="secret">(naungan_[\w-]{40,})<')


@pytest.fixture
def manager(founder):
    """Somebody who manages the keys of a branch in 16.04, and their client."""
    Institution.objects.create(
        code="satu", kind="bpjs_branch", name="Kantor satu", region_code="16.04"
    )
    return appointed("administrator", "satu", "satu@contoh.id")


def asked(held, **other):
    usual = {
        "name": "Papan cakupan",
        "institution": held.institution_id,
        "powers": ["see_coverage"],
        "region_code": "16.04",
        "days": "30",
    }
    return {**usual, **other}


def test_a_key_is_shown_once_opens_and_is_revoked(manager):
    held, client = manager
    made = client.post(reverse("tokens.make"), asked(held))
    page = made.content.decode()
    (code,) = CODE.findall(page)
    assert made["Cache-Control"].count("no-store") == 1
    program = Client(headers={"authorization": f"Bearer {code}"})
    told = program.get(reverse("api.key")).json()
    assert (told["name"], told["powers"]) == ("Papan cakupan", ["see_coverage"])

    scope.enter(scope.of_appointment(held))
    token = ApiToken.objects.get()
    assert token.last_used_at is not None
    listed = client.get(reverse("tokens")).content.decode()
    assert "Papan cakupan" in listed
    assert code not in listed
    asks = client.get(reverse("tokens.revoke", args=[token.pk]))
    assert asks.status_code == HTTPStatus.OK
    done = client.post(reverse("tokens.revoke", args=[token.pk]), follow=True)
    assert "dicabut" in done.content.decode()
    assert program.get(reverse("api.key")).status_code == HTTPStatus.UNAUTHORIZED


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"powers": []}, "powers"),
        ({"powers": ["approve"]}, "powers"),
        ({"region_code": "18"}, "di luar wilayah"),
        ({"region_code": "Atlantis"}, "Tulis kodenya"),
        ({"days": "4000"}, "days"),
        ({"name": ""}, "name"),
    ],
)
def test_a_mistake_is_said_and_no_key_is_made(manager, other, said):
    held, client = manager
    answer = client.post(reverse("tokens.make"), asked(held, **other))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.content.decode()
    scope.enter(scope.of_appointment(held))
    assert not ApiToken.objects.exists()


def test_a_key_for_another_institution_is_neither_made_nor_found(founder, manager):
    scope.enter(scope.of_appointment(founder))
    other, theirs = appointed("administrator", "dua", "dua@contoh.id")
    held, client = manager
    answer = client.post(
        reverse("tokens.make"), asked(held, institution=other.institution_id)
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    client.post(reverse("tokens.make"), asked(held))
    scope.enter(scope.of_appointment(held))
    number = ApiToken.objects.get().pk
    for ask in (theirs.get, theirs.post):
        found = ask(reverse("tokens.revoke", args=[number]))
        assert found.status_code == HTTPStatus.NOT_FOUND
    assert "Papan cakupan" not in theirs.get(reverse("tokens")).content.decode()


def test_the_list_costs_the_same_for_many_keys(manager, django_assert_max_num_queries):
    held, client = manager
    for number in range(5):
        client.post(reverse("tokens.make"), asked(held, name=f"program {number}"))
    with django_assert_max_num_queries(16):
        page = client.get(reverse("tokens"))
    assert page.content.decode().count("program ") >= 5
