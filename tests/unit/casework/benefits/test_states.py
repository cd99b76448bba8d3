"""The table of a claim: all states are reached, none is skipped, the manual draws it."""

from tests.office_database import HOME  # first: it sets Django up


# isort: split
import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.benefits import states
from naungan.casework.benefits.queries.claims import GROUPS
from naungan.casework.benefits.states import CLAIM


assert HOME
CODES = {one.code for one in CLAIM.states}


def reached(*, without=()):
    """Give every state that is reached from the first when some are closed."""
    found = {CLAIM.first} - set(without)
    for _ in CODES:
        for move in CLAIM.moves:
            if found & set(move.before):
                found |= {move.after} - set(without)
    return found


def test_every_state_is_reached_from_the_first():
    assert reached() == CODES


def test_nothing_is_paid_by_a_way_around_a_decision():
    assert not reached(without=("approved", "employer")) & set(states.SETTLED)
    assert "approved" not in reached(without=("complete",))
    assert "handed_over" not in reached(without=("paid",))


def test_open_settled_and_over_partition_the_states():
    parts = (states.OPEN, states.SETTLED, states.OVER)
    assert sum(map(len, parts)) == len(CODES)
    assert set().union(*parts) == CODES
    assert set(GROUPS["open"] + GROUPS["settled"] + GROUPS["over"]) == CODES


def test_a_refused_claim_can_be_opened_again_by_an_objection():
    assert states.after("refused", "object") == "collecting"
    with pytest.raises(ActRefused):
        states.after("withdrawn", "object")


def test_the_manual_draws_the_table(root):
    page = (root / "docs" / "explanation" / "klaim-dan-penyerahan.md").read_text(
        "utf-8"
    )
    assert CLAIM.diagram() in page
    for one in CLAIM.states:
        assert f"| `{one.code}` | {one.label} |" in page
