"""Commitments of a meeting in the words in which its papers say them, in Indonesian."""

from decimal import Decimal

from django.utils import translation

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import kinds, measuring, wording
from naungan.casework.commitments.models import Commitment
from naungan.casework.commitments.queries import meeting
from naungan.casework.commitments.queries.meeting import Line
from naungan.casework.commitments.queries.since import Stood
from naungan.casework.coordination.gathering import Agreed
from naungan.casework.coordination.models import Event
from naungan.lib.dates import format_date
from naungan.lib.numbers import format_number


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
    )


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
        said = indicator.said("id")[0]
        if one.baseline is not None:
            said += f", dari {_amount(one.baseline, indicator.unit)}"
        if one.target is not None:
            said += f", sasaran {_amount(one.target, indicator.unit)}"
    return said


def _amount(value: Decimal, unit: str) -> str:
    """Write a figure as papers do: a percent without a space."""
    return wording.amount(value, unit).replace(" %", "%")


def measured(line: Line, before: Stood | None = None) -> str:
    """Say where a commitment stands by the data, and where what was said differs.

    `before` is what the data said of it at the meeting before.
    """
    one = line.commitment
    indicator = measuring.indicator_of(one)
    told = [_standing(line)]
    if indicator is None:
        told.append(NO_MEASURE)
    elif one.value is None or one.as_of is None:
        told.append("belum terbaca dari data")
    else:
        with translation.override("id"):
            told.append(
                f"{_amount(one.value, indicator.unit)} per {format_date(one.as_of)}"
            )
            if before is not None and before.as_of < one.as_of:
                told.append(_moved(one.value - before.value, before, indicator.unit))
            if one.target is not None:
                told.append(f"sasaran {_amount(one.target, indicator.unit)}")
    if line.progress is not None:
        told.append(f"{format_number(line.progress, 0)}% dari jalannya")
    if line.is_contradicted:
        told.append("pernyataan selesai dibantah data")
    return "; ".join(told)


def _standing(line: Line) -> str:
    """Say where a commitment stands; one that runs and is met has reached its target."""
    if line.standing == "running" and line.commitment.is_met:
        return "Sasaran tercapai"
    return kinds.label(kinds.STANDINGS, line.standing).capitalize()


def _moved(by: Decimal, before: Stood, unit: str) -> str:
    """Say by how much a figure moved since a day: "naik 18.071 orang sejak 30 Juni 2024"."""
    day = format_date(before.as_of)
    if not by:
        return f"tetap sejak {day}"
    said = (
        f"{format_number(abs(by), 2)} poin persen"
        if unit == "percent"
        else _amount(abs(by), unit)
    )
    return f"{'naik' if by > 0 else 'turun'} {said} sejak {day}"
