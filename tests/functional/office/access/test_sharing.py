"""An institution's head shares data on the page, sees it listed, and ends it."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.functional.office.conftest import appointed

from naungan.casework.sharing.models import Sharing


pytestmark = pytest.mark.django_db
MOST_QUERIES = 16  # four of them open and close transactions


@pytest.fixture
def both(founder):
    """The head of an agency of Lahat, and one of another."""
    heads = []
    for code in ("satu", "dua"):
        held, client = appointed("agency_head", code, f"{code}@contoh.id")
        held.institution.region_code = "16.04"
        held.institution.save()
        heads.append((held, client))
    return heads


def sent(client, **changed):
    """Send the form of a rule for everyone of a kind."""
    today = timezone.localdate()
    form = {
        "receiver": "kind:bpjs_branch",
        "region_code": "Kab. Lahat",
        "columns": ["birth_date"],
        "purpose": "Pemadanan",
        "agreement": "PKS 1/2026",
        "from_on": today.isoformat(),
        "until_on": (today + timedelta(days=30)).isoformat(),
    }
    return client.post(reverse("sharing.share"), {**form, **changed})


def test_a_rule_is_given_listed_and_ended(both, django_assert_max_num_queries):
    held, client = both[0]
    assert sent(client).url == reverse("sharing")
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get(reverse("sharing")).content.decode()
    assert "Kabupaten Lahat" in page
    assert "PKS 1/2026" in page
    rule = Sharing.objects.get()
    assert rule.institution == held.institution
    client.post(reverse("sharing.end", args=[rule.pk]))
    rule.refresh_from_db()
    assert rule.ended_at is not None
    assert "diakhiri" in client.get(reverse("sharing")).content.decode()


def test_the_receiver_sees_it_and_cannot_end_it(both):
    held, client = both[1]
    sent(both[0][1], receiver=str(held.institution_id))
    page = client.get(reverse("sharing")).content.decode()
    assert "PKS 1/2026" in page
    rule = Sharing.objects.get()
    answer = client.post(reverse("sharing.end", args=[rule.pk]))
    assert answer.status_code == HTTPStatus.NOT_FOUND
    rule.refresh_from_db()
    assert rule.ended_at is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"region_code": "16.05"}, "di luar wilayah"),
        ({"receiver": "999999"}, "receiver"),
        ({"agreement": ""}, "agreement"),
        ({"until_on": "2020-01-01"}, "Hari terakhir"),
    ],
)
def test_a_wrong_form_comes_back_with_what_was_typed(both, changed, said):
    answer = sent(both[0][1], **changed)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = answer.content.decode()
    assert said in page
    assert "Pemadanan" in page
    assert not Sharing.objects.exists()


def test_the_list_is_taken_away_as_a_file(both):
    client = both[0][1]
    sent(client)
    answer = client.get(reverse("sharing"), {"unduh": "csv"})
    assert answer["Content-Type"].startswith("text/csv")
    assert "PKS 1/2026" in answer.content.decode("utf-8-sig")


def test_nobody_without_the_power_opens_the_page(person):
    answer = person("examiner").get(reverse("sharing"))
    assert answer.status_code == HTTPStatus.FORBIDDEN
