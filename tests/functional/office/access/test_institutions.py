"""The office's administrator opens institutions, staffs them and closes them."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.functional.office.conftest import appointed

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Appointment, Institution, Invitation


pytestmark = pytest.mark.django_db
MOST_QUERIES = 16  # four of them open and close transactions


@pytest.fixture
def client(founder):
    """A second administrator of the office."""
    return appointed("office_administrator", "satu", "kantor@contoh.id")[1]


def opened(client, **changed):
    """Send the form of a new institution."""
    form = {"kind": "kejari", "name": "Kejari Lahat", "region_code": "Kab. Lahat"}
    return client.post(reverse("institutions.open"), {**form, **changed})


def test_an_institution_is_opened_by_the_name_of_its_region(client):
    answer = opened(client, needs_approval="on")
    made = Institution.objects.get(code="kejari-lahat")
    assert answer.url == reverse("institutions.show", args=[made.pk])
    assert (made.region_code, made.needs_approval) == ("16.04", True)
    page = client.get(answer.url).content.decode()
    assert "Kabupaten Lahat, Sumatera Selatan" in page
    assert "Undang administrator pertamanya" in page


@pytest.mark.parametrize("region", ["Sukamaju", "Qwxzqwxz", ""])
def test_an_unclear_region_is_asked_back(client, region):
    answer = opened(client, region_code=region)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Institution.objects.filter(code="kejari-lahat").exists()


def test_its_first_administrator_is_invited_from_its_page(client):
    opened(client)
    made = Institution.objects.get(code="kejari-lahat")
    form = client.get(
        f"{reverse('people.invite')}?lembaga={made.pk}&peran=administrator"
    ).context["form"]
    assert form["institution"].value() == str(made.pk)
    assert form["role"].value() == "administrator"
    answer = client.post(
        reverse("people.invite"),
        {
            "email": "admin@kejari.id",
            "institution": made.pk,
            "role": "administrator",
        },
    )
    assert "no-store" in answer["Cache-Control"]
    assert "/undangan/" in answer.content.decode()
    assert Invitation.objects.get(email="admin@kejari.id").institution == made


def test_a_name_and_the_approval_change_on_its_page(client):
    opened(client)
    made = Institution.objects.get(code="kejari-lahat")
    client.post(
        reverse("institutions.show", args=[made.pk]),
        {"name": "Kejaksaan Negeri Lahat", "needs_approval": "on"},
    )
    made.refresh_from_db()
    assert (made.name, made.needs_approval) == ("Kejaksaan Negeri Lahat", True)


def test_closing_says_what_it_does_and_then_does_it(founder, client):
    held, theirs = appointed("administrator", "dua", "dua@contoh.id")
    address = reverse("institutions.close", args=[held.institution_id])
    page = client.get(address).content.decode()
    assert "1 penugasan berhenti" in page
    assert client.post(address).url == reverse("institutions")
    assert theirs.get(reverse("people")).status_code == HTTPStatus.FORBIDDEN
    assert client.get(address).status_code == HTTPStatus.NOT_FOUND


def test_ones_own_institution_is_not_closed(founder, client):
    own = Appointment.objects.get(user__email="kantor@contoh.id").institution_id
    answer = client.post(reverse("institutions.close", args=[own]))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert Institution.objects.get(pk=own).closed_on is None


def test_somebody_acts_for_another_and_the_page_says_so(founder, client):
    head, _ = appointed("agency_head", "dua", "kepala@contoh.id")
    deputy, theirs = appointed("agency_officer", "dua", "wakil@contoh.id")
    day = timezone.localdate()
    answer = client.post(
        reverse("people.deputise", args=[deputy.user_id]),
        {
            "acting": "plh",
            "acts_for": head.pk,
            "from_on": day,
            "until_on": day + timedelta(days=3),
        },
    )
    assert answer.url == reverse("people.person", args=[deputy.user_id])
    page = client.get(answer.url).content.decode()
    assert "Pelaksana harian (Plh) Rekaan kepala@contoh.id" in page
    assert len(theirs.get(reverse("home")).context["held"]) == 2


@pytest.mark.parametrize(
    "name", ["people", "institutions", "looks", "looks.acts", "processing"]
)
def test_a_page_asks_the_database_no_more_for_many_rows(
    founder, client, name, django_assert_max_num_queries
):
    def count():
        with django_assert_max_num_queries(MOST_QUERIES) as asked:
            assert client.get(reverse(name)).status_code == HTTPStatus.OK
        return len(asked)

    client.get(reverse(name))
    few = count()
    scope.enter(scope.of_appointment(founder))
    for number in range(5):
        appointed("agency_officer", f"tempat-{number}", f"o{number}@contoh.id")
    assert count() <= few
