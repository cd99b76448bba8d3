"""Every state is reached, every move begins and ends in a state, and is drawn."""

import pytest

from naungan.casework.intake.states import BATCH, EFFECTIVE, IN_HAND, RUN, UNDECIDED


@pytest.mark.parametrize("machine", [BATCH, RUN])
def test_moves_lead_from_states_to_states_and_reach_them_all(machine):
    codes = {one.code for one in machine.states}
    reached = {machine.first} | {move.after for move in machine.moves}
    assert reached == codes
    assert {state for move in machine.moves for state in move.before} <= codes


@pytest.mark.parametrize("machine", [BATCH, RUN])
def test_a_verb_leads_from_one_state_to_one(machine):
    pairs = [(move.verb, state) for move in machine.moves for state in move.before]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("machine", [BATCH, RUN])
def test_states_have_words_in_both_languages(machine):
    for one in machine.states:
        assert machine.label(one.code) == one.label != ""
        assert machine.label(one.code, "en") == one.label_en != ""


def test_what_is_not_in_the_table_does_not_happen():
    assert BATCH.after("received", "approve") is None
    assert BATCH.after("waiting", "approve") == "approved"
    assert RUN.after("published", "cancel") is None


def test_a_run_that_is_over_stays_so():
    over = {one.code for one in RUN.states} - set(UNDECIDED)
    assert not over & {state for move in RUN.moves for state in move.before}


def test_what_is_in_use_or_would_be_can_be_withdrawn():
    assert all(BATCH.after(state, "withdraw") == "withdrawn" for state in EFFECTIVE)
    assert "discarded" not in IN_HAND


@pytest.mark.parametrize("machine", [("berkas", BATCH), ("proses", RUN)])
def test_the_manual_draws_the_machine_as_it_is(machine, root):
    name, table = machine
    manual = root / "docs" / "explanation" / "perjalanan-berkas.md"
    assert table.diagram() in manual.read_text(encoding="utf-8"), name
