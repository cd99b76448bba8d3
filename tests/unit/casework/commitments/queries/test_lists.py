"""Lists, counts and pages say the same as the rules that judge one promise."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.unit.casework.commitments.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.commitments import kinds, queries
from naungan.casework.commitments.actions import following, promising
from naungan.casework.commitments.models import Commitment
from naungan.casework.commitments.queries import Sought
from naungan.casework.commitments.queries.ledger import Waits, tally


BEFORE, SOON, FAR = (TODAY + timedelta(days=days) for days in (-9, 9, 90))
LETTERS = {"indicator": "letters_sent"}
EVERYTHING = Sought()


@pytest.fixture
def many(promise, desks, houses):
    """Make one promise of each kind of standing and flag, in two regions."""
    owner = {"owner_institution": houses["dpmd"]}
    promise("Mengirim tiga surat", **LETTERS, **owner, target=Decimal(3), due_on=BEFORE)
    promise("Mengirim nol surat", **LETTERS, **owner, target=Decimal(0), due_on=BEFORE)
    promise("Diharapkan solusi konkret")
    promise("Segera", **LETTERS, **owner, target=Decimal(2), due_on=SOON)
    far = promise("Nanti", region_code="16.04", due_on=FAR, owner_name="Dinas lain")
    kept = promise("Ditepati", **LETTERS, target=Decimal(1), due_on=BEFORE)
    promising.keep(by=desks.branch, commitment=kept, text="lisan", today=TODAY)
    dropped = promise("Dihentikan", region_code="16.05")
    promising.abandon(by=desks.branch, commitment=dropped, text="x", today=TODAY)
    following.claim(
        by=desks.branch,
        commitment=far,
        claimed_on=TODAY,
        status="waiting",
        waits_on=houses["kejari"],
        today=TODAY,
    )
    return desks.branch


def test_each_promise_stands_in_one_place_and_the_counts_add_up(many):
    found = queries.ledger(many, Sought(), TODAY)
    assert found.made == sum(found.standing.values()) == 7
    lines = [queries.line(one, TODAY) for one in queries.commitments(many)]
    for one in kinds.STANDINGS:
        alike = [line for line in lines if line.standing == one.code]
        assert found.standing[one.code] == len(alike), one.code
        listed = queries.listed(many, Sought(standing=one.code), TODAY).rows
        assert {row.pk for row in listed} == {line.commitment.pk for line in alike}


def test_a_tally_counts_as_the_whole_ledger_does(many):
    whole = queries.ledger(many, EVERYTHING, TODAY)
    found = tally(queries.sights(many), TODAY)
    assert found.made == whole.made == 7
    assert found.standing == whole.standing
    assert found.flagged == whole.flagged


def test_flags_of_lists_are_those_of_single_promises(many):
    found = queries.ledger(many, Sought(), TODAY).flagged
    lines = [queries.line(one, TODAY) for one in queries.commitments(many)]
    running = [one for one in lines if one.commitment.state == "open"]
    assert found["open_ended"] == sum(one.is_open_ended for one in running) == 2
    assert found["contradicted"] == sum(one.is_contradicted for one in lines) == 1
    assert found["soon"] == 1


def test_what_stood_there_from_its_first_figure_was_not_reached(many):
    """The row says so of itself, and no tile, chip or list counts it otherwise."""
    nothing = Commitment.objects.filter(what="Mengirim nol surat")
    (row,) = (queries.line(one, TODAY) for one in nothing)
    assert row.began_met
    assert row.commitment.is_met
    assert queries.ledger(many, EVERYTHING, TODAY).flagged["met"] == 0
    assert not queries.listed(many, Sought(flag="met"), TODAY).rows
    nothing.update(baseline=None)
    assert queries.ledger(many, EVERYTHING, TODAY).flagged["met"] == 1
    assert len(queries.listed(many, Sought(flag="met"), TODAY).rows) == 1


def test_pages_give_everything_once_with_undated_promises_last(many):
    seen, after = [], None
    while True:
        page = queries.listed(many, Sought(), TODAY, after=after, limit=2)
        seen += page.rows
        if page.next is None:
            break
        after = page.next
    assert len({one.pk for one in seen}) == len(seen) == 7
    days = [one.due_on or date.max for one in seen]
    assert days == sorted(days)
    for wrong in ("x", "2026-13-01:3", "-:" + "9" * 30, ""):
        assert len(queries.listed(many, Sought(), TODAY, after=wrong).rows) == 7


@pytest.mark.parametrize(
    ("sought", "many_of_them"),
    [
        ({"region": "16.04"}, 1),
        ({"region": "16"}, 2),
        ({"text": "solusi konkret"}, 1),
        ({"text": "dinas"}, 1),
        ({"indicator": "letters_sent"}, 4),
        ({"standing": "open"}, 5),
        ({"flag": "unknown"}, 7),
    ],
)
def test_a_list_keeps_what_is_sought(many, sought, many_of_them):
    found = queries.listed(many, Sought(**sought), TODAY)
    assert len(found.rows) == many_of_them


def test_what_waits_on_whom_is_told_to_everybody_but_themselves(many, desks, houses):
    found = _waited_for(many)
    assert found["dpmd"] == Waits(promises=3, late=1)
    assert found["kejari"].promises == 1
    nearby = _waited_for(many, Sought(region="16.04"))
    assert list(nearby) == ["kejari"], "of the promises that were counted"
    scope.enter(desks.agency)
    assert list(_waited_for(desks.agency)) == ["kejari"]


def _waited_for(desk, sought=EVERYTHING):
    counted = queries.ledger(desk, sought, TODAY)
    return {house.code: one for house, one in queries.waiting(desk, counted)}


def test_a_figure_of_several_promises_is_told_once(many):
    [found] = queries.effects(many, Sought(), TODAY)
    assert (found.promises, found.began, found.value, found.moved) == (4, 0, 0, 0)


def test_a_meeting_reads_late_promises_first(many):
    event = Commitment.objects.first().event_id
    lines = queries.lines(many, [event], TODAY)
    assert len(lines) == 7
    assert lines[0].standing == "late"
    soon = next(one for one in lines if one.commitment.what == "Segera")
    assert soon.is_behind
    assert soon.expected == 84


def test_whoever_may_not_see_meetings_sees_no_promise(many):
    blind = replace(many, powers=frozenset())
    assert not queries.commitments(blind).exists()
    assert queries.whole(blind, 1) is None
    assert queries.evidence(blind, 1) is None
    assert queries.activity(blind, 1) is None


def test_a_promise_is_read_whole_with_its_history_newest_first(many):
    kept = Commitment.objects.get(what="Ditepati")
    found = queries.whole(many, kept.pk)
    days = [step.on for step in found.history]
    assert days == sorted(days, reverse=True)
    assert {step.kind for step in found.history} == {"promised", "measured", "revised"}
    assert found.last_claim is None
