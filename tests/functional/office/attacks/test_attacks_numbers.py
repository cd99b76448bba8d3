"""Numbers of thousands of digits, which Python refuses to read, are no fault of ours."""

from http import HTTPStatus

import pytest
from django.urls import reverse
from tests.functional.office.attacks.attacked_world import (
    VILLAGE,
    of_power,
    office,
    text_of,
)

from naungan.lib.numbers import is_number


pytestmark = pytest.mark.django_db
ENDLESS = "9" * 5_000
ASKED = (
    ("employers", (), "hal", "see_employers"),
    ("workers.assign", (VILLAGE,), "orang", "assign"),
    ("workers.region", (VILLAGE,), "tugas=ya&sesudah", "see_persons"),
)


@pytest.fixture
def people(founder):
    return office(founder)


@pytest.mark.parametrize(("name", "given", "asked", "power"), ASKED)
def test_an_endless_number_in_an_address_is_no_number(
    people, name, given, asked, power
):
    address = f"{reverse(name, args=given)}?{asked}={ENDLESS}"
    answer = of_power(people, power).get(address)
    assert answer.status_code == HTTPStatus.OK
    assert "Traceback" not in text_of(answer)


def test_an_endless_number_of_an_appointment_changes_nothing(people):
    client = of_power(people, None)
    answer = client.post(reverse("home.work_as"), {"appointment": ENDLESS})
    assert answer.url == reverse("home")


@pytest.mark.parametrize("text", ["", "-1", "٣", ENDLESS, "9" * 19, "1.0"])
def test_what_no_row_can_have_is_no_number(text):
    assert not is_number(text)
