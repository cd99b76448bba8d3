"""The tables of states hold together, and the manual draws them."""

from pathlib import Path

import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.commitments import kinds, states


@pytest.mark.parametrize("noun", states.MACHINES)
def test_every_move_leads_between_states_that_exist(noun):
    machine = states.MACHINES[noun]
    known = {one.code for one in machine.states}
    for move in machine.moves:
        assert {*move.before, move.after} <= known


@pytest.mark.parametrize("noun", states.MACHINES)
def test_every_state_can_be_reached(noun):
    machine = states.MACHINES[noun]
    reached = {machine.first}
    for _ in machine.states:
        reached |= {m.after for m in machine.moves if set(m.before) & reached}
    assert reached == {one.code for one in machine.states}


@pytest.mark.parametrize("noun", states.MACHINES)
def test_the_manual_draws_the_machine_as_it_is(noun):
    page = Path(__file__).parents[4] / "docs/explanation/janji-yang-terukur.md"
    assert states.MACHINES[noun].diagram() in page.read_text(encoding="utf-8")


def test_what_the_table_does_not_hold_is_refused():
    assert states.after("commitment", "open", "keep") == "kept"
    with pytest.raises(ActRefused):
        states.after("commitment", "replaced", "reopen")


def test_every_state_of_a_promise_is_a_standing_or_runs():
    standings = {one.code for one in kinds.STANDINGS}
    closed = {one.code for one in states.COMMITMENT.states} - {"open"}
    assert standings == closed | {"running", "late"}


def test_words_are_given_in_both_languages_and_a_lost_code_is_given_back():
    assert kinds.label(kinds.CLAIMS, "done") == "selesai"
    assert kinds.label(kinds.CLAIMS, "done", "en") == "done"
    assert kinds.label(kinds.CLAIMS, "hilang") == "hilang"
