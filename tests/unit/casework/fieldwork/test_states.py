"""The table of states is whole: every state is reached, every verb says why not."""

import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.fieldwork import states
from naungan.casework.fieldwork.outcomes import OUTCOMES


VERBS = {verb for _, verb in states.TRANSITIONS}


def test_every_state_but_the_first_is_reached_and_none_is_unknown():
    reached = {state for after in states.TRANSITIONS.values() for state in after}
    assert reached == set(states.STATES) - {"assigned"}
    assert {state for state, _ in states.TRANSITIONS} <= set(states.STATES)


@pytest.mark.parametrize("verb", sorted(VERBS))
@pytest.mark.parametrize("state", sorted(states.STATES))
def test_a_verb_happens_exactly_where_the_table_says(state, verb):
    if states.may(state, verb):
        assert states.check(state, verb) is None
        return
    with pytest.raises(ActRefused, match=r"\.$"):
        states.check(state, verb)


@pytest.mark.parametrize("outcome", sorted(OUTCOMES))
def test_an_outcome_leads_where_the_table_allows(outcome):
    assert states.after_visit(outcome) in states.TRANSITIONS["assigned", "visit"]
