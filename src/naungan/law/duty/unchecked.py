"""The duties that also bind the addressee but that no field of the question tells."""

from naungan.law.duty.situation import Found, Situation
from naungan.law.obligation import Obligation


_ALIKE = {"NON_ASN": ("PU", "NON_ASN")}  # staff of the state earn a wage as well


def unchecked(situation: Situation, duties: tuple[Found, ...]) -> tuple[str, ...]:
    """Name the other duties of the addressee by its segment, scale and kind."""
    checked = {one.code for one in duties}
    return tuple(
        code
        for code, duty in situation.reader.book.obligations.items()
        if code not in checked and binds(duty, situation)
    )


def binds(duty: Obligation, situation: Situation) -> bool:
    """Tell whether a duty binds the addressee on the day of the check."""
    segments = _ALIKE.get(situation.segment, (situation.segment,))
    return (
        duty.who in _bearers(situation)
        and bool(duty.bases_on(situation.day))
        and (not duty.applies_to or any(one in duty.applies_to for one in segments))
        and (not duty.scales or situation.scale in duty.scales)
        and (not duty.kinds or situation.kind in duty.kinds)
    )


def _bearers(situation: Situation) -> tuple[str, ...]:
    if not situation.employs:
        return ("participant",)
    if situation.kind == "government":
        return ("employer", "government")
    return ("employer",)
