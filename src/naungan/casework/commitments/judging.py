"""What follows from a promise's figures, each in one place: met, progress, late, verdict.

Nothing here touches the database; the one condition that lists need in it stands beside
its twin.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from django.db.models import Q

from naungan.lib.dates import month_end, month_of


HUNDRED: Final = Decimal(100)
SOON_DAYS: Final = 14
BEGUN: Final = 25
"""Percent of the way that no figure goes of itself."""


@dataclass(frozen=True)
class Aim:
    """Where a figure began and where it should go; `direction` is `up` or `down`."""

    direction: str
    target: Decimal | None
    baseline: Decimal | None = None


@dataclass(frozen=True)
class Told:
    """What somebody said of a promise, and on which day."""

    status: str
    on: date
    value: Decimal | None = None


def is_met(aim: Aim, value: Decimal | None) -> bool | None:
    """Tell whether a figure is where it should be; None where nobody can tell."""
    if aim.target is None or value is None:
        return None
    return value >= aim.target if aim.direction == "up" else value <= aim.target


def began_met(aim: Aim) -> bool:
    """Tell whether a figure was where it should be from the beginning."""
    return is_met(aim, aim.baseline) is True


def progress(aim: Aim, value: Decimal | None) -> Decimal | None:
    """Give the way made from the first figure to the target, in percent, rounded down.

    Less than nothing is possible, and more than everything. Without a first figure the
    way begins at nothing, where the figure is to rise; where it is to fall, nobody can
    tell. To a target that was met from the beginning there is no way while it is met.
    """
    start = aim.baseline
    if start is None and aim.direction == "up":
        start = Decimal(0)
    if aim.target is None or value is None or start is None:
        return None
    way = aim.target - start
    forward = way > 0 if aim.direction == "up" else way < 0
    if not forward:
        return None if is_met(aim, value) else Decimal(0)
    return ((value - start) * HUNDRED / way).to_integral_value(ROUND_FLOOR)


def expected(began_on: date, due_on: date | None, today: date) -> Decimal | None:
    """Give the part of its time that a promise has used, in percent; None without a day.

    Whoever goes straight from the first figure to the target is there today.
    """
    if due_on is None or due_on <= began_on:
        return None
    used = (min(max(today, began_on), due_on) - began_on).days
    return (used * HUNDRED / (due_on - began_on).days).to_integral_value(ROUND_FLOOR)


def verdict(
    aim: Aim, told: Told | None, value: Decimal | None, as_of: date | None
) -> str:
    """Tell what the data say of a claim: a code of `kinds.VERDICTS`.

    Data of before the claim judge nothing. A figure that was claimed is held against
    the one that was read: more good than was read is contradicted. So is what is done
    without the target being met, and what is not begun though it is met, or a quarter
    of the way is made.
    """
    if told is None:
        return ""
    met = is_met(aim, value)
    if value is None or as_of is None or as_of < told.on:
        return "waits"
    if told.value is not None and _is_better(aim, told.value, value):
        return "contradicted"
    if told.status == "done":
        return "agrees" if met is None or met else "contradicted"
    if told.status == "not_begun" and (met or _has_begun(aim, value)):
        return "contradicted"
    return "agrees"


def _has_begun(aim: Aim, value: Decimal) -> bool:
    way = None if aim.baseline is None else progress(aim, value)
    return way is not None and way >= BEGUN


def _is_better(aim: Aim, said: Decimal, read: Decimal) -> bool:
    return said > read if aim.direction == "up" else said < read


def came_late(met_on: date, due_on: date | None, *, by_month: bool) -> bool:
    """Tell whether a figure was first where it should be after its day.

    What speaks of whole months is in time with the month in which the day lies.
    """
    if due_on is None:
        return False
    last = month_end(month_of(due_on)) if by_month else due_on
    return met_on > last


def is_late(
    *, state: str, due_on: date | None, is_met: bool | None, today: date
) -> bool:
    """Tell whether a running promise is past its day and not met by the data."""
    return state == "open" and due_on is not None and due_on < today and not is_met


def late(today: date) -> Q:
    """Give the condition of `is_late` for lists of promises, or of who sees them."""
    return Q(state="open", due_on__lt=today) & ~Q(is_met=True)


def standing(
    *, state: str, due_on: date | None, is_met: bool | None, today: date
) -> str:
    """Tell where a promise stands: one code of `kinds.STANDINGS`."""
    if state != "open":
        return state
    late_now = is_late(state=state, due_on=due_on, is_met=is_met, today=today)
    return "late" if late_now else "running"


def lacks(
    *, owner: bool, due_on: date | None, indicator: str, target: Decimal | None
) -> tuple[str, ...]:
    """Name what a promise lacks: "owner", "day", and "indicator" or its "target"."""
    missing = {
        "owner": not owner,
        "day": due_on is None,
        "indicator": not indicator,
        "target": bool(indicator) and target is None,
    }
    return tuple(name for name, is_missing in missing.items() if is_missing)
