"""The table of a village's proposal: all states are reached, the manual draws it."""

from tests.office_database import HOME  # first: it sets Django up


# isort: split
import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.protection import submission_states


assert HOME


def test_every_state_is_reached_from_the_first():
    found = {"prepared"}
    for _ in submission_states.SUBMISSIONS:
        for (state, _verb), after in submission_states.TRANSITIONS.items():
            if state in found:
                found.add(after)
    assert found == set(submission_states.SUBMISSIONS)


def test_what_was_sent_on_is_not_written_anew():
    with pytest.raises(ActRefused, match="dikembalikan"):
        submission_states.after("forwarded", "prepare")


def test_every_verb_that_may_not_happen_has_its_sentence():
    verbs = {verb for _state, verb in submission_states.TRANSITIONS}
    for verb in verbs:
        with pytest.raises(ActRefused):
            submission_states.after("decided", verb)


def test_the_manual_draws_the_table(root):
    name = "perlindungan-pekerja-rentan.md"
    page = (root / "docs" / "explanation" / name).read_text("utf-8")
    assert submission_states.diagram() in page
