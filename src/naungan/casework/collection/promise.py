"""Whether an instalment plan is kept: each instalment by the day after which it is not.

An instalment is met once everything paid since the plan was signed reaches the sum
of the instalments up to it, by the day on which collection would be opened again.
Paying earlier, or more at once, keeps the later ones too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final


STATES: Final = ("running", "kept", "broken")


@dataclass(frozen=True)
class Promised:
    """One instalment: when it is due, how much, after which day it is broken."""

    number: int
    due_on: date
    amount_idr: int
    reopens_on: date


@dataclass(frozen=True)
class Judged:
    """How a plan stands on a day, and which instalment broke it first."""

    state: str
    broken_by: Promised | None = None


@dataclass(frozen=True)
class Line:
    """One instalment as it stands: what reached it, and in which state it is."""

    promised: Promised
    reached_idr: int
    state: str

    @property
    def left_idr(self) -> int:
        """What is still lacking of it."""
        return self.promised.amount_idr - self.reached_idr


def judge(
    plan: Sequence[Promised], paid: Sequence[tuple[date, int]], today: date
) -> Judged:
    """Judge a plan by what was paid since it was signed, as (day, rupiah)."""
    total = sum(one.amount_idr for one in plan)
    up_to = 0
    for one in plan:
        up_to += one.amount_idr
        in_time = sum(amount for on, amount in paid if on <= one.reopens_on)
        if today > one.reopens_on and in_time < up_to:
            return Judged("broken", one)
    if sum(amount for on, amount in paid if on <= today) >= total:
        return Judged("kept")
    return Judged("running")


def lines(
    plan: Sequence[Promised], paid: Sequence[tuple[date, int]], today: date
) -> list[Line]:
    """Lay what was paid over the instalments, the earliest first.

    The states are `met`, `late` (past its last day), `due` (past its day, not yet
    past the last) and `ahead`.
    """
    rest = sum(amount for on, amount in paid if on <= today)
    found = []
    for one in plan:
        reached = min(rest, one.amount_idr)
        rest -= reached
        found.append(Line(one, reached, _state(one, reached, today)))
    return found


def _state(one: Promised, reached_idr: int, today: date) -> str:
    if reached_idr >= one.amount_idr:
        return "met"
    if today > one.reopens_on:
        return "late"
    return "due" if today > one.due_on else "ahead"
