"""Every machine: all states are reached, and the manual draws it as it is."""

import pytest
from tests.office_database import HOME  # first: it sets Django up


# isort: split
from naungan.casework.accounts.access import ActRefused
from naungan.casework.compliance import states


assert HOME
NOUNS = sorted(states.MACHINES)


@pytest.mark.parametrize("noun", NOUNS)
def test_every_state_is_reached_from_the_first(noun):
    machine = states.MACHINES[noun]
    reached = {machine.first}
    for _ in machine.states:
        for move in machine.moves:
            if reached & set(move.before):
                reached.add(move.after)
    assert reached == {one.code for one in machine.states}


@pytest.mark.parametrize("noun", NOUNS)
def test_a_verb_leads_from_a_state_to_one_only(noun):
    machine = states.MACHINES[noun]
    pairs = [(move.verb, before) for move in machine.moves for before in move.before]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("noun", NOUNS)
def test_the_manual_draws_the_machine(noun, root):
    page = (root / "docs" / "explanation" / "kasus-pemberi-kerja.md").read_text("utf-8")
    assert states.MACHINES[noun].diagram() in page


def test_what_is_not_in_the_table_is_refused():
    assert states.after("case", "settled", "reopen") == "open"
    with pytest.raises(ActRefused, match="sudah berubah"):
        states.after("case", "closed", "settle")
