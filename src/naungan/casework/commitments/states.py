"""What may become of a promise, and of an activity under it: every state and every move."""

from typing import Final

from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake.states import Machine, Move, State


COMMITMENT: Final = Machine(
    states=(
        State("open", "berjalan", "running"),
        State("kept", "dipenuhi", "kept"),
        State("dropped", "tidak dilanjutkan", "dropped"),
        State("replaced", "digantikan", "replaced"),
    ),
    moves=(
        Move("keep", ("open",), "kept"),
        Move("abandon", ("open",), "dropped"),
        Move("replace", ("open",), "replaced"),
        Move("reopen", ("kept", "dropped"), "open"),
    ),
)
"""A promise: kept once its keeper says so, whatever the data say beside it."""

ACTIVITY: Final = Machine(
    states=(
        State("planned", "direncanakan", "planned"),
        State("done", "dikerjakan", "done"),
        State("dropped", "dibatalkan", "cancelled"),
    ),
    moves=(
        Move("carry_out", ("planned",), "done"),
        Move("abandon", ("planned",), "dropped"),
        Move("reopen", ("done", "dropped"), "planned"),
    ),
)
"""One piece of the work that a promise asks for."""

MACHINES: Final = {"commitment": COMMITMENT, "activity": ACTIVITY}
"""Every machine by its noun."""

MEASURED: Final = ("open", "kept")
"""States in which the data are still read: what was kept may slip back."""


def after(noun: str, state: str, verb: str) -> str:
    """Give the state to which a verb leads; refuse what the table does not hold."""
    found = MACHINES[noun].after(state, verb)
    if found is None:
        raise ActRefused("Ini tidak mungkin lagi: keadaannya sudah berubah.")
    return found
