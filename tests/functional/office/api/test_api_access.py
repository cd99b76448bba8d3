"""Who gets in by a key: each address, each power, in and out of scope, over time."""

import json
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.functional.office.access.test_matrix import ADDRESSES
from tests.functional.office.conftest import appointed

from naungan.casework.accounts import scope, tokens
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import ApiToken, Institution
from naungan.casework.audit.models import Act
from naungan.web.api.door import AUDIENCES


pytestmark = pytest.mark.django_db
OF_KEYS = [one.values for one in ADDRESSES if one.id in AUDIENCES]
GUARDED = [one for one in OF_KEYS if one[2].code == "key"]


def asking(code):
    return Client(headers={"authorization": f"Bearer {code}"})


@pytest.fixture
def manager(founder):
    """The scope of somebody who manages keys of one institution in 16.04."""
    held, _ = appointed("administrator", "satu", "satu@contoh.id", "bpjs_branch")
    Institution.objects.filter(pk=held.institution_id).update(region_code="16.04")
    held.institution.refresh_from_db()
    reach = scope.of_appointment(held)
    scope.enter(reach)
    return reach


@pytest.fixture
def key(manager):
    """Make a key of that institution."""

    def make(*powers, region="16.04", days=30):
        scope.enter(manager)
        return tokens.create(
            by=manager,
            institution=Institution.objects.get(pk=manager.institution_id),
            name="uji",
            powers=powers or tokens.FOR_PROGRAMS,
            region_code=region,
            days=days,
        )

    return make


@pytest.mark.parametrize("power", tokens.FOR_PROGRAMS)
def test_a_key_opens_exactly_the_addresses_of_its_powers(key, power):
    client = asking(key(power)[1])
    wrong = []
    for name, given, declared in GUARDED:
        answer = client.get(reverse(name, kwargs=given))
        refused = answer.status_code == HTTPStatus.FORBIDDEN
        if refused != (declared.power not in (None, power)):
            wrong.append((name, answer.status_code))
    assert not wrong


@pytest.mark.parametrize(
    "header", ["", "Bearer ", "Bearer salah", "Basic YTpi", "Bearer \u00e9" + "x" * 300]
)
def test_without_a_key_that_opens_nothing_is_said(db, header):
    client = Client(headers={"authorization": header})
    for name, given, _ in GUARDED:
        answer = client.get(reverse(name, kwargs=given))
        assert answer.status_code == HTTPStatus.UNAUTHORIZED, name
        assert answer["WWW-Authenticate"] == "Bearer"
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["type"] == "urn:naungan:no-key"


def test_a_key_ends_when_it_is_revoked_runs_out_or_its_institution_closes(key, manager):
    token, code = key()
    client = asking(code)
    address = reverse("api.key")
    assert client.get(address).status_code == HTTPStatus.OK
    scope.enter(manager)
    tokens.revoke(by=manager, token=token)
    assert client.get(address).status_code == HTTPStatus.UNAUTHORIZED
    scope.enter(manager)
    with pytest.raises(ActRefused, match="sudah dicabut"):
        tokens.revoke(by=manager, token=token)

    old, code = key()
    past = timezone.now() - timedelta(seconds=1)
    ApiToken.objects.filter(pk=old.pk).update(expires_at=past)
    assert asking(code).get(address).status_code == HTTPStatus.UNAUTHORIZED

    _, code = key()
    today = timezone.localdate()
    Institution.objects.filter(pk=manager.institution_id).update(closed_on=today)
    assert asking(code).get(address).status_code == HTTPStatus.UNAUTHORIZED


def test_a_power_that_the_institution_lost_goes_from_its_keys(key, manager):
    _, code = key()
    Institution.objects.filter(pk=manager.institution_id).update(kind="kpu")
    held = asking(code).get(reverse("api.key")).json()["powers"]
    assert "see_employers" not in held


def test_making_and_revoking_are_acts_and_the_code_is_kept_nowhere(key, manager):
    token, code = key()
    scope.enter(manager)
    tokens.revoke(by=manager, token=token)
    done = Act.objects.filter(noun="token").values_list("verb", "noun_id")
    assert list(done) == [("issue", str(token.pk)), ("revoke", str(token.pk))]
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(t)::text FROM accounts_apitoken t")
        kept = cursor.fetchall() + list(Act.objects.values_list("details"))
    assert code not in json.dumps(kept, default=str)
    token.refresh_from_db()
    assert code.startswith(token.start)
    assert len(token.start) < len(code) // 3


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"powers": ["approve"]}, "wewenang"),
        ({"powers": []}, "wewenang"),
        ({"region_code": "18"}, "di luar wilayah"),
        ({"region_code": ""}, "di luar wilayah"),
        ({"region_code": "16.041"}, "di luar wilayah"),
        ({"days": 400}, "setahun"),
        ({"days": 0}, "setahun"),
    ],
)
def test_no_key_reaches_further_than_its_institution(manager, asked, refusal):
    usual = {"powers": ["see_coverage"], "region_code": "16.04", "days": 30}
    with pytest.raises(ActRefused, match=refusal):
        tokens.create(
            by=manager,
            institution=Institution.objects.get(pk=manager.institution_id),
            name="uji",
            **{**usual, **asked},
        )


def test_keys_of_another_institution_are_neither_seen_nor_revoked(founder, key):
    token, _ = key()
    scope.enter(scope.of_appointment(founder))
    held, _ = appointed("administrator", "dua", "dua@contoh.id", "dpmd")
    other = scope.of_appointment(held)
    scope.enter(other)
    assert not ApiToken.objects.exists()
    assert not tokens.tokens(other).exists()
    with pytest.raises(ActRefused, match="bukan lembaga Anda"):
        tokens.revoke(by=other, token=token)


def test_whoever_asks_too_often_waits_for_the_next_minute(key, settings):
    settings.API_LIMITS = {"key": 3, "address": 2, "address_with_key": 5}
    address = reverse("api.key")
    first = asking(key()[1])
    answers = [first.get(address) for _ in range(4)]
    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert 1 <= int(answers[-1]["Retry-After"]) <= 60
    assert answers[-1].json()["type"] == "urn:naungan:too-many"
    invented = [asking(f"naungan_{number}").get(address) for number in range(2)]
    assert [one.status_code for one in invented] == [401, 429]


def test_whoever_has_no_key_is_counted_by_address(settings):
    settings.API_LIMITS = {"key": 3, "address": 2, "address_with_key": 5}
    address = reverse("api.openapi")
    statuses = [Client().get(address).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    elsewhere = Client().get(address, REMOTE_ADDR="10.1.1.1")
    assert elsewhere.status_code == HTTPStatus.OK
    pages = [Client().get("/kalkulator").status_code for _ in range(3)]
    assert 429 not in pages


@pytest.mark.parametrize(
    ("language", "said"),
    [("id", "Tidak ada yang seperti ini."), ("en", "There is nothing like this.")],
)
def test_refusals_speak_the_language_that_was_asked_for(language, said):
    answer = Client().get("/api/v1/apa", headers={"accept-language": language})
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert (answer.json()["title"], answer["Content-Language"]) == (said, language)


def test_a_wrong_method_is_refused_with_those_that_are_there(key):
    answer = asking(key()[1]).delete(reverse("api.key"))
    assert answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert "GET" in answer["Allow"]
    assert answer.json()["status"] == HTTPStatus.METHOD_NOT_ALLOWED


def test_no_other_site_may_read_what_a_program_reads(key):
    client = asking(key()[1])
    answer = client.get(reverse("api.key"), headers={"origin": "https://jahat.example"})
    assert "Access-Control-Allow-Origin" not in answer
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
