"""Late fines of millions of months: due day, months of delay and fine of every row.

Rows of one segment, programme and contribution month share a plan, read from the
law by the code that answers a single question; days are counted here as whole
numbers from 1 January 1970, so that every row equals the answer of one case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from naungan.law.columns.exact import MOST, Column, rates
from naungan.law.due import due_day
from naungan.law.fine.delay import PATH as PART_OF_MONTH, added_months
from naungan.law.fine.fields import FIELDS
from naungan.law.fine.late import HANDOVER
from naungan.law.fine.rate import SETTLE_BY, rate
from naungan.law.question import Facts, read_facts
from naungan.law.reader import Reader
from naungan.law.rounding import RULES, times


AMOUNTS: Final = ("amount",)
"""The fields that differ from row to row; `paid_on` may too, as days from 1970."""

DAY_ZERO: Final = date(1970, 1, 1)
_ALONE: Final = ("payments", "deferred", "second_warning_ended_on")
_NEVER: Final = MOST
MOST_KEPT: Final = 4_096  # months by programme, segment and relief, of several books


@dataclass(frozen=True)
class Plan:
    """What rows of one month share, days counted from 1970.

    Up to `settle_by` the fine is `early` a month, after it `late`; `stop` ends the
    count. `paid_on` is used where the rows state no day of their own.
    """

    due_on: int
    early: Decimal
    late: Decimal
    settle_by: int
    stop: int
    paid_on: int | None
    begun: tuple[tuple[int, int], ...]
    rounding: tuple[tuple[int, int], ...]


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
    return replace(
        month,
        stop=_stop(facts, reader),
        paid_on=None if paid_on is None else day_number(paid_on),
    )


@lru_cache(maxsize=MOST_KEPT)
def _of_month(
    segment: str, programme: str, month: int, labour: bool, reader: Reader
) -> Plan:
    """Read what all rows of a month share; days of payment are many, months few."""
    due = due_day(segment, programme, month, reader)
    settle_by = reader.find_at_month(SETTLE_BY, month, date) if labour else None
    early, late = (
        rate(segment, programme, month, on, reader, labour_intensive=labour).monthly
        for on in (date.min, date.max)
    )
    return Plan(
        due_on=day_number(due.on),
        early=early,
        late=late,
        settle_by=_NEVER if settle_by is None else day_number(settle_by.value),
        stop=_NEVER,
        paid_on=None,
        begun=_steps(PART_OF_MONTH, reader, added_months),
        rounding=_steps("rounding/fine", reader, _rule_number),
    )


def evaluate(
    plans: Sequence[Plan], key: Column, amounts: Mapping[str, Column]
) -> dict[str, Column]:
    """Fine every row by `plans[key[row]]`: int64 columns named as one case's results.

    `amounts` has `amount` in rupiah and, unless the plans state a day, `paid_on` in
    days from 1970. Gives `due_on` (days too), `months_late`, `fine` and `total`.
    """
    due_on = _of([one.due_on for one in plans])[key]
    paid_on = _paid_on(plans, key, amounts)
    until = np.minimum(paid_on, _of([one.stop for one in plans])[key])
    months = months_late(due_on, until, plans)
    amount = amounts["amount"]
    in_time = paid_on <= _of([one.settle_by for one in plans])[key]
    fine = np.zeros(len(key), dtype=np.int64)
    rounding = _step_at(plans[0].rounding if plans else ((0, 0),), until)
    ratios, ratio_of = _ratios(plans, key, in_time, months)
    for number in np.unique(rounding):
        here = rounding == number
        counted = rates(ratios, [RULES[int(number)]] * len(ratios))
        fine[here] = counted.of(amount[here], ratio_of[here])
    return {
        "due_on": due_on,
        "months_late": months,
        "fine": fine,
        "total": amount + fine,
    }


def months_late(since: Column, until: Column, plans: Sequence[Plan]) -> Column:
    """Count months of delay between days, a begun one as the law of that day says."""
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
    begun = turn != day
    counted = full + begun * _step_at(plans[0].begun if plans else ((0, 0),), until)
    return np.where(until > since, counted, 0)


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


def _stop(facts: Facts, reader: Reader) -> int:
    handed_over_on = facts.get("handed_over_on", date)
    if handed_over_on is None:
        return _NEVER
    stops = reader.at(HANDOVER, handed_over_on, bool).value
    return day_number(handed_over_on) if stops else _NEVER


def _rule_number(word: str) -> int:
    known: list[str] = list(RULES)
    return known.index(word)


def _steps(path: str, reader: Reader, number: Any) -> tuple[tuple[int, int], ...]:
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
