"""What may become of a case and of what hangs on it: every state and every move.

One table per machine. Rules ask it, the manual draws it.
"""

from typing import Final

from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake.states import Machine, Move, State


CASE: Final = Machine(
    states=(
        State("open", "berjalan", "open"),
        State("settled", "dipenuhi", "fulfilled"),
        State("closed", "ditutup", "closed"),
    ),
    moves=(
        Move("settle", ("open",), "settled"),
        Move("close", ("open", "settled"), "closed"),
        Move("reopen", ("settled", "closed"), "open"),
    ),
)
"""A case: settled once the employer did what it owes, closed once nobody follows it."""

STEP: Final = Machine(
    states=(
        State("standing", "berlaku", "standing"),
        State(
            "unsigned", "suratnya menunggu tanda tangan", "its letter awaits signing"
        ),
        State("answered", "dijawab", "answered"),
        State("lapsed", "tenggangnya lewat", "its term ran out"),
        State("complied", "dipenuhi", "fulfilled"),
        State("lifted", "dicabut", "lifted"),
        State("withdrawn", "dibatalkan", "withdrawn"),
    ),
    moves=(
        Move("answer", ("standing",), "answered"),
        Move("lapse", ("standing", "answered"), "lapsed"),
        Move("await", ("standing", "lapsed"), "unsigned"),
        Move("notify", ("standing", "lapsed", "unsigned"), "standing"),
        Move("comply", ("standing", "unsigned", "answered", "lapsed"), "complied"),
        Move("lift", ("standing", "unsigned", "answered", "lapsed"), "lifted"),
        Move("withdraw", ("standing", "unsigned", "answered"), "withdrawn"),
    ),
)
"""A step that was taken: what is withdrawn counts as never taken.

A letter that goes out on a later day notifies the employer, and its term runs anew;
while it waits for its signature, no term runs.
"""

REPLY: Final = Machine(
    states=(
        State("in", "belum dipertimbangkan", "not yet considered"),
        State("considered", "dipertimbangkan", "considered"),
    ),
    moves=(Move("consider", ("in",), "considered"),),
)
"""An employer's answer: nothing further is decided before it is considered."""

HAND_OVER: Final = Machine(
    states=(
        State("sent", "menunggu jawaban", "waiting for an answer"),
        State("accepted", "diterima", "accepted"),
        State("rejected", "ditolak", "rejected"),
        State("returned", "dikembalikan", "given back"),
        State("withdrawn", "ditarik", "withdrawn"),
    ),
    moves=(
        Move("accept", ("sent",), "accepted"),
        Move("reject", ("sent",), "rejected"),
        Move("give_back", ("accepted",), "returned"),
        Move("withdraw", ("sent",), "withdrawn"),
    ),
)
"""A case on its way to another institution, which answers with a reason."""

MANDATE: Final = Machine(
    states=(
        State("prepared", "menunggu suratnya", "awaits its letter"),
        State("issued", "diterbitkan", "issued"),
        State("registered", "dicatat kejaksaan", "registered"),
        State("returned", "dikembalikan", "returned"),
        State("realised", "berhasil", "realised"),
        State("expired", "berakhir", "expired"),
    ),
    moves=(
        Move("deliver", ("prepared",), "issued"),
        Move("register", ("issued",), "registered"),
        Move("return", ("issued", "registered"), "returned"),
        Move("realise", ("issued", "registered"), "realised"),
        Move("expire", ("prepared", "issued", "registered"), "expired"),
    ),
)
"""A mandate (SKK) to the state attorney; a returned one is followed by a new one.

Its holder has it once its letter is signed, or where it was written elsewhere.
"""

MACHINES: Final = {
    "case": CASE,
    "step": STEP,
    "reply": REPLY,
    "hand_over": HAND_OVER,
    "mandate": MANDATE,
}
"""Every machine by its noun."""

RUNNING: Final = ("standing", "answered")
"""States of steps whose term runs: an answer does not stop it."""
IN_FORCE: Final = ("standing", "unsigned", "answered", "lapsed")
"""States of steps whose effect lasts."""
COUNTED: Final = (*IN_FORCE, "complied", "lifted")
"""States of steps that were taken, whatever became of them."""
DELIVERED: Final = ("issued", "registered")
"""States of mandates on which the state attorney still acts."""
ALIVE: Final = ("prepared", *DELIVERED)
"""States of mandates that did not end."""


def after(noun: str, state: str, verb: str) -> str:
    """Give the state to which a verb leads; refuse what the table does not hold."""
    machine = MACHINES[noun]
    found = machine.after(state, verb)
    if found is None:
        raise ActRefused("Ini tidak mungkin lagi: keadaannya sudah berubah.")
    return found
