"""Every state can be reached, and only the moves of the table happen."""

import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.collection.states import BECOMES, MACHINES, after


@pytest.mark.parametrize("noun", MACHINES)
def test_every_state_can_be_reached_from_the_first(noun):
    machine = MACHINES[noun]
    reached = {machine.first}
    while new := {m.after for m in machine.moves if reached & {*m.before}} - reached:
        reached |= new
    assert reached == {one.code for one in machine.states}


@pytest.mark.parametrize("noun", MACHINES)
def test_the_manual_draws_the_machine(noun, root):
    page = (root / "docs" / "explanation" / "kasus-pemberi-kerja.md").read_text("utf-8")
    assert MACHINES[noun].diagram() in page


def test_a_judged_plan_comes_into_its_state_by_a_verb_of_the_table():
    for state, verb in BECOMES.items():
        moves = [move for move in MACHINES["plan"].moves if move.verb == verb]
        assert [move.after for move in moves] == [state]


def test_what_was_replaced_or_voided_stays_so():
    with pytest.raises(ActRefused, match="diganti"):
        after("debt", "replaced", "replace")
    with pytest.raises(ActRefused, match="diganti"):
        after("plan", "replaced", "keep")
    with pytest.raises(ActRefused, match="dibatalkan"):
        after("payment", "void", "void")
