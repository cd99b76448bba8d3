"""Teams on their pages: made by decree with guests, given a case, ended."""

from http import HTTPStatus

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.functional.office.small_district import OWNER

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import User
from naungan.casework.compliance.models import Team


pytestmark = pytest.mark.django_db
OTHER = "contoh-inspectorate"


@pytest.fixture
def examiner(person):
    return person("examiner", OWNER)


@pytest.fixture
def inspector(person):
    return person("inspector")


@pytest.fixture
def made(examiner, inspector):
    """A team of an examiner and of an inspector, who is named as a guest."""
    asked = {
        "name": "Tim bersama",
        "sk_number": "SK/7/2026",
        "from_on": timezone.localdate().isoformat(),
        "members": [User.objects.get(email="examiner@contoh.id").pk],
        "guests": "Pengawas rekaan; pengawas; Contoh inspectorate",
    }
    answer = examiner.post(reverse("teams.make"), asked)
    assert answer.status_code == HTTPStatus.FOUND, answer.content.decode()
    enter("examiner")
    return Team.objects.get()


def enter(role):
    """Let the database show what somebody's institution sees."""
    user = User.objects.get(email=f"{role}@contoh.id")
    scope.tell(user.pk, None, every=False)
    held = scope.open_appointments(user, timezone.localdate()).get()
    scope.enter(scope.of_appointment(held))


def text(client):
    return client.get(reverse("teams")).content.decode()


def test_a_team_is_read_by_the_institutions_of_its_members(made, examiner, inspector):
    assert "Tim bersama" in text(examiner)
    assert "SK/7/2026" in text(inspector)
    assert "Pengawas rekaan, pengawas, Contoh inspectorate" in text(inspector)


def test_a_stranger_sees_no_team_and_a_guest_ends_none(made, person, inspector):
    assert "Tim bersama" not in text(person("datun_head"))
    address = reverse("teams.end", args=[made.pk])
    assert address not in text(inspector)
    given = {"on": timezone.localdate().isoformat()}
    assert inspector.post(address, given).status_code == HTTPStatus.NOT_FOUND


def test_a_team_ends_on_a_day_and_not_before_it_began(made, examiner):
    address = reverse("teams.end", args=[made.pk])
    early = examiner.post(address, {"on": "2020-01-01"})
    assert early.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    ended = examiner.post(address, {"on": timezone.localdate().isoformat()})
    assert ended.status_code == HTTPStatus.FOUND
    enter("examiner")
    assert Team.objects.get().until_on == timezone.localdate()


def test_nobody_makes_a_team_of_nobody_and_a_reader_makes_none(examiner, person):
    given = {"name": "Kosong", "from_on": timezone.localdate().isoformat()}
    answer = examiner.post(reverse("teams.make"), given)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "sedikitnya satu anggota" in answer.content.decode()
    reader = person("account_representative", OWNER)
    assert reader.get(reverse("teams.make")).status_code == HTTPStatus.FORBIDDEN
    assert "Belum ada tim" in text(reader)
