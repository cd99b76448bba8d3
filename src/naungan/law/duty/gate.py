"""What a service counter is told about an addressee, and whether that blocks.

By national law only a missing membership and a sanction in force hold a service
back; arrears alone need a local rule, which an office lays over the list.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.law.answer import Used
from naungan.law.duty.past import Taken
from naungan.law.duty.payment import CODES as PAYING
from naungan.law.duty.situation import BROKEN, Found, Situation


NOT_REGISTERED: Final = "not_registered"
INACTIVE: Final = "registered_inactive"
PARTIAL: Final = "partial"
ACTIVE: Final = "active"
WITHHELD: Final = "tmp2t_on"
LIFTED: Final = "tmp2t_lifted"
ANSWERS: Final = (NOT_REGISTERED, INACTIVE, PARTIAL, ACTIVE, WITHHELD, LIFTED)
"""Every answer that a counter may get."""

_BLOCKING: Final = "public_services/blocking_answers"


@dataclass(frozen=True)
class Gate:
    """The answer, the state of membership beneath it, and whether it blocks."""

    answer: str
    membership: str
    blocks: bool
    letter: str | None
    since: date | None
    used: Used


def gate_on(
    situation: Situation, duties: tuple[Found, ...], past: tuple[Taken, ...]
) -> Gate:
    """Answer a counter on the day of the check."""
    membership = _membership(situation, duties)
    sanction = _sanction(past)
    answer = membership
    if sanction is not None:
        answer = WITHHELD if sanction.step.code == "tmp2t" else LIFTED
    blocking = situation.reader.at(_BLOCKING, situation.day, tuple)
    return Gate(
        answer=answer,
        membership=membership,
        blocks=answer in blocking.value or membership in blocking.value,
        letter=sanction.letter if sanction else None,
        since=sanction.on if sanction else None,
        used=blocking.used,
    )


def _membership(situation: Situation, duties: tuple[Found, ...]) -> str:
    if not situation.registered:
        return NOT_REGISTERED
    broken = {one.code for one in duties if one.state == BROKEN}
    if broken & PAYING:
        return INACTIVE
    return PARTIAL if broken else ACTIVE


def _sanction(past: tuple[Taken, ...]) -> Taken | None:
    """Give the sanction in force, or its lifting, whichever came last."""
    found = [one for one in past if one.step.code in ("tmp2t", "tmp2t_lifting")]
    return found[-1] if found else None
