"""The database itself keeps files to their institution and runs to their region."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from tests.unit.casework.intake.conftest import MONTH

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.intake import actions
from naungan.casework.intake.models import Batch, Mapping, Run, Series


pytestmark = pytest.mark.django_db
OWN = (Series, Batch, Mapping)


@pytest.fixture
def two(tried, works):
    """Two agencies of two regencies with a row in each guarded table."""
    both = []
    for code, region in (("satu", "16.04"), ("dua", "18.10")):
        mine = works("agency_officer", code=code, email=f"{code}@contoh.id")
        scope.tell(None, None, every=True)
        Institution.objects.filter(pk=mine.institution_id).update(region_code=region)
        mine = scope.Scope(**{**vars(mine), "region_code": region})
        batch = tried(mine, region_code=region)
        batch = actions.set_mapping(
            by=mine, batch=batch, mapping={}, fingerprint=code * 16
        )
        actions.start_run(by=mine, region_code=region, month=MONTH)
        both.append(mine)
    return both


@pytest.mark.parametrize("model", OWN)
def test_an_institution_sees_its_own_rows_only(two, model):
    for mine in two:
        scope.enter(mine)
        places = set(model.objects.values_list("institution_id", flat=True))
        assert places == {mine.institution_id}


@pytest.mark.parametrize("model", [*OWN, Run])
def test_without_a_scope_nothing_is_seen_and_in_the_whole_office_all(two, model):
    scope.tell(None, None, every=False)
    assert model.objects.count() == 0
    scope.tell(None, None, every=True)
    assert model.objects.count() == len(two)


def test_a_run_is_seen_in_its_region_around_it_and_inside_it(two, works):
    first, second = two
    seen = {}
    for code, region in (
        ("desa", "16.04.01.2001"),
        ("provinsi", "16"),
        ("pusat", ""),
        ("tetangga", "16.05"),
    ):
        mine = works("agency_officer", code=code, email=f"{code}@contoh.id")
        scope.tell(None, None, every=True)
        Institution.objects.filter(pk=mine.institution_id).update(region_code=region)
        scope.enter(mine)
        seen[code] = set(Run.objects.values_list("region_code", flat=True))
    assert seen == {
        "desa": {"16.04"},
        "provinsi": {"16.04"},
        "pusat": {"16.04", "18.10"},
        "tetangga": set(),
    }
    scope.enter(first)
    assert set(Run.objects.values_list("region_code", flat=True)) == {"16.04"}
    scope.enter(second)
    assert set(Run.objects.values_list("region_code", flat=True)) == {"18.10"}


def test_nobody_writes_into_another_institution(two):
    first, second = two
    scope.enter(first)
    theirs = {"institution_id": second.institution_id}
    with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        Series.objects.create(kind="workers", region_code="18.10", label="x", **theirs)
    with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        Run.objects.create(
            region_code="18.10", month=MONTH, state="queued", cause="request"
        )
    assert Batch.objects.filter(**theirs).update(state="approved") == 0
    assert Batch.objects.filter(**theirs).delete()[0] == 0


@pytest.mark.parametrize("state", ["queued", "running"])
def test_of_a_region_one_run_waits_and_one_runs(two, state):
    del two
    scope.tell(None, None, every=True)
    Run.objects.all().update(state="published")
    told = {"region_code": "16.04", "month": MONTH, "cause": "request"}
    Run.objects.create(state=state, **told)
    with pytest.raises(IntegrityError), transaction.atomic():
        Run.objects.create(state=state, **told)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM intake_run WHERE state = %s", [state])
        assert cursor.fetchone() == (1,)
