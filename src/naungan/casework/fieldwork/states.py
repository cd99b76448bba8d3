"""What may happen to an assignment in which state: one table, read by rule and page.

An assignment begins `assigned`. A visit makes it `visited` where its outcome leaves
something to do, `done` where it does not. Correcting a visit judges it anew. Whoever
assigned may take back what is not done.
"""

from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.access import ActRefused
from naungan.casework.fieldwork.outcomes import OUTCOMES


STATES: Final = {
    "assigned": _("ditugaskan"),
    "visited": _("dikunjungi, belum selesai"),
    "done": _("selesai"),
    "withdrawn": _("ditarik"),
}
"""Every state with its words."""

OPEN: Final = ("assigned", "visited")
"""States in which an officer still has something to do."""

TRANSITIONS: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("assigned", "visit"): ("visited", "done"),
    ("visited", "visit"): ("visited", "done"),
    ("visited", "correct"): ("visited", "done"),
    ("done", "correct"): ("visited", "done"),
    ("assigned", "withdraw"): ("withdrawn",),
    ("visited", "withdraw"): ("withdrawn",),
}
"""To which states a verb leads from a state; what is not here may not happen."""

_REFUSED: Final = {
    "visit": _(
        "Penugasan ini sudah selesai atau ditarik; perbaiki kunjungan terakhir."
    ),
    "correct": _("Penugasan ini belum dikunjungi atau sudah ditarik."),
    "withdraw": _("Penugasan ini sudah selesai atau sudah ditarik."),
}


def may(state: str, verb: str) -> bool:
    """Tell whether a verb may happen in a state."""
    return (state, verb) in TRANSITIONS


def check(state: str, verb: str) -> None:
    """Refuse a verb that may not happen in a state."""
    if not may(state, verb):
        raise ActRefused(_REFUSED[verb])


def after_visit(outcome: str) -> str:
    """Give the state in which an outcome leaves an assignment."""
    return "done" if OUTCOMES[outcome].ends else "visited"
