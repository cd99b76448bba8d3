"""What may become of a batch and of a run: every state, every move, in one table.

A move is a verb with the states from which it leads and the state to which; what
is not in the table does not happen. `rules.py` asks it, the manual draws it.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class State:
    """A state with its words in both languages."""

    code: str
    label: str
    label_en: str


@dataclass(frozen=True)
class Move:
    """What a verb does: from any of some states to one."""

    verb: str
    before: tuple[str, ...]
    after: str


@dataclass(frozen=True)
class Machine:
    """All states of one kind of thing and every move between them."""

    states: tuple[State, ...]
    moves: tuple[Move, ...]

    def after(self, state: str, verb: str) -> str | None:
        """Give the state to which a verb leads from a state; None where it may not."""
        for move in self.moves:
            if move.verb == verb and state in move.before:
                return move.after
        return None

    def label(self, code: str, language: str = "id") -> str:
        """Give the words of a state."""
        found = next(one for one in self.states if one.code == code)
        return found.label_en if language == "en" else found.label

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Give the states as the framework wants them."""
        return [(one.code, one.label) for one in self.states]

    def diagram(self) -> str:
        """Draw the machine as the text of a Mermaid diagram."""
        lines = [
            f"    {state} --> {move.after}: {move.verb}"
            for move in self.moves
            for state in move.before
        ]
        return "\n".join(["stateDiagram-v2", f"    [*] --> {self.first}", *lines])

    @property
    def first(self) -> str:
        """The state in which everything begins."""
        return self.states[0].code


BATCH: Final = Machine(
    states=(
        State("received", "diterima", "received"),
        State("mapped", "kolom dipetakan", "columns mapped"),
        State("tried", "diuji coba", "tried out"),
        State("waiting", "menunggu persetujuan", "waiting for approval"),
        State("approved", "dipakai", "in use"),
        State("replaced", "digantikan", "replaced"),
        State("withdrawn", "dicabut", "withdrawn"),
        State("refused", "ditolak", "refused"),
        State("discarded", "dibuang", "discarded"),
    ),
    moves=(
        Move("map", ("received", "mapped", "tried"), "mapped"),
        Move("try_out", ("mapped", "tried"), "tried"),
        Move("submit", ("tried",), "waiting"),
        Move("recall", ("waiting",), "tried"),
        Move("approve", ("waiting",), "approved"),
        Move("refuse", ("waiting",), "refused"),
        Move("give_way", ("approved",), "replaced"),
        Move("come_back", ("replaced",), "approved"),
        Move("withdraw", ("approved", "replaced"), "withdrawn"),
        Move("restore", ("withdrawn",), "waiting"),
        Move("discard", ("received", "mapped", "tried", "refused"), "discarded"),
        Move("pick_up", ("discarded",), "received"),
    ),
)
"""A file from its arrival to the end of its effect."""

RUN: Final = Machine(
    states=(
        State("queued", "menunggu giliran", "queued"),
        State("running", "berjalan", "running"),
        State("held", "ditahan", "held"),
        State("published", "terbit", "published"),
        State("dropped", "tidak diterbitkan", "not published"),
        State("failed", "gagal", "failed"),
        State("cancelled", "dibatalkan", "cancelled"),
        State("awaiting", "menunggu daftar peserta", "waiting for members"),
    ),
    moves=(
        Move("start", ("queued", "running"), "running"),
        Move("publish", ("running",), "published"),
        Move("hold", ("running",), "held"),
        Move("release", ("held",), "published"),
        Move("drop", ("held",), "dropped"),
        Move("fail", ("queued", "running"), "failed"),
        Move("cancel", ("queued", "running"), "cancelled"),
        Move("wait", ("running",), "awaiting"),
    ),
)
"""A reconciliation of a region; begun again by a living worker when one died.

What would change the figures sharply is held until somebody publishes or drops it.
The first of a region waits where nobody is known yet to be a member: not known is no
zero. A list of members begins another.
"""

IN_HAND: Final = ("received", "mapped", "tried", "waiting", "approved")
"""States of batches of which a second copy in the series would be a mistake."""
EFFECTIVE: Final = ("approved", "replaced")
"""States of batches that are input, or would be but for a later one."""
OPEN_RUNS: Final = ("queued", "running")
"""States of runs on which a worker works, or will."""
UNDECIDED: Final = (*OPEN_RUNS, "held")
"""States of runs that are not over; of a region at most one is in each."""
