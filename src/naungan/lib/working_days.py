"""Indonesian working days: Monday to Friday without national holidays and joint leave.

The table `holidays.csv` holds the decreed days (national holidays, election days,
and cuti bersama) from 2015 to 2027; `tools/build_holidays.py` makes it from the
MIT-licensed PyPI package `holidays`. Names ending in "(perkiraan)" are days whose
date that package still calls an estimate. Outside the table nothing is answered:
a deadline counted without its holidays would be wrong by days.
"""

import csv
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from naungan.lib.errors import LawRefused


TABLE: Final = Path(__file__).with_name("holidays.csv")
_ONE_DAY: Final = timedelta(days=1)


@cache
def holidays() -> dict[date, tuple[str, str]]:
    """Return each holiday with its name and kind: national or joint_leave."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {
            date.fromisoformat(row["date"]): (row["name"], row["kind"])
            for row in csv.DictReader(lines)
        }


@cache
def years() -> range:
    """Return the years the table covers."""
    known = {day.year for day in holidays()}
    return range(min(known), max(known) + 1)


def holiday_name(day: date) -> str | None:
    """Return the name of the holiday or joint leave on a day, or None."""
    _require_known(day)
    found = holidays().get(day)
    return found[0] if found else None


def is_working_day(day: date) -> bool:
    """Say whether government offices work on a day (five-day week)."""
    return holiday_name(day) is None and day.weekday() < 5


def next_working_day(day: date) -> date:
    """Return the first working day after a day."""
    return _step(day, _ONE_DAY)


def previous_working_day(day: date) -> date:
    """Return the last working day before a day."""
    return _step(day, -_ONE_DAY)


def working_day_from(day: date) -> date:
    """Return the day itself when it is worked, else the next working day."""
    return day if is_working_day(day) else next_working_day(day)


def add_working_days(day: date, count: int) -> date:
    """Return the day on which a term of `count` working days ends.

    The starting day is not counted; a negative count goes back; 0 is the day itself.
    """
    step = next_working_day if count >= 0 else previous_working_day
    for _ in range(abs(count)):
        day = step(day)
    return day


def working_days_between(after: date, until: date) -> int:
    """Count the working days after one day up to and including another.

    The inverse of `add_working_days`; negative when `until` comes first.
    """
    if until < after:
        return -working_days_between(until - _ONE_DAY, after - _ONE_DAY)
    _require_known(after)
    span = (until - after).days
    return sum(is_working_day(after + n * _ONE_DAY) for n in range(1, span + 1))


def _step(day: date, by: timedelta) -> date:
    _require_known(day)
    day += by
    while not is_working_day(day):
        day += by
    return day


def _require_known(day: date) -> None:
    if day.year not in years():
        first, last = years()[0], years()[-1]
        msg = (
            f"Hari libur tahun {day.year} tidak ada dalam tabel ({first}–{last}); "
            "perbarui holidays.csv dengan tools/build_holidays.py."
        )
        raise LawRefused(msg)
