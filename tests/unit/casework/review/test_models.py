"""The database shows verdicts to their institution and to those of the region."""

import pytest

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.review import actions
from naungan.casework.review.kinds import PERSON
from naungan.casework.review.models import Verdict
from naungan.casework.review.pair import Pair


pytestmark = pytest.mark.django_db
PAIR = Pair("16.04", 1, PERSON, 7, "1", "16.04.10.2003", ())


@pytest.fixture
def decided(works):
    """One verdict on a person of one village, and the scope that decided it."""
    mine = works("branch_head", "bpjs_branch", "satu", "satu@contoh.id")
    scope.enter(mine)
    actions.decide(by=mine, pair=PAIR, kind="same_person")
    return mine


@pytest.mark.parametrize(
    ("region", "sees"),
    [
        ("16.04", True),
        ("16", True),
        ("", True),
        ("16.04.10.2003", True),
        ("16.04.10.2004", False),
        ("16.0", False),
        ("18.10", False),
    ],
)
def test_another_institution_sees_the_verdicts_on_its_own_region(
    office, decided, works, region, sees
):
    scope.enter(office)
    Institution.objects.create(
        code="dua", kind="bpjs_branch", name="Dua", region_code=region
    )
    other = works("branch_head", "bpjs_branch", "dua", "dua@contoh.id")
    scope.enter(other)
    assert Verdict.objects.exists() is sees


def test_without_a_scope_there_are_no_verdicts(decided):
    scope.tell(None, None, every=False)
    assert not Verdict.objects.exists()


def test_the_office_administrator_sees_every_verdict(office, decided):
    scope.enter(office)
    assert Verdict.objects.count() == 1
