"""What may become of an event and of what hangs on it: every state and every move.

One table per machine. Rules ask it, the manual draws it.
"""

from typing import Final

from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake.states import Machine, Move, State


EVENT: Final = Machine(
    states=(
        State("draft", "konsep", "draft"),
        State("planned", "direncanakan", "planned"),
        State("invited", "diundang", "invited"),
        State("held", "dilaksanakan", "held"),
        State("minuted", "dinotulenkan", "minuted"),
        State("approved", "disahkan", "approved"),
        State("cancelled", "batal", "cancelled"),
        State("merged", "disatukan", "merged"),
    ),
    moves=(
        Move("plan", ("draft", "cancelled"), "planned"),
        Move("invite", ("planned", "invited"), "invited"),
        Move("convene", ("draft", "planned", "invited"), "held"),
        Move("draft_minutes", ("held", "minuted", "approved"), "minuted"),
        Move("approve", ("minuted",), "approved"),
        Move("reopen", ("minuted", "approved"), "held"),
        Move("cancel", ("draft", "planned", "invited"), "cancelled"),
        Move("merge", ("draft", "planned", "invited", "held"), "merged"),
        Move("part", ("merged",), "draft"),
    ),
)
"""A meeting, from a first thought or a report read to minutes that all approved."""

RECOMMENDATION: Final = Machine(
    states=(
        State("open", "menunggu", "open"),
        State("taken_up", "menjadi komitmen", "taken up"),
        State("declined", "tidak diambil", "declined"),
    ),
    moves=(
        Move("take_up", ("open", "declined"), "taken_up"),
        Move("decline", ("open",), "declined"),
        Move("reopen", ("taken_up", "declined"), "open"),
    ),
)
"""A recommendation: somebody takes it up, or says why not."""

PLAN: Final = Machine(
    states=(
        State("draft", "konsep", "draft"),
        State("agreed", "disepakati", "agreed"),
        State("dropped", "dihentikan", "dropped"),
    ),
    moves=(
        Move("agree", ("draft",), "agreed"),
        Move("drop", ("draft", "agreed"), "dropped"),
        Move("reopen", ("agreed", "dropped"), "draft"),
    ),
)
"""A joint plan of several institutions."""

MACHINES: Final = {"event": EVENT, "recommendation": RECOMMENDATION, "plan": PLAN}
"""Every machine by its noun."""

TOOK_PLACE: Final = ("held", "minuted", "approved")
"""States of events that took place."""
DRAFTED: Final = ("minuted", "approved")
"""States in which minutes stand, and may be opened again."""
AT_TABLE: Final = ("planned", "invited", "held")
"""States in which the list of attendance is written."""


def after(noun: str, state: str, verb: str) -> str:
    """Give the state to which a verb leads; refuse what the table does not hold."""
    found = MACHINES[noun].after(state, verb)
    if found is None:
        raise ActRefused("Ini tidak mungkin lagi: keadaannya sudah berubah.")
    return found
