"""What is known of whoever is checked, on the day of the check.

Being registered may be said outright, or follows from a day of registration in
the past, from workers or programmes registered, or from a month paid. A day of
registration after the day of the check is not yet a registration.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.law.answer import Used
from naungan.law.duty.cited import cite_duty
from naungan.law.duty.fields import EMPLOYING
from naungan.law.duty.programmes import Programmes
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import Words, day as day_words, words
from naungan.lib.working_days import add_working_days


MET: Final = "met"
BROKEN: Final = "broken"
PENDING: Final = "pending"
UNKNOWN: Final = "unknown"

_SIGNS: Final = ("registered_workers", "programmes", "paid_until", "reported_wage")


@dataclass(frozen=True)
class Situation:
    """One question about duties, with what the first steps of the answer found."""

    facts: Facts
    reader: Reader
    day: date
    segment: str
    kind: str
    scale: str | None
    programmes: Programmes
    registered: bool

    @property
    def employs(self) -> bool:
        """Tell whether an employer registers others here."""
        return self.segment in EMPLOYING

    @property
    def registered_on(self) -> date | None:
        """Give the day of registration, if it is known and past."""
        on = self.facts.get("registered_on", date)
        return on if on is not None and on <= self.day else None

    @property
    def people(self) -> tuple[Facts, ...]:
        """Give the workers that are stated one by one and have started."""
        return tuple(
            one
            for one in self.facts.records("people")
            if one.need("started_on", date) <= self.day
        )


@dataclass(frozen=True)
class Found:
    """What became of one duty: its state, since when, until when, and why."""

    code: str
    state: str
    why: Words
    category: str | None = None
    since: date | None = None
    due_on: date | None = None
    used: tuple[Used, ...] = ()


@dataclass(frozen=True)
class Clock:
    """A term that ran from a day: its last day, in words, with its sources."""

    last_on: date
    why: Words
    used: tuple[Used, ...]


def is_registered(facts: Facts, day: date) -> bool:
    """Tell whether the addressee is registered on a day; refuse where nothing says."""
    on = facts.get("registered_on", date)
    if on is not None:
        return on <= day
    if facts.has("registered"):
        return facts.need("registered", bool)
    if any(facts.has(name) for name in _SIGNS):
        return facts.assume(
            "registered", True, words("menurut isian lainnya", "by what else is stated")
        )
    return facts.need("registered", bool)


def clock(path: str, start: date, act: Words, situation: Situation) -> Clock:
    """Run the term of a parameter from a day, in working days or days by its unit."""
    reader = situation.reader
    term = reader.at(path, situation.day, int)
    working = term.used.unit == "working_days"
    last_on = end_of_term(start, term.value, working)
    unit = words("hari kerja", "working days") if working else words("hari", "days")
    why = words(
        "{act} {start}; {count} {unit} berakhir {last}",
        "{act} {start}; {count} {unit} end on {last}",
        act=act,
        start=day_words(start),
        count=str(term.value),
        unit=unit,
        last=day_words(last_on),
    )
    return Clock(last_on, why, (term.used,))


def end_of_term(start: date, count: int, working: bool) -> date:
    """Give the last day of a term; the starting day is not counted."""
    if working:
        return add_working_days(start, count)
    return date.fromordinal(start.toordinal() + count)


def day_after(day: date) -> date:
    """Give the next calendar day."""
    return date.fromordinal(day.toordinal() + 1)


def found(
    situation: Situation,
    code: str,
    state: str,
    why: Words,
    *,
    since: date | None = None,
    due_on: date | None = None,
    used: Sequence[Used] = (),
) -> Found:
    """Close one duty: its category where it is broken, its articles in any case."""
    book = situation.reader.book
    duty = book.obligations[code]
    cited = cite_duty(book, duty, situation.day)
    category = duty.category if state == BROKEN else None
    return Found(code, state, why, category, since, due_on, (*used, *cited))
