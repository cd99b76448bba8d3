"""Deciding and undoing: the latest holds, nothing is lost, and not everybody may."""

from dataclasses import replace

import pytest
from django.db import connection
from django.db.utils import DatabaseError, IntegrityError

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.roles import ROLES
from naungan.casework.audit.models import Act
from naungan.casework.review import actions, queries
from naungan.casework.review.kinds import EMPLOYER, KINDS, PERSON, answers
from naungan.casework.review.models import Verdict
from naungan.casework.review.pair import Pair


pytestmark = pytest.mark.django_db
PAIR = Pair(
    region_code="16.04",
    run=3,
    subject=PERSON,
    number=4242,
    partner="26000000001",
    place_code="16.04.10.2003",
    sources=("ab" * 32 + ":7",),
)


@pytest.fixture
def officer(works):
    """A person who may decide, and in whose scope the test goes on."""
    mine = works("membership_head", "bpjs_branch", "cabang-satu", "satu@contoh.id")
    scope.enter(mine)
    return mine


@pytest.fixture
def colleague(works, officer):
    """A second person of the same institution."""
    other = works("branch_head", "bpjs_branch", "cabang-satu", "dua@contoh.id")
    scope.enter(officer)
    return other


def test_a_verdict_keeps_who_on_what_and_is_an_act(officer):
    verdict = actions.decide(by=officer, pair=PAIR, kind="same_person", note=" cocok ")
    assert (verdict.decided_by_id, verdict.institution_id) == (
        *(officer.user_id, officer.institution_id),
    )
    assert (verdict.note, verdict.sources) == ("cocok", list(PAIR.sources))
    assert queries.standing_of(PAIR).answer == "same"
    act = Act.objects.order_by("id").last()
    assert (act.verb, act.noun, act.noun_id) == ("decide", "verdict", str(verdict.pk))
    assert "note" not in act.details


@pytest.mark.parametrize("role", sorted(ROLES))
def test_only_who_may_review_decides(works, officer, role):
    mine = works(role, ROLES[role].kinds[0], f"lembaga-{role}", f"{role}@contoh.id")
    scope.enter(mine)
    if mine.may("review"):
        assert actions.decide(by=mine, pair=PAIR, kind="cannot_say").pk
        return
    with pytest.raises(ActRefused, match="wewenang"):
        actions.decide(by=mine, pair=PAIR, kind="same_person")
    assert not Verdict.objects.exists()


@pytest.mark.parametrize("kind", ["same_employer", "undone", "", "x"])
def test_an_answer_to_another_question_is_refused(officer, kind):
    with pytest.raises(ActRefused, match="ketiga jawaban"):
        actions.decide(by=officer, pair=PAIR, kind=kind)


@pytest.mark.parametrize("place", ["16.05", "16.041", "18", ""])
def test_a_pair_outside_the_region_is_refused(officer, place):
    with pytest.raises(ActRefused, match="di luar wilayah"):
        actions.decide(
            by=officer, pair=replace(PAIR, place_code=place), kind="same_person"
        )


def test_the_latest_verdict_holds_and_both_are_kept_where_people_differ(
    officer, colleague
):
    actions.decide(by=officer, pair=PAIR, kind="same_person")
    actions.decide(by=colleague, pair=PAIR, kind="different_person")
    held = queries.standing_of(PAIR)
    assert (held.answer, held.differs) == ("different", True)
    assert [one.kind for one in held.others] == ["same_person"]
    assert held.is_told


def test_one_person_who_changes_their_mind_does_not_differ_from_themselves(officer):
    actions.decide(by=officer, pair=PAIR, kind="same_person")
    actions.decide(by=officer, pair=PAIR, kind="different_person")
    held = queries.standing_of(PAIR)
    assert (held.answer, held.differs) == ("different", False)


def test_the_same_answer_twice_adds_nothing(officer):
    first = actions.decide(by=officer, pair=PAIR, kind="same_person")
    assert actions.decide(by=officer, pair=PAIR, kind="same_person") == first
    assert Verdict.objects.count() == 1


def test_undoing_brings_back_what_held_before(officer, colleague):
    actions.decide(by=colleague, pair=PAIR, kind="same_person")
    mine = actions.decide(by=officer, pair=PAIR, kind="different_person")
    actions.undo(by=officer, verdict=mine)
    held = queries.standing_of(PAIR)
    assert (held.answer, held.differs) == ("same", False)
    assert len(held.entries) == 3
    actions.undo(by=colleague, verdict=held.verdict)
    assert queries.standing_of(PAIR).verdict is None


def test_nothing_is_undone_twice_nor_an_undoing_undone(officer):
    verdict = actions.decide(by=officer, pair=PAIR, kind="same_person")
    entry = actions.undo(by=officer, verdict=verdict)
    for one in (verdict, entry):
        with pytest.raises(ActRefused, match="sudah diurungkan"):
            actions.undo(by=officer, verdict=one)


def test_a_verdict_of_another_institution_is_not_undone(works, officer):
    verdict = actions.decide(by=officer, pair=PAIR, kind="same_person")
    other = works("branch_head", "bpjs_region", "wilayah", "wilayah@contoh.id")
    scope.enter(other)
    with pytest.raises(ActRefused, match="lembaga lain"):
        actions.undo(by=other, verdict=verdict)


def test_who_cannot_say_tells_the_engine_nothing(officer):
    actions.decide(by=officer, pair=PAIR, kind="same_person")
    actions.decide(by=officer, pair=PAIR, kind="cannot_say")
    held = queries.standing_of(PAIR)
    assert (held.answer, held.is_told) == ("unsure", False)


def test_the_database_lets_nobody_change_or_remove_a_verdict(officer):
    verdict = actions.decide(by=officer, pair=PAIR, kind="same_person")
    assert Verdict.objects.filter(pk=verdict.pk).update(kind="cannot_say") == 0
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM review_verdict")
        assert cursor.rowcount == 0
    verdict.refresh_from_db()
    assert verdict.kind == "same_person"


def test_the_database_refuses_a_kind_of_another_subject(officer):
    with pytest.raises(IntegrityError):
        Verdict.objects.create(
            region_code="16.04",
            place_code="16.04.10.2003",
            run=1,
            subject=EMPLOYER,
            number=1,
            partner="x",
            kind="same_person",
            institution_id=officer.institution_id,
            decided_by_id=officer.user_id,
        )


@pytest.mark.parametrize("place", ["16.05.01.2001", "18"])
def test_the_database_refuses_a_verdict_outside_the_region(officer, place):
    with pytest.raises(DatabaseError, match="row-level security"):
        Verdict.objects.create(
            region_code="16",
            place_code=place,
            run=1,
            subject=PERSON,
            number=1,
            partner="x",
            kind="same_person",
            institution_id=officer.institution_id,
            decided_by_id=officer.user_id,
        )


def test_there_are_three_answers_to_each_question():
    for subject in (PERSON, EMPLOYER):
        assert [one.answer for one in answers(subject)] == [
            *("same", "different", "unsure")
        ]
    assert not KINDS["undone"].subjects
