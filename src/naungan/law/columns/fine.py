"""Late fines of millions of months: due day, months of delay and fine of every row.

Rows of one segment, programme and contribution month share a plan, read from the
law by the code that answers a single question; days are counted here as whole
numbers from 1 January 1970, so that every row equals the answer of one case.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from naungan.law.columns.contribution_plan import SURENESS, rank_of
from naungan.law.columns.exact import MOST, Column, rates
from naungan.law.due import due_day
from naungan.law.fine.delay import PATH as PART_OF_MONTH, added_months
from naungan.law.fine.fields import FIELDS
from naungan.law.fine.late import HANDOVER
from naungan.law.fine.question import assume
from naungan.law.fine.rate import SETTLE_BY, rate
from naungan.law.question import Facts, read_facts
from naungan.law.reader import Reader
from naungan.law.rounding import RULES, times
from naungan.law.words import Words


__all__ = ["AMOUNTS", "SURENESS", "Plan", "evaluate", "plan_of"]

AMOUNTS: Final = ("amount",)
"""The fields that differ from row to row; `paid_on` may too, as days from 1970."""

DAY_ZERO: Final = date(1970, 1, 1)
ROUNDING: Final = "rounding/fine"
_ALONE: Final = ("payments", "deferred", "second_warning_ended_on")
_NEVER: Final = MOST
_NONE: Final = ((0, 0),)
MOST_KEPT: Final = 4_096  # months by programme, segment and relief, of several books


@dataclass(frozen=True)
class Plan:
    """What rows of one month share, days counted from 1970.

    Up to `settle_by` the fine is `early` a month, after it `late`; `stop` ends the
    count. `paid_on` is used where the rows state no day of their own. Doubts are
    ranks in SURENESS: of the due day and the early or late rate, of a handover on
    `handed_over_on`, and of the rules for begun months and rounding by their days. `assumed` holds what was taken of a question with a day.
    """

    due_on: int
    early: Decimal
    late: Decimal
    settle_by: int
    stop: int
    paid_on: int | None
    begun: tuple[tuple[int, int], ...]
    rounding: tuple[tuple[int, int], ...]
    early_doubt: int
    late_doubt: int
    begun_doubt: tuple[tuple[int, int], ...]
    rounding_doubt: tuple[tuple[int, int], ...]
    handed_over_on: int = _NEVER
    handover_doubt: int = 0
    assumed: tuple[Words, ...] = ()


def plan_of(stated: Mapping[str, Any], reader: Reader) -> Plan:
    """Read the plan of all rows that state these fields.

    Raises LawRefused, in Indonesian, as the same question alone would, and for what
    has no columns: part payments, deferral, the administrative fine.
    """
    facts = read_facts(stated, FIELDS)
    _refuse_without_columns(facts)
    month = _of_month(
        facts.get("segment", str) or "PU",
        facts.need("programme", str),
        facts.need("month", int),
        bool(facts.get("labour_intensive", bool)),
        reader,
    )
    paid_on = facts.get("paid_on", date)
    if paid_on is None:
        return _handed_over(month, facts, reader)
    assume(facts, reader)
    return replace(
        _handed_over(month, facts, reader),
        paid_on=day_number(paid_on),
        assumed=tuple(facts.assumed),
    )


@lru_cache(maxsize=MOST_KEPT)
def _of_month(
    segment: str, programme: str, month: int, labour: bool, reader: Reader
) -> Plan:
    """Read what all rows of a month share; days of payment are many, months few."""
    due = due_day(segment, programme, month, reader)
    settle_by = reader.find_at_month(SETTLE_BY, month, date) if labour else None
    early, late = (
        rate(segment, programme, month, on, reader, labour_intensive=labour)
        for on in (date.min, date.max)
    )
    return Plan(
        due_on=day_number(due.on),
        early=early.monthly,
        late=late.monthly,
        settle_by=_NEVER if settle_by is None else day_number(settle_by.value),
        stop=_NEVER,
        paid_on=None,
        begun=_steps(PART_OF_MONTH, reader, added_months),
        rounding=_steps(ROUNDING, reader, _rule_number),
        early_doubt=rank_of((*due.used, *early.used)),
        late_doubt=rank_of((*due.used, *late.used)),
        begun_doubt=_doubt_steps(PART_OF_MONTH, reader),
        rounding_doubt=_doubt_steps(ROUNDING, reader),
    )


def evaluate(
    plans: Sequence[Plan],
    key: Column,
    amounts: Mapping[str, Column],
    *,
    confidence: bool = False,
) -> dict[str, Column]:
    """Fine every row by `plans[key[row]]`: int64 columns named as one case's results.

    `amounts` has `amount` in rupiah and, unless the plans state a day, `paid_on` in
    days from 1970. Gives `due_on` (days too), `months_late`, `fine` and `total`;
    with `confidence`, a column of ranks in SURENESS beside them.
    """
    due_on = _of([one.due_on for one in plans])[key]
    paid_on = _paid_on(plans, key, amounts)
    until = np.minimum(paid_on, _of([one.stop for one in plans])[key])
    months = months_late(due_on, until, plans)
    amount = amounts["amount"]
    in_time = paid_on <= _of([one.settle_by for one in plans])[key]
    fine = np.zeros(len(key), dtype=np.int64)
    rounded = np.zeros(len(key), dtype=np.bool_)
    rounding = _step_at(plans[0].rounding if plans else _NONE, until)
    ratios, ratio_of = _ratios(plans, key, in_time, months)
    for number in np.unique(rounding):
        here = rounding == number
        counted = rates(ratios, [RULES[int(number)]] * len(ratios))
        fine[here] = counted.of(amount[here], ratio_of[here])
        if confidence:
            rounded[here] = counted.bites(amount[here], ratio_of[here])
    results = {
        "due_on": due_on,
        "months_late": months,
        "fine": fine,
        "total": amount + fine,
    }
    if confidence:
        days = _Days(due_on, paid_on, until)
        results["confidence"] = _doubts(plans, key, days, in_time, rounded)
    return results


@dataclass(frozen=True)
class _Days:
    """The days of every row: due, paid, and where the count of its delay ends."""

    due_on: Column
    paid_on: Column
    until: Column


def _doubts(
    plans: Sequence[Plan],
    key: Column,
    days: _Days,
    in_time: NDArray[np.bool_],
    rounded: NDArray[np.bool_],
) -> Column:
    """Rank how unsure the least sure value is that each row rests on."""
    early, late, handover, handed_over_on = (
        _of([getattr(one, name) for one in plans])[key]
        for name in ("early_doubt", "late_doubt", "handover_doubt", "handed_over_on")
    )
    begun = _elapsed(days.due_on, days.until)[1]
    rules = plans[0] if plans else None
    worst: Column = np.where(in_time, early, late)
    for applies, doubt in (
        (handed_over_on < days.paid_on, handover),
        (begun, _step_at(rules.begun_doubt if rules else _NONE, days.until)),
        (rounded, _step_at(rules.rounding_doubt if rules else _NONE, days.until)),
    ):
        worst = np.maximum(worst, applies * doubt)
    return worst


def months_late(since: Column, until: Column, plans: Sequence[Plan]) -> Column:
    """Count months of delay between days, a begun one as the law of that day says."""
    full, begun = _elapsed(since, until)
    return full + begun * _step_at(plans[0].begun if plans else _NONE, until)


def _elapsed(since: Column, until: Column) -> tuple[Column, NDArray[np.bool_]]:
    """Give the full months between days, and where another has begun."""
    first, last = since.astype("datetime64[D]"), until.astype("datetime64[D]")
    first_month, last_month = (one.astype("datetime64[M]") for one in (first, last))
    months = (last_month - first_month).astype(np.int64)
    same_day = (first - first_month.astype("datetime64[D]")).astype(np.int64)
    month_ends = (last_month + 1).astype("datetime64[D]") - last_month.astype(
        "datetime64[D]"
    )
    turn = np.minimum(same_day, month_ends.astype(np.int64) - 1)
    day = (last - last_month.astype("datetime64[D]")).astype(np.int64)
    full = months - (turn > day)
    late = until > since
    return np.where(late, full, 0), late & (turn != day)


def day_number(day: date) -> int:
    """Count the days from 1 January 1970 to a day."""
    return (day - DAY_ZERO).days


def _refuse_without_columns(facts: Facts) -> None:
    if facts.get("type", str) == "administrative":
        facts.refuse(
            "type", "administrative tanpa bentuk kolom; tanyakan satu per satu"
        )
    for name in _ALONE:
        if facts.has(name):
            facts.refuse(name, "tanpa bentuk kolom; tanyakan satu per satu")


def _handed_over(plan: Plan, facts: Facts, reader: Reader) -> Plan:
    """Let a handover that the question names stop the count, if the law says so."""
    on = facts.get("handed_over_on", date)
    if on is None:
        return plan
    stops = reader.at(HANDOVER, on, bool)
    return replace(
        plan,
        stop=day_number(on) if stops.value else _NEVER,
        handed_over_on=day_number(on),
        handover_doubt=rank_of([stops.used]),
    )


def _doubt_steps(path: str, reader: Reader) -> tuple[tuple[int, int], ...]:
    """Give the days on which a word of the law begins, with how sure it is."""
    return tuple(
        (
            day_number(period.from_on),
            rank_of([reader.at(path, period.from_on, str).used]),
        )
        for period in reader.book.parameter(path).periods()
    )


def _rule_number(word: str) -> int:
    known: list[str] = list(RULES)
    return known.index(word)


def _steps(
    path: str, reader: Reader, number: Callable[[str], int]
) -> tuple[tuple[int, int], ...]:
    """Give the history of a word as days on which a number of it begins."""
    return tuple(
        (day_number(period.from_on), number(str(period.entry.value)))
        for period in reader.book.parameter(path).periods()
    )


def _step_at(steps: Sequence[tuple[int, int]], days: Column) -> Column:
    starts, numbers = (_of(side) for side in zip(*steps, strict=True))
    place = np.searchsorted(starts, days, side="right") - 1
    return numbers[np.maximum(place, 0)]


def _paid_on(
    plans: Sequence[Plan], key: Column, amounts: Mapping[str, Column]
) -> Column:
    if "paid_on" in amounts:
        return amounts["paid_on"]
    return _of([0 if one.paid_on is None else one.paid_on for one in plans])[key]


def _ratios(
    plans: Sequence[Plan], key: Column, in_time: NDArray[np.bool_], months: Column
) -> tuple[list[Fraction], Column]:
    """Give every share that months of delay can make, and which one each row has."""
    monthly = sorted({one.early for one in plans} | {one.late for one in plans})
    early, late = (
        _of([monthly.index(share) for share in shares])
        for shares in ([one.early for one in plans], [one.late for one in plans])
    )
    lengths = int(months.max(initial=0)) + 1
    ratios = [times(share, count) for share in monthly for count in range(lengths)]
    return ratios, np.where(in_time, early[key], late[key]) * lengths + months


def _of(values: Sequence[int]) -> Column:
    return np.array(values, dtype=np.int64)
