"""The year of a date written without one: "Jumat (20/12)" in a news report.

A reader infers it from the weekday and from the years the context allows. The
inference is kept apart from `dates.read_date`, which never adds what is not
written, and it says how sure it is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from naungan.lib.calendar_words import MONTH_OF_WORD, WEEKDAY_OF_WORD


Confidence = Literal["weekday", "context", "contradicted", "open"]

_YEARLESS = re.compile(
    r"(?:(?P<weekday>[^\W\d_]+['’]?[^\W\d_]*)[ ,]*)?"
    r"\(?(?P<day>\d{1,2})(?:[/.-](?P<month>\d{1,2})|[ -](?P<word>[^\W\d_]+))\)?$"
)


@dataclass(frozen=True, slots=True)
class YearlessDate:
    """A day and month as written, with the weekday (Monday 0) when one stood there."""

    day: int
    month: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class InferredDate:
    """The inferred day, or None, and what it rests on.

    weekday: exactly one year of the context has that weekday. context: no weekday
    was written, but the context allows one year only. contradicted: no year fits.
    open: more than one year fits, so none is taken.
    """

    on: date | None
    confidence: Confidence
    candidates: tuple[date, ...] = ()


def read_yearless(text: str) -> YearlessDate | None:
    """Read "Jumat (20/12)", "Rabu, 3 Juli" or "3/7"; day before month, always."""
    found = _YEARLESS.match(" ".join(text.lower().split()))
    if found is None:
        return None
    word = found["weekday"]
    weekday = WEEKDAY_OF_WORD.get(word) if word else None
    month = (
        int(found["month"]) if found["month"] else MONTH_OF_WORD.get(found["word"], 0)
    )
    if (word and weekday is None) or not 1 <= month <= 12:
        return None
    return YearlessDate(int(found["day"]), month, weekday)


def infer_year(written: YearlessDate, years: Iterable[int]) -> InferredDate:
    """Find the one year of the context in which the date falls on its weekday."""
    possible = tuple(
        day for year in sorted(set(years)) if (day := _on(written, year)) is not None
    )
    if len(possible) == 1:
        rests_on: Confidence = "context" if written.weekday is None else "weekday"
        return InferredDate(possible[0], rests_on, possible)
    return InferredDate(None, "open" if possible else "contradicted", possible)


def _on(written: YearlessDate, year: int) -> date | None:
    try:
        day = date(year, written.month, written.day)
    except ValueError:
        return None
    return day if written.weekday in (None, day.weekday()) else None
