"""What a quota means: at least, exactly or at most so many people."""

from typing import Final

from django.utils.translation import gettext_noop as _


POLICIES: Final = {
    "at_least": _("sedikitnya"),
    "exactly": _("tepat"),
    "at_most": _("sebanyak-banyaknya"),
}
"""Every policy with its words."""

CAPPED: Final = ("exactly", "at_most")
"""Policies under which whoever comes after the last place waits in the reserve."""


def standing(policy: str, people: int, listed: int) -> str:
    """Tell whether a list is `short`, has `room`, `met` its quota or is `over` it."""
    if listed < people:
        return "room" if policy == "at_most" else "short"
    if listed > people and policy in CAPPED:
        return "over"
    return "met"
