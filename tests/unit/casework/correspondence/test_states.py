"""A letter goes out once and is void for good."""

import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.correspondence import states


def test_every_state_of_the_table_has_words():
    for (before, _), after in states.TRANSITIONS.items():
        assert {before, after} <= set(states.STATES)


@pytest.mark.parametrize(("state", "verb"), [("sent", "send"), ("void", "void")])
def test_what_is_not_in_the_table_is_refused(state, verb):
    with pytest.raises(ActRefused):
        states.check(state, verb)
