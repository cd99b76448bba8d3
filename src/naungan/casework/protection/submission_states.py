"""What may happen to a village's proposal: one table, read by rule and page."""

from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.access import ActRefused


SUBMISSIONS: Final = {
    "prepared": _("disiapkan"),
    "forwarded": _("diteruskan"),
    "returned": _("dikembalikan"),
    "decided": _("ditetapkan"),
}
"""Every state of a proposal with its words, in the order of the work."""

TRANSITIONS: Final[dict[tuple[str, str], str]] = {
    ("prepared", "prepare"): "prepared",
    ("returned", "prepare"): "prepared",
    ("prepared", "forward"): "forwarded",
    ("forwarded", "send_back"): "returned",
    ("forwarded", "decide"): "decided",
}
"""To which state a verb leads from a state; what is not here may not happen."""

_REFUSED: Final = {
    "prepare": _("Usulan ini sudah diteruskan; minta dikembalikan untuk mengubahnya."),
    "forward": _("Siapkan dahulu berita acara musyawarahnya."),
    "send_back": _("Hanya usulan yang sudah diteruskan dapat dikembalikan."),
    "decide": _("Usulan ini belum diteruskan."),
}


def after(state: str, verb: str) -> str:
    """Give the state to which a verb leads; refuses what may not happen."""
    if (state, verb) not in TRANSITIONS:
        raise ActRefused(_REFUSED[verb])
    return TRANSITIONS[state, verb]


def diagram() -> str:
    """Draw the table as the manual shows it."""
    lines = ["stateDiagram-v2", "    [*] --> prepared"]
    lines += [
        f"    {state} --> {then}: {verb}" for (state, verb), then in TRANSITIONS.items()
    ]
    return "\n".join(lines) + "\n"
