"""Verdicts past their term are counted first, and removed only by the tables' owner."""

from datetime import timedelta

import pytest
from django.utils import timezone

from naungan.casework.accounts import scope
from naungan.casework.audit.models import Act
from naungan.casework.review import actions, forgetting
from naungan.casework.review.kinds import PERSON
from naungan.casework.review.models import Verdict
from naungan.casework.review.pair import Pair


pytestmark = pytest.mark.django_db
PAIR = Pair("16.04", 1, PERSON, 7, "26000000001", "16.04.10.2003", ())


@pytest.fixture
def officer(works):
    """A person who decided one pair."""
    mine = works("membership_head", "bpjs_branch", "satu", "satu@contoh.id")
    scope.enter(mine)
    actions.decide(by=mine, pair=PAIR, kind="same_person")
    return mine


def test_only_what_is_past_its_term_counts(officer):
    assert forgetting.count_verdicts(timezone.now() + timedelta(days=1)) == 1
    assert forgetting.count_verdicts(timezone.now() - timedelta(days=1)) == 0


def test_the_application_itself_removes_nothing_and_the_removal_is_an_act(
    office, officer
):
    scope.enter(office)
    removed = forgetting.remove_verdicts(timezone.now() + timedelta(days=1))
    assert removed == 1
    assert Verdict.objects.count() == 1  # this connection is not the owner's
    assert Act.objects.filter(verb="remove", noun="verdict").exists()
