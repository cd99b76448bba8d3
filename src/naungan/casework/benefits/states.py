"""What may become of a claim: every state and every move, in one table.

Rules ask it, pages show the moves that are open, the manual draws it.
"""

from typing import Final

from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake.states import Machine, Move, State


CLAIM: Final = Machine(
    states=(
        State("reported", "dilaporkan", "reported"),
        State("collecting", "berkas dikumpulkan", "papers being collected"),
        State("complete", "berkas lengkap", "papers complete"),
        State("approved", "disetujui", "approved"),
        State("employer", "ditanggung pemberi kerja", "owed by the employer"),
        State("paid", "dibayar", "paid"),
        State("handed_over", "diserahkan", "handed over"),
        State("refused", "ditolak", "refused"),
        State("withdrawn", "ditarik", "withdrawn"),
    ),
    moves=(
        Move("receive", ("reported",), "collecting"),
        Move("complete", ("collecting",), "complete"),
        Move("ask_more", ("complete",), "collecting"),
        Move("approve", ("complete",), "approved"),
        Move("undo", ("approved",), "complete"),
        Move("burden", ("collecting", "complete"), "employer"),
        Move("pay", ("approved", "employer"), "paid"),
        Move("hand_over", ("paid",), "handed_over"),
        Move("refuse", ("collecting", "complete"), "refused"),
        Move("object", ("refused", "employer"), "collecting"),
        Move("withdraw", ("reported", "collecting"), "withdrawn"),
    ),
)
"""A claim: nothing is approved before the papers are complete, nor paid before that."""

WITH_THE_BRANCH: Final = ("reported", "complete", "approved")
"""States in which the branch has the next step."""
WITH_THE_FAMILY: Final = ("collecting",)
"""States in which papers are missing."""
OPEN: Final = (*WITH_THE_BRANCH, *WITH_THE_FAMILY, "employer")
"""States in which somebody still waits for money."""
SETTLED: Final = ("paid", "handed_over")
"""States in which the money came; only these count as paid."""
OVER: Final = ("refused", "withdrawn")
"""States in which nothing was paid and nothing more is done."""


def may(state: str, verb: str) -> bool:
    """Tell whether a verb may happen in a state."""
    return CLAIM.after(state, verb) is not None


def after(state: str, verb: str) -> str:
    """Give the state to which a verb leads; refuse what the table does not hold."""
    found = CLAIM.after(state, verb)
    if found is None:
        raise ActRefused("Ini tidak mungkin lagi: keadaan klaimnya sudah lain.")
    return found
