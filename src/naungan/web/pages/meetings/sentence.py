"""What a sentence written at the table says: who, by when, how many of what.

Only what stands there is read; nothing is made up. A day without a year is taken as the
first such day from the meeting on, and is shown to be corrected.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from naungan.casework.coordination.formulas import formula_of
from naungan.casework.coordination.reading import read_sentence, unit_of
from naungan.engine.prose.draft import Counts, Figure
from naungan.engine.prose.facts.period_ends import PeriodEnd, period_ends
from naungan.lib import dates
from naungan.lib.calendar_words import MONTH_OF_WORD
from naungan.lib.weekdays import infer_year, read_yearless


MONTH: Final = "|".join(sorted(MONTH_OF_WORD, key=lambda word: (-len(word), word)))
BY: Final = (
    r"(?:paling lambat|selambat-lambatnya|sebelum|sampai dengan|sampai|hingga|s\.?d\.?"
    r"|batas|tenggat|pada|tanggal|per|mulai)"
)
_DAY = re.compile(
    rf"\b(?P<before>{BY}(?:\s+tanggal)?\s+)?"
    rf"(?P<day>\d{{1,2}}(?:\s+(?:{MONTH})\b(?:\s+\d{{4}})?|[/-]\d{{1,2}}(?:[/-]\d{{4}})?)(?!\d))",
    re.IGNORECASE,
)
# To whom it is given, who is not the one who gives.
_GIVEN = re.compile(r"\b(?i:kepada|ke)\s+(?:[A-Z][\w/]*\s*)+")
_MONTHS = re.compile(r"(?<![\w.,/-])(?P<number>\d{1,3})\s+bulan(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Due:
    """A day by which something is to be done, the words, and whether its year was taken."""

    on: date
    words: str
    is_inferred: bool


@dataclass(frozen=True)
class Pair:
    """Two counts of the same thing, one a part of the other: "51.398 dari 239.799"."""

    part: "Counted"
    whole: "Counted"


@dataclass(frozen=True)
class Counted:
    """A number with what it counts, its words, and of which counts it is the share."""

    value: Decimal
    unit: str
    words: str
    of: Pair | None = None


@dataclass(frozen=True)
class Numbers:
    """The numbers of a sentence: which it speaks of, the others that are shares, its pair."""

    main: Counted | None
    shares: tuple[Counted, ...] = ()
    pair: Pair | None = None

    @property
    def told(self) -> list[Counted]:
        """Give the main number and the further shares."""
        return [one for one in (self.main, *self.shares) if one]


@dataclass(frozen=True)
class Read:
    """What one sentence says; `owner` is the key of whoever is named first."""

    owner: int | None
    due: Due | None
    numbers: Numbers


def read(text: str, on: date, names: Iterable[tuple[int, str]] = ()) -> Read:
    """Read a sentence of a meeting of a day; `names` are those who may be named."""
    due = due_of(text, on)
    rest = text.replace(due.words, " ", 1) if due else text
    return Read(named(_GIVEN.sub(" ", text), names), due, numbers_of(rest))


def named(text: str, names: Iterable[tuple[int, str]]) -> int | None:
    """Give whoever is named first, the longer name where two begin alike."""
    found: list[tuple[int, int, int]] = []
    for key, name in names:
        at = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
        if at is not None:
            found.append((at.start(), -len(name), key))
    return min(found)[2] if found else None


def due_of(text: str, on: date) -> Due | None:
    """Read the day by which something is due; the last one that the sentence names."""
    found = [_end(one, on) for one in period_ends(text)]
    found += [one for one in (_day(match, on) for match in _DAY.finditer(text)) if one]
    return max(found, key=lambda one: text.rfind(one.words), default=None)


def _day(match: re.Match[str], on: date) -> Due | None:
    written = " ".join(match["day"].split())
    whole = dates.parse_date(written)
    if whole is not None and whole.full is not None:
        return Due(whole.full, match[0].strip(), is_inferred=False)
    yearless = read_yearless(written)
    is_fraction = not match["before"] and written.replace("/", "").isdecimal()
    if yearless is None or is_fraction:
        return None
    years = [infer_year(yearless, (year,)).on for year in (on.year, on.year + 1)]
    days = [day for day in years if day is not None and day >= on]
    return Due(days[0], match[0].strip(), is_inferred=True) if days else None


def _end(one: PeriodEnd, on: date) -> Due:
    """Take the next such end from the meeting on where no year is printed."""
    next_year = on.year + (one.month < on.month)
    return Due(one.on(one.year or next_year), one.words, is_inferred=not one.year)


def numbers_of(text: str) -> Numbers:
    """Read the numbers that say what they count, as reports are read.

    A sentence speaks of its share before the counts it is of, of a part before the
    whole, and else of what it names first. A sum or product speaks of its outcome.
    """
    if said := formula_of(text):
        return Numbers(Counted(said.said, said.unit, said.words))
    read = read_sentence(text)
    pair = Pair(*(_counted(one) for one in read.pair)) if read.pair else None
    found = [_with_pair(one, read) for one in read.figures]
    bound = [one for one in found if one.of]
    named = bound or [one for one in found if pair and one.unit == "percent"]
    first = [*named, *([pair.part] if pair else ()), *found, *_months(text)]
    return Numbers(next(iter(first), None), tuple(bound[1:]), pair)


def _with_pair(figure: Figure, read: Counts) -> Counted:
    """Give a number with the counts it is of, which stand in the same sentence."""
    of = [
        one for value in figure.of or () for one in read.figures if one.value == value
    ]
    counts = [_counted(one) for one in of if one.unit != figure.unit]
    pair = Pair(counts[0], counts[1]) if len(counts) == len(("part", "whole")) else None
    return replace(_counted(figure), of=pair)


def _counted(figure: Figure) -> Counted:
    return Counted(Decimal(str(figure.value)), unit_of(figure), figure.words.surface)


def _months(text: str) -> Iterator[Counted]:
    """Read "iuran 3 bulan", which a report tells as a span and no figure."""
    for match in _MONTHS.finditer(text):
        yield Counted(Decimal(match["number"]), "months", match[0])
