"""The table of states: all are reached, none is skipped, the manual draws it."""

from tests.office_database import HOME  # first: it sets Django up


# isort: split
import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.protection import states


assert HOME


def reached(*, without=()):
    """Give every state that is reached from the first when some are closed."""
    found = {"proposed"} - set(without)
    for _ in states.STATES:
        for (state, _verb), after in states.TRANSITIONS.items():
            if state in found:
                found |= set(after) - set(without)
    return found


def test_every_state_is_reached_from_the_first():
    assert reached() == set(states.STATES)


@pytest.mark.parametrize("step", ["valid", "decided", "budgeted", "enrolled"])
def test_nobody_is_covered_by_a_way_around_a_step(step):
    assert not reached(without=(step,)) & set(states.COVERED)


def test_open_taken_and_ended_partition_the_states():
    parts = (states.OPEN, states.TAKEN, states.ENDED)
    assert sum(map(len, parts)) == len(states.STATES)
    assert set().union(*parts) == set(states.STATES)


def test_what_is_not_in_the_table_is_refused_with_a_sentence():
    for _, verb in states.TRANSITIONS:
        with pytest.raises(ActRefused):
            states.check("withdrawn", verb)


def test_the_manual_draws_the_table(root):
    name = "perlindungan-pekerja-rentan.md"
    page = (root / "docs" / "explanation" / name).read_text("utf-8")
    assert states.diagram() in page
