"""Nobody reaches over: not by an address, a form, a session, a host or a connection."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.functional.office.conftest import PASSWORD, appointed

from naungan.casework.accounts import actions, scope
from naungan.casework.accounts.models import Appointment, Invitation, User
from naungan.casework.audit.models import Act


@pytest.fixture
def everyone(founder):
    """Let the test itself see every row, also after a request told another scope."""

    def see():
        scope.enter(scope.of_appointment(founder))

    return see


@pytest.fixture
def ours(founder):
    """The administrator of one institution."""
    return appointed("administrator", "satu", "satu@contoh.id")


@pytest.fixture
def theirs(founder):
    """An officer, and an invitation, of another institution."""
    held, _ = appointed("agency_officer", "dua", "dua@contoh.id")
    invitation, _ = actions.invite(
        by=scope.of_appointment(founder),
        email="tamu@contoh.id",
        institution=held.institution,
        role="agency_head",
    )
    return held, invitation


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["get", "post"])
@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("people.end", "appointment"),
        ("people.change", "appointment"),
        ("people.withdraw", "invitation"),
        ("people.invite_again", "invitation"),
        ("people.person", "user"),
        ("people.deputise", "user"),
    ],
)
def test_a_thing_of_another_institution_is_not_there(
    ours, theirs, everyone, name, whose, verb
):
    held, invitation = theirs
    number = {
        "appointment": held.pk,
        "invitation": invitation.pk,
        "user": held.user_id,
    }[whose]
    form = {"when": "now", "role": "agency_head", "from_on": "2026-01-01"}
    answer = getattr(ours[1], verb)(reverse(name, args=[number]), form)
    assert answer.status_code == HTTPStatus.NOT_FOUND
    everyone()
    held.refresh_from_db()
    invitation.refresh_from_db()
    assert (held.ended_at, held.until_on, held.role) == (None, None, "agency_officer")
    assert invitation.withdrawn_at is None


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["get", "post"])
def test_the_same_things_within_the_institution_are_there(ours, everyone, verb):
    held, _ = appointed("agency_officer", "satu", "rekan@contoh.id")
    form = {"when": "now"}
    answer = getattr(ours[1], verb)(reverse("people.end", args=[held.pk]), form)
    assert answer.status_code == {"get": HTTPStatus.OK, "post": HTTPStatus.FOUND}[verb]
    everyone()
    held.refresh_from_db()
    assert (held.ended_at is not None) == (verb == "post")


@pytest.mark.django_db
def test_a_forged_choice_of_another_institution_is_refused(ours, theirs, everyone):
    mine, client = ours
    held, _ = theirs
    invited = client.post(
        reverse("people.invite"),
        {
            "email": "x@contoh.id",
            "institution": held.institution_id,
            "role": "data_officer",
        },
    )
    assert invited.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    everyone()
    colleague, _ = appointed("agency_officer", "satu", "rekan@contoh.id")
    acting = client.post(
        reverse("people.deputise", args=[colleague.user_id]),
        {"acting": "plh", "acts_for": held.pk, "from_on": "2026-01-01"},
    )
    assert acting.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    everyone()
    assert not Invitation.objects.filter(email="x@contoh.id").exists()
    assert not Appointment.objects.exclude(acting="").exists()
    assert mine.institution_id != held.institution_id


@pytest.mark.django_db
def test_an_office_role_is_no_choice_for_an_institutions_administrator(ours):
    mine, client = ours
    answer = client.post(
        reverse("people.invite"),
        {
            "email": "x@contoh.id",
            "institution": mine.institution_id,
            "role": "office_administrator",
        },
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.django_db
def test_the_log_of_another_institution_is_neither_shown_nor_given(ours, theirs):
    for address in ("/jejak", "/jejak/perbuatan", "/jejak?unduh=csv"):
        page = ours[1].get(address).content.decode()
        assert "Pendiri Rekaan" not in page
        assert "dua@contoh.id" not in page


@pytest.mark.django_db
def test_whoever_was_ended_has_no_power_left_within_the_same_session(
    founder, ours, everyone
):
    held, client = ours
    appointed("administrator", "satu", "lain@contoh.id")
    assert client.get(reverse("people")).status_code == HTTPStatus.OK
    actions.end(
        by=scope.of_appointment(founder),
        appointment=held,
        last_on=None,
        today=timezone.localdate(),
    )
    assert client.get(reverse("people")).status_code == HTTPStatus.FORBIDDEN
    chosen = client.session
    chosen["appointment"] = held.pk
    chosen.save()
    assert client.get(reverse("people")).status_code == HTTPStatus.FORBIDDEN
    client.post(reverse("home.work_as"), {"appointment": held.pk})
    assert client.get(reverse("people")).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.django_db
def test_nobody_works_in_an_appointment_of_somebody_else(ours, theirs):
    _, client = ours
    other, _ = theirs
    client.post(reverse("home.work_as"), {"appointment": other.pk})
    assert client.session.get("appointment") != other.pk
    chosen = client.session
    chosen["appointment"] = other.pk
    chosen.save()
    assert client.get(reverse("home")).context["scope"].user_id != other.user_id


@pytest.mark.django_db
@pytest.mark.parametrize(
    "elsewhere", ["https://jahat.example/", "//jahat.example/", "javascript:alert(1)"]
)
def test_nobody_is_sent_to_a_strange_address_after_signing_in(founder, elsewhere):
    appointed("agency_officer", "dua", "dua@contoh.id", second_step=False)
    answer = Client().post(
        f"{reverse('account_login')}?next={elsewhere}",
        {"login": "dua@contoh.id", "password": PASSWORD, "next": elsewhere},
    )
    assert answer.status_code == HTTPStatus.FOUND
    assert "jahat" not in answer.url
    assert "alert" not in answer.url


@pytest.mark.django_db
def test_the_key_of_a_session_changes_at_sign_in(founder):
    appointed("agency_officer", "dua", "dua@contoh.id", second_step=False)
    client = Client()
    planted = client.session
    planted["planted"] = "1"
    planted.save()
    client.cookies["sessionid"] = planted.session_key
    client.post(
        reverse("account_login"), {"login": "dua@contoh.id", "password": PASSWORD}
    )
    assert client.cookies["sessionid"].value != planted.session_key
    assert client.session["_auth_user_id"]


@pytest.mark.django_db
def test_a_strange_host_is_refused(founder):
    for name in ("account_login", "health", "home"):
        answer = Client(HTTP_HOST="jahat.example").get(reverse(name))
        assert answer.status_code == HTTPStatus.BAD_REQUEST


@pytest.mark.django_db
def test_a_session_that_no_longer_proves_its_person_opens_no_rows(ours):
    held, client = ours
    User.objects.filter(pk=held.user_id).update(password="changed")
    answer = client.get(reverse("people"))
    assert answer.status_code == HTTPStatus.FOUND
    assert not Appointment.objects.exists()


def told():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('naungan.user', true), "
            "current_setting('naungan.institution', true), "
            "current_setting('naungan.every_institution', true)"
        )
        return set(cursor.fetchone())


def test_a_connection_keeps_no_scope_after_a_request(committed):
    for _, client in committed:
        assert client.get(reverse("people")).status_code == HTTPStatus.OK
        assert told() <= {"", None}
        assert not Appointment.objects.exists()
        assert not Act.objects.exists()


def test_a_request_that_fails_keeps_no_scope_either(committed, monkeypatch):
    def fail(*_rest, **_named):
        raise RuntimeError

    _, client = committed[0]
    client.raise_request_exception = False
    monkeypatch.setattr("naungan.web.pages.people.views.render", fail)
    answer = client.get(reverse("people"))
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert told() <= {"", None}
    assert not Appointment.objects.exists()


def test_two_people_on_one_connection_never_see_each_others_rows(committed):
    for _ in range(3):
        for mine, other in (committed, committed[::-1]):
            page = mine[1].get(reverse("people")).content.decode()
            assert mine[0].user.email in page
            assert other[0].user.email not in page
