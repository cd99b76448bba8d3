"""Who sees which rows of a scheme, whatever the queries ask."""

import pytest
from django.db import connection, transaction
from django.db.utils import Error
from tests.invented_scheme import BESIDE, HERE

from naungan.casework.accounts import scope
from naungan.casework.protection.models import Entry, Participation, Quota, Scheme
from naungan.lib.dates import month_index


@pytest.fixture
def scheme(desks):
    return Scheme.objects.create(
        institution_id=desks.agency.institution_id,
        name="Skema rekaan",
        region_code="16.04",
        fund="apbd",
        package="two",
        category="vulnerable",
        policy="at_most",
        from_month=month_index(2024, 7),
        until_month=month_index(2024, 12),
        age_from=18,
        age_below=65,
        state="open",
        made_by_id=desks.agency.user_id,
    )


@pytest.fixture
def listed(desks, scheme):
    def make(by, village):
        scope.enter(by)
        return Entry.objects.create(
            scheme=scheme,
            institution_id=scheme.institution_id,
            written_by_id=by.institution_id,
            village_code=village,
            position=Entry.objects.count() + 1,
            name="Orang Rekaan",
            added_by_id=by.user_id,
        )

    return make


def test_a_village_sees_its_own_list_and_not_that_of_another(desks, listed):
    ours = listed(desks.clerk, HERE)
    theirs = listed(desks.neighbour, BESIDE)
    assert set(Entry.objects.all()) == {theirs}
    scope.enter(desks.clerk)
    assert set(Entry.objects.all()) == {ours}
    scope.enter(desks.agency)
    assert set(Entry.objects.all()) == {ours, theirs}


def test_a_village_cannot_write_into_another(desks, listed):
    with pytest.raises(Error), transaction.atomic():
        listed(desks.clerk, BESIDE)


def test_a_stranger_sees_neither_scheme_nor_people(desks, scheme, listed):
    listed(desks.clerk, HERE)
    scope.enter(desks.stranger)
    assert not Scheme.objects.exists()
    assert not Entry.objects.exists()


def test_who_takes_part_sees_until_it_ends(desks, scheme, listed):
    listed(desks.clerk, HERE)
    scope.enter(desks.agency)
    part = Participation.objects.create(
        scheme=scheme,
        owner_id=scheme.institution_id,
        institution_id=desks.branch.institution_id,
        since_on="2024-06-01",
    )
    scope.enter(desks.branch)
    assert Entry.objects.count() == 1
    scope.enter(desks.agency)
    part.ended_on = "2024-06-02"
    part.save()
    scope.enter(desks.branch)
    assert not Entry.objects.exists()


def test_a_scheme_in_preparation_is_its_owners_alone(desks, scheme):
    scheme.state = "draft"
    scheme.save()
    scope.enter(desks.clerk)
    assert not Scheme.objects.exists()


def test_a_village_cannot_change_its_quota(desks, scheme):
    Quota.objects.create(
        scheme=scheme,
        institution_id=scheme.institution_id,
        village_code=HERE,
        people=60,
    )
    scope.enter(desks.clerk)
    assert Quota.objects.get().people == 60
    assert Quota.objects.update(people=600) == 0


def test_nobody_is_struck_from_a_list(desks, listed):
    listed(desks.clerk, HERE)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM protection_entry")
        assert cursor.rowcount == 0
