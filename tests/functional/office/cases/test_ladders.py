"""The ladder's page: terms of the law, terms of a region over them, by whoever may."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.urls import reverse

from naungan.casework import clock
from naungan.casework.compliance.models import TermOverlay


pytestmark = pytest.mark.django_db


@pytest.fixture
def head(person):
    return person("branch_head")


def given(**changed):
    return {
        "region_code": "16.04",
        "days": "14",
        "unit": "working_days",
        "from_on": clock.today().isoformat(),
        "basis": "Surat edaran rekaan 1/2026",
    } | changed


def page(client, **asked):
    answer = client.get(reverse("ladders"), asked)
    assert answer.status_code == HTTPStatus.OK
    return answer.content.decode()


def test_both_tracks_stand_there_with_their_law_and_its_doubt(head):
    found = page(head)
    for one in (
        "Teguran tertulis pertama",
        "Nota pemeriksaan pertama",
        "10 hari kerja",
    ):
        assert one in found
    assert found.count('<section class="panel"') == 2
    assert "Belum diperiksa" in found  # the inspector's notes rest on memory
    sheet = head.get(reverse("ladders"), {"unduh": "csv"})
    assert sheet.status_code == HTTPStatus.OK


def test_a_term_of_a_region_is_laid_over_the_laws_there_and_nowhere_else(head):
    address = reverse("ladders.set", args=["warning_1"])
    form = head.get(address).content.decode()
    assert "10 hari kerja" in form
    assert head.post(address, given()).status_code == HTTPStatus.FOUND
    here = page(head, wilayah="16.04")
    assert "14 hari kerja" in here
    assert "Surat edaran rekaan 1/2026" in here
    assert "14 hari kerja" not in page(head, wilayah="18.10")
    below = page(head, wilayah="16.04.01")
    assert "14 hari kerja" in below


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"region_code": "18.10"}, "di luar wilayah"),
        ({"days": "0"}, "days"),
        ({"basis": " "}, "basis"),
        ({"from_on": "2020-01-01"}, "paling cepat hari ini"),
    ],
    ids=["elsewhere", "no days", "no basis", "in the past"],
)
def test_a_term_that_cannot_be_is_refused_and_said(head, changed, said):
    address = reverse("ladders.set", args=["warning_1"])
    answer = head.post(address, given(**changed))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.content.decode()
    assert not TermOverlay.objects.exists()


def test_a_term_to_come_is_shown_with_its_day_and_does_not_hold_yet(head):
    address = reverse("ladders.set", args=["warning_2"])
    later = clock.today() + timedelta(days=30)
    assert head.post(address, given(from_on=later.isoformat())).status_code == 302
    found = page(head, wilayah="16.04")
    assert "14 hari kerja" in found
    assert "<strong>Kabupaten Lahat" not in found


def test_whoever_only_works_on_cases_reads_the_ladder_and_sets_no_term(person):
    examiner = person("examiner")
    assert "Ubah" not in page(examiner)
    answer = examiner.get(reverse("ladders.set", args=["warning_1"]))
    assert answer.status_code == HTTPStatus.FORBIDDEN
