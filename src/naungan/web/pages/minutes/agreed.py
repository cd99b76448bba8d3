"""Commitments of a meeting in the words in which its papers say them, in Indonesian."""

from decimal import Decimal
from typing import Any, NamedTuple

from django.utils import translation

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import kinds, measuring, states, wording
from naungan.casework.commitments.models import Claim, Commitment
from naungan.casework.commitments.queries import meeting
from naungan.casework.commitments.queries.meeting import Line
from naungan.casework.commitments.queries.since import Stood
from naungan.casework.coordination.gathering import Agreed
from naungan.casework.coordination.models import Event
from naungan.lib.dates import format_date
from naungan.lib.numbers import format_number
from naungan.web.pages.promises import presenter


NOBODY = "belum ditetapkan"
NO_DAY = "tanpa tenggat"
NO_MEASURE = "tanpa ukuran"


def agreed_at(scope: Scope, event: Event) -> list[Agreed]:
    """Say what was agreed at a meeting: what, by whom, by when, measured how."""
    lines = meeting.lines(scope, [event.pk], clock.today())
    ordered = sorted(lines, key=lambda line: line.commitment.pk)
    return [_agreed(line) for line in ordered]


def _agreed(line: Line) -> Agreed:
    one = line.commitment
    return Agreed(
        what=one.what,
        owner=owner(one),
        due=due(one) or NO_DAY,
        measure=_measure(one),
        open_ended=line.is_open_ended,
        ended=_ended(one),
    )


def _ended(one: Commitment) -> str:
    """Say since when, and why, a commitment binds no more; "" while it does."""
    if one.state not in ("dropped", "replaced"):
        return ""
    state = states.COMMITMENT.label(one.state)
    day = f" sejak {format_date(one.closed_on)}" if one.closed_on else ""
    return f"{state}{day}, alasan: {one.closing_text.strip().removesuffix('.')}."


def owner(one: Commitment) -> str:
    """Name who answers for a commitment."""
    house = one.owner_institution.name if one.owner_institution else one.owner_name
    return ", ".join(part for part in (one.owner_person, house) if part) or NOBODY


def due(one: Commitment) -> str:
    """Say by when: the day, or the words in which it was said."""
    return format_date(one.due_on) if one.due_on else one.due_words


def _measure(one: Commitment) -> str:
    """Say by which figure a commitment is judged, from where to where."""
    indicator = measuring.indicator_of(one)
    if indicator is None:
        return NO_MEASURE
    with translation.override("id"):
        said = wording.measure(one, indicator, "id")
        if one.baseline is not None:
            said += f", dari {_amount(one.baseline, indicator.unit)}"
        if one.target is not None:
            said += f", sasaran {_amount(one.target, indicator.unit)}"
    return said


def _amount(value: Decimal, unit: str) -> str:
    """Write a figure as papers do: a percent without a space."""
    return wording.amount(value, unit).replace(" %", "%")


class Known(NamedTuple):
    """What a meeting before knew of a commitment, and how papers call that meeting."""

    meeting: str
    stood: Stood


def told(line: Line, before: Known | None, claim: Claim | None) -> dict[str, Any]:
    """Say of a commitment what a pack draws: where it stands, how far, and what is denied.

    `before` is what the meeting before knew of it, `claim` what was claimed last of it.
    """
    one, today = line.commitment, clock.today()
    with translation.override("id"):
        shown = presenter.row(one, today)
        badge = presenter.standing_badge(line, today)
        denied = _denied(line, claim, shown.measured)
    return {
        "number": one.pk,
        "what": one.what,
        "owner": owner(one),
        "due": due(one) or NO_DAY,
        "badge": {"text": badge.text, "tone": badge.tone, "icon": badge.icon},
        "measured": shown.measured or NO_MEASURE,
        "since": _since(one, before),
        "width": shown.width,
        "place": shown.place,
        "denied": denied,
    }


def _since(one: Commitment, before: Known | None) -> str:
    """Say of which day a figure is, and how far it moved since the meeting before."""
    indicator = measuring.indicator_of(one)
    if indicator is None or one.value is None or one.as_of is None:
        return ""
    day = f"per {format_date(one.as_of)}"
    if before is None:
        return day
    with translation.override("id"):
        return f"{day}; {_moved(before, one.value, indicator.unit)}"


def _denied(line: Line, claim: Claim | None, measured: str) -> str:
    """Say what was claimed and what the data say instead; "" where nothing is denied."""
    one = line.commitment
    if not line.is_contradicted:
        return ""
    if claim is None or one.state == "kept":
        day = f" pada {format_date(one.closed_on)}" if one.closed_on else ""
        return f"Dicatat dipenuhi{day}; data: {measured}."
    said = kinds.label(kinds.CLAIMS, claim.status)
    indicator = measuring.indicator_of(one)
    if claim.value is not None and indicator is not None:
        said = f"{said} ({_amount(claim.value, indicator.unit)})"
    day = format_date(claim.claimed_on)
    return f"Dinyatakan {said} pada {day}; data: {measured}."


def _moved(before: Known, now: Decimal, unit: str) -> str:
    """Say how a figure moved: "72.298 → 74.630 orang, naik 2.332 orang sejak rapat …"."""
    was = before.stood.value
    by = now - was
    if not by:
        return f"tetap sejak {before.meeting}"
    said = (
        f"{format_number(abs(by), 2)} poin persen"
        if unit == "percent"
        else _amount(abs(by), unit)
    )
    moved = f"{_amount(was, unit)} → {_amount(now, unit)}"
    return f"{moved}, {'naik' if by > 0 else 'turun'} {said} sejak {before.meeting}"
