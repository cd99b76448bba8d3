"""The demonstration shows what its offices did: visits, claims measured later, verdicts."""

import duckdb
import pytest
from django.db import transaction
from django.urls import reverse
from tests.functional.office.conftest import shared_with_everybody
from tests.functional.office.small_district import publish_of
from tests.functional.office.test_evidence import plain

from naungan.casework.accounts import desks, scope
from naungan.casework.accounts.demonstration import people_desks, person_at
from naungan.casework.accounts.models import User
from naungan.casework.fieldwork import demonstration
from naungan.casework.fieldwork.models import Assignment, Dispatch, Visit
from naungan.casework.intake.running import furnishing
from naungan.casework.review.demonstration import ANSWERS
from naungan.casework.review.models import Verdict


pytestmark = pytest.mark.django_db


@pytest.fixture
def furnished(founder, built, settings, monkeypatch):
    """The district of the demonstration, published date by date and furnished each time."""
    settings.DEMO = True
    with transaction.atomic():
        people_desks()
    scope.enter(scope.of_appointment(founder))
    shared_with_everybody(founder)
    monkeypatch.setattr(demonstration, "VILLAGE", _crowded(built))
    last = len(built) - 1
    for place, one in enumerate(built):
        scope.enter(scope.of_appointment(founder))
        (publication,) = publish_of(founder, [one])
        furnishing.furnish(publication, is_last=place == last)
    scope.tell(None, None, every=True)
    return publication


def at(desk):
    """Work at a desk: visits are seen by their own institution alone."""
    scope.tell(None, None, every=True)
    scope.enter(person_at(desk))


def counted():
    """Count what the district was furnished with, as each office sees its own."""
    found = []
    for desk in ("dpmd", "kacab", "kades"):
        at(desk)
        found.append((Dispatch.objects.count(), Visit.objects.count()))
    return found, Verdict.objects.count()


def _crowded(built):
    """Name the village in which most people are on no list of members."""
    from naungan.lib import regions

    counts = next(built[0].folder.rglob("village_counts.parquet"))
    [(village,)] = duckdb.sql(f"""SELECT village_code FROM '{counts}'
        WHERE status = 'unregistered' AND village_code IS NOT NULL
        GROUP BY 1 ORDER BY sum(people) DESC, 1 LIMIT 1""").fetchall()
    return regions.dotted(village)


def test_an_errand_of_the_past_has_claims_that_the_next_snapshot_measures(
    furnished, client
):
    at("dpmd")
    assert Visit.objects.filter(outcome="already_covered").exists()
    assert Assignment.objects.filter(state="done").exists()
    scope.tell(None, None, every=True)
    client.force_login(
        User.objects.get(email=f"petugas@{desks.DOMAIN}"),
        "allauth.account.auth_backends.AuthenticationBackend",
    )
    page = plain(client.get(reverse("workers.tasks"), {"selesai": ""}))
    assert "Sudah terlindungi, ada bukti" in page
    assert "bertentangan dengan potret" in page or "cocok dengan potret" in page


def test_verdicts_of_the_demonstration_are_one_of_each_answer(furnished):
    at("kacab")
    kinds = set(Verdict.objects.values_list("kind", flat=True))
    assert kinds == {kind for _, kind, _ in ANSWERS}


def test_nothing_is_added_twice(furnished):
    before = counted()
    furnishing.furnish(furnished, is_last=True)
    assert before == counted()
    assert before[0][0] > (0, 0)


def test_everybody_has_a_desk_of_their_own(furnished):
    scope.tell(None, None, every=True)
    assert all(person_at(one.address) for one in desks.DESKS)
