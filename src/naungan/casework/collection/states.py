"""What may become of a debt, a payment and a plan of instalments: every state and move.

A plan is judged each day and with each payment by what was paid in time: so it may turn
out kept or broken, and run again once a payment made in time was recorded late.
"""

from typing import Final

from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake.states import Machine, Move, State


DEBT: Final = Machine(
    states=(
        State("standing", "berlaku", "standing"),
        State("replaced", "diganti", "replaced"),
    ),
    moves=(Move("replace", ("standing",), "replaced"),),
)
"""A debt stands until another count replaces it."""

PAYMENT: Final = Machine(
    states=(
        State("standing", "berlaku", "standing"),
        State("void", "dibatalkan", "void"),
    ),
    moves=(Move("void", ("standing",), "void"),),
)
"""A payment stands until it is voided; nothing is taken out of the record."""

PLAN: Final = Machine(
    states=(
        State("running", "berjalan", "running"),
        State("kept", "ditepati", "kept"),
        State("broken", "ingkar", "broken"),
        State("replaced", "diganti", "replaced"),
    ),
    moves=(
        Move("keep", ("running", "broken"), "kept"),
        Move("break", ("running", "kept"), "broken"),
        Move("resume", ("broken", "kept"), "running"),
        Move("replace", ("running", "broken", "kept"), "replaced"),
    ),
)
"""A promise to pay in parts; one at most of a case is judged."""

MACHINES: Final = {"debt": DEBT, "payment": PAYMENT, "plan": PLAN}
"""Every machine by its noun."""
BECOMES: Final = {"kept": "keep", "broken": "break", "running": "resume"}
"""By which verb a judged plan comes into a state."""


def after(noun: str, state: str, verb: str) -> str:
    """Give the state to which a verb leads; refuse what the table does not hold."""
    machine = MACHINES[noun]
    found = machine.after(state, verb)
    if found is None:
        raise ActRefused(
            f"Ini tidak mungkin sekarang: keadaannya {machine.label(state)}."
        )
    return found
