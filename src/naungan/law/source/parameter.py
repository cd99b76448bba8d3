"""What a parameter of the law is: one value with its whole history.

A parameter is a file under `law/parameters`; its path there, without the
ending, is its name in code and in the SQL table. Its entries are oldest first
and are never edited: a correction is a commit that says so.

On a day the newest entry that holds on that day answers. `value: null` ends a
value, and where no entry holds there is no value: absence is not zero.
Contributions key on their month; in a month that value answers which holds on
its last day, so a rule that starts on the second of February counts for
February.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from naungan.law.source.entry import Entry
from naungan.law.source.unit import Value
from naungan.lib.dates import month_end


@dataclass(frozen=True)
class Note:
    """Our own words about a parameter, from a day on or in general."""

    text: str
    from_on: date | None = None


@dataclass(frozen=True)
class Period:
    """An unbroken stretch of days in which one entry answers."""

    from_on: date
    to_on: date | None
    entry: Entry


@dataclass(frozen=True)
class Parameter:
    """One value of the law by its path, with its history oldest first."""

    path: str
    title: str
    title_en: str
    unit: str
    base: str | None
    applies_to: tuple[str, ...]
    payer: str | None
    columns: dict[str, str]
    entries: tuple[Entry, ...]
    checked_on: date
    notes: tuple[Note, ...]

    def entry_at(self, day: date) -> Entry | None:
        """Find the entry that answers on a day; None when there is no value."""
        holding = [entry for entry in self.entries if entry.holds_on(day)]
        if not holding:
            return None
        newest = max(
            holding, key=lambda entry: (entry.overlaid_by is not None, entry.from_on)
        )
        return None if newest.value is None else newest

    def at(self, day: date) -> Value | None:
        """Give the value on a day; None when there is none."""
        entry = self.entry_at(day)
        return None if entry is None else entry.value

    def at_month(self, month: int) -> Value | None:
        """Give the value for a month index; None when there is none."""
        return self.at(month_end(month))

    def periods(self) -> list[Period]:
        """Cut the history into stretches in which the same entry answers."""
        turns = sorted(
            {entry.from_on for entry in self.entries}
            | {e.to_on + timedelta(days=1) for e in self.entries if e.to_on is not None}
        )
        found: list[Period] = []
        for turn, following in zip(turns, [*turns[1:], None], strict=True):
            entry = self.entry_at(turn)
            if entry is None:
                continue
            to_on = None if following is None else following - timedelta(days=1)
            if found and found[-1].entry is entry and _touch(found[-1], turn):
                found[-1] = Period(found[-1].from_on, to_on, entry)
            else:
                found.append(Period(turn, to_on, entry))
        return found


def _touch(period: Period, turn: date) -> bool:
    return period.to_on is not None and period.to_on + timedelta(days=1) == turn
