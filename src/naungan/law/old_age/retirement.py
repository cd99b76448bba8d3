"""When a person reaches the retirement age of JP, though that age itself moves.

PP 45/2015 Pasal 15: 56 at first, 57 from 1 January 2019, then a year more every
three years up to 65. Whoever reaches the age in force on a day has retired on
that day; whoever is one day too late waits for the next birthday. So somebody
born on 31 December 1962 retires at 56 in 2018, and somebody born one day later
at 57 in 2020.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from naungan.law.old_age.anniversary import age_reached_on
from naungan.law.reader import Read, Reader


AGES: Final = "participation/ages/jp_retirement"
LONGEST: Final = "benefits/jp/defer_max_years"


@dataclass(frozen=True)
class Retirement:
    """The day on which the age in force is reached, and that age.

    `already`: the person was older than the age when the programme began.
    """

    reached_on: date
    age: Read[int]
    already: bool


def retirement_of(birth: date, reader: Reader) -> Retirement:
    """Find the first day on which a person is as old as the age then in force."""
    for from_on, to_on, age in _steps(reader):
        birthday = age_reached_on(birth, age.value)
        reached_on = max(birthday, from_on)
        if to_on is None or reached_on <= to_on:
            return Retirement(reached_on, age, birthday < from_on)
    raise AssertionError("the last age holds without an end")


@lru_cache(maxsize=8)  # one book in a process, a few with overlays
def _steps(reader: Reader) -> tuple[tuple[date, date | None, Read[int]], ...]:
    """Give every age with its first and last day."""
    return tuple(
        (one.from_on, one.to_on, reader.at(AGES, one.from_on, int))
        for one in reader.book.parameter(AGES).periods()
    )


def latest_start(reached_on: date, reader: Reader) -> Read[date]:
    """Give the last day to which somebody still working may defer the pension."""
    years = reader.at(LONGEST, reached_on, int)
    return Read(age_reached_on(reached_on, years.value), years.used)
