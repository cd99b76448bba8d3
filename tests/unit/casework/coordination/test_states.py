"""Every state can be reached, and the manual draws every machine."""

import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination import states
from naungan.casework.coordination.states import MACHINES


@pytest.mark.parametrize("noun", MACHINES)
def test_every_state_can_be_reached_from_the_first(noun):
    machine = MACHINES[noun]
    reached = {machine.first}
    while new := {m.after for m in machine.moves if reached & {*m.before}} - reached:
        reached |= new
    assert reached == {one.code for one in machine.states}


@pytest.mark.parametrize("noun", MACHINES)
def test_the_manual_draws_the_machine(noun, root):
    page = (root / "docs" / "how-to" / "rapat.md").read_text("utf-8")
    assert MACHINES[noun].diagram() in page


def test_what_was_merged_stays_so_until_it_is_parted():
    for verb in {move.verb for move in MACHINES["event"].moves} - {"part"}:
        with pytest.raises(ActRefused, match="tidak mungkin"):
            states.after("event", "merged", verb)
