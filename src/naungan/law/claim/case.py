"""One claim in the making: its facts, its day, the law to read, the lines to write."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from naungan.law.answer import Answer, Draft, Line, Used
from naungan.law.question import Facts
from naungan.law.reader import Read, Reader
from naungan.law.source.unit import Row
from naungan.law.words import Words, words
from naungan.lib.dates import month_of


T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """A claim under one programme; what is read holds on the day of the event."""

    programme: str
    facts: Facts
    reader: Reader
    draft: Draft
    day: date

    def at(self, path: str, kind: type[T]) -> Read[T]:
        """Read a value below `benefits/` on the day; a missing one is refused."""
        return self.reader.at(f"benefits/{path}", self.day, kind)

    def find(self, path: str, kind: type[T]) -> Read[T] | None:
        """Read a value below `benefits/` on the day, or None where there is none."""
        return self.reader.find(f"benefits/{path}", self.day, kind)

    def pay(self, key: str, path: str, label: Words) -> int:
        """Write a fixed amount of the law as a line of its own."""
        read = self.at(path, int)
        return self.draft.line(key, label, read.value, None, read.used)

    def whole(self, amount: Any) -> tuple[int, tuple[Used, ...]]:
        """Make whole rupiah of an exact benefit, once, at the end."""
        return self.reader.rounded("benefit", self.day, amount)

    def total(self, amount_idr: int) -> int:
        """Write the sum of a claim as its last amount, the scholarship apart."""
        label = words("Jumlah santunan", "Total")
        return self.draft.line("total", label, amount_idr)

    def answer(self, title: Words, results: dict[str, Any]) -> Answer:
        """Close the claim into an answer."""
        return Answer(
            "benefit",
            title,
            results,
            tuple(self.draft.lines),
            tuple(self.facts.assumed),
            tuple(self.draft.notes),
            self.reader.book.version,
        )


def open_case(programme: str, facts: Facts, reader: Reader) -> Case:
    """Open a claim on the day of its event; a day outside the book is refused."""
    day = facts.need("event_date", date)
    reader.refuse_outside(month_of(day))
    return Case(programme, facts, reader, Draft(), day)


def row_used(read: Read[tuple[Row, ...]], row: Row, *columns: str) -> Used:
    """Cite these columns of a row, with the confidence that the row itself carries."""
    sure = row.get("sure", read.used.confidence)
    assert isinstance(sure, str)
    shown = {name: row[name] for name in columns}
    return replace(read.used.narrowed(shown), confidence=sure)


def chained(parts: list[Words], between: str) -> Words:
    """Write several pieces of arithmetic after each other."""
    names = [f"part{place}" for place in range(len(parts))]
    pattern = between.join(f"{{{name}}}" for name in names)
    return words(pattern, pattern, **dict(zip(names, parts, strict=True)))


def distinct(lines: Iterable[Line]) -> tuple[Used, ...]:
    """Give every value that some lines read, once, in order of use."""
    read = (one for line in lines for one in line.used)
    return tuple({(one.path, one.from_on): one for one in read}.values())
