"""How many months a payment is late, counted from a due day.

A month of delay runs from the due day to the same day of the next month, or to
that month's last day where it has no such day. Whether a begun month counts is a
parameter: no article seen says it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.law.answer import Used
from naungan.law.reader import Reader
from naungan.law.terms import shown
from naungan.law.words import Words, day, month, words
from naungan.lib.dates import month_end, month_of
from naungan.lib.errors import LawRefused


PATH: Final = "fines/late/part_of_month"
_BEGUN: Final = {"counts_as_month": 1, "full_months_only": 0}


@dataclass(frozen=True)
class Delay:
    """Months of delay from a day to a day; `used` holds the rule if it decided."""

    since: date
    until: date
    months: int
    used: tuple[Used, ...] = ()

    @property
    def words(self) -> Words:
        """Say the count in one clause."""
        if self.months == 0 and self.until <= self.since:
            return words(
                "dibayar {until}, tidak terlambat",
                "paid on {until}, in time",
                until=day(self.until),
            )
        return words(
            "sejak {since} sampai {until}: {months}",
            "from {since} to {until}: {months}",
            since=day(self.since),
            until=day(self.until),
            months=shown("months", self.months),
        )


def delay(since: date, until: date, reader: Reader) -> Delay:
    """Count the months of delay; a day not after `since` is none."""
    full, begun = elapsed(since, until)
    if not begun:
        return Delay(since, until, full)
    rule = reader.at(PATH, until, str)
    return Delay(since, until, full + added_months(rule.value), (rule.used,))


def past_the_book(on: date, reader: Reader) -> Words | None:
    """Say that a day lies past the recorded law and what is then taken, or None."""
    last = reader.book.months[1]
    if month_of(on) <= last:
        return None
    return words(
        "{on} sesudah hukum yang tercatat (sampai {last}); aturannya dianggap belum "
        "berubah.",
        "{on} lies past the recorded law (to {last}); its rules are taken as unchanged.",
        on=day(on),
        last=month(last),
    )


def added_months(rule: str) -> int:
    """Give how many months a begun one adds under a rule; an unknown one is refused."""
    if rule not in _BEGUN:
        known = ", ".join(_BEGUN)
        raise LawRefused(f"{PATH}: '{rule}' tidak dikenal; pilih: {known}.")
    return _BEGUN[rule]


def elapsed(since: date, until: date) -> tuple[int, bool]:
    """Give the full months between two days, and whether another has begun."""
    if until <= since:
        return 0, False
    months = month_of(until) - month_of(since)
    turn = _same_day(since, months)
    if turn > until:
        return months - 1, True
    return months, turn < until


def _same_day(since: date, months: int) -> date:
    last = month_end(month_of(since) + months)
    return last.replace(day=min(since.day, last.day))
