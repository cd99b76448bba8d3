"""A letter goes out once and is void for good."""

import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.correspondence import states


def test_every_state_of_the_table_has_words():
    for (before, _), after in states.TRANSITIONS.items():
        assert {before, after} <= set(states.STATES)


def test_the_manual_draws_the_table(root):
    page = (root / "docs" / "how-to" / "menulis-surat.md").read_text("utf-8")
    assert states.diagram() in page


@pytest.mark.parametrize(
    ("state", "verb"),
    [("sent", "send"), ("void", "void"), ("unsigned", "send"), ("sent", "unsign")],
)
def test_what_is_not_in_the_table_is_refused(state, verb):
    with pytest.raises(ActRefused):
        states.check(state, verb)
