"""What reading makes of a report: a draft event, each fact with its words.

Nothing here is a record yet: a person accepts it line by line. A fact that the
text does not hold stays empty; what was inferred says from what.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final


EVERYBODY: Final = "peserta pertemuan"
"""Who is to act where a report names no office: all who met."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of the report a fact came from, and where they stand in its body."""

    surface: str
    start: int

    @property
    def end(self) -> int:
        """The place after the last letter."""
        return self.start + len(self.surface)


@dataclass(frozen=True, slots=True)
class When:
    """The day of the event, or what is known of it.

    `on` is None when the text does not fix a day. `strict` holds only a day whose
    day, month and year are printed together. `year` and `month` are what is known
    when the day is not. `basis` says in Indonesian how it was read.
    """

    on: date | None = None
    strict: date | None = None
    year: int | None = None
    month: int | None = None
    basis: str = ""
    words: Quoted | None = None


@dataclass(frozen=True, slots=True)
class Territory:
    """A region the event is about: official name, level, Kemendagri code."""

    name: str
    level: str
    code: str
    words: Quoted


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone who took part; `name` is None where only the office is named.

    `role`: attend, speaker, chair, opens, signatory, represented, represents:<whom>.
    """

    name: str | None
    position: str
    institution: str
    role: str
    words: Quoted
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class Regulation:
    """A legal text that is named: its kind, number and year as far as printed."""

    kind: str
    number: str
    year: int | None
    words: Quoted


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit and what it counts, in the words around it.

    `of` are the part and the whole that a percentage was printed beside.
    """

    value: int | float
    unit: str
    meaning: str
    words: Quoted
    of: tuple[int | float, int | float] | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one sentence; `pair` are a part and a whole that it counts."""

    figures: tuple[Figure, ...]
    pair: tuple[Figure, Figure] | None


@dataclass(frozen=True, slots=True)
class Promise:
    """Something to be done: who, what, when, and how firmly it was said.

    `when` are the words; `due_on` is the day by which, if they print one whole.
    """

    who: str
    what: str
    when: str | None
    status: str
    words: Quoted
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt about the report itself: sums that fail, a slip of the pen."""

    code: str
    text: str
    words: Quoted


@dataclass(frozen=True, slots=True)
class Draft:
    """One report as a draft event."""

    headline: str
    outlet: str
    body: str
    kinds: tuple[tuple[str, Quoted], ...] = ()
    when: When = When()
    venue: Quoted | None = None
    city: Quoted | None = None
    regions: tuple[Territory, ...] = ()
    organisers: tuple[tuple[str, Quoted], ...] = ()
    participants: tuple[Participant, ...] = ()
    groups: tuple[Quoted, ...] = ()
    topics: tuple[Quoted, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    programmes: tuple[tuple[str, Quoted], ...] = ()
    figures: tuple[Figure, ...] = ()
    promises: tuple[Promise, ...] = ()
    obstacles: tuple[Quoted, ...] = ()
    remarks: tuple[Remark, ...] = ()
