"""What the law says of one value from one day to another, as a reader sees it.

A parameter's entries say what was enacted; its statements say what holds: one
per unbroken stretch of days, and one for each entry that ended the value.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.law.book import Book
from naungan.law.source.entry import Entry
from naungan.law.source.parameter import Parameter
from naungan.law.source.unit import Row, Value
from naungan.law.terms import CONFIDENCE, UNCERTAIN_DATE, listed, shown
from naungan.law.words import Figure, Words, words


ENDS: Final = words("tidak berlaku lagi", "no longer holds")
SURE: Final = "VERIFIED"


@dataclass(frozen=True)
class Statement:
    """A value with the days on which it holds, its articles and how sure it is.

    `entry.value` is None where the statement says that the value ended.
    """

    from_on: date
    to_on: date | None
    value: Figure | Words
    basis: str
    entry: Entry

    @property
    def sure(self) -> Words:
        """Say how sure the value and its first day are."""
        said = [CONFIDENCE[self.entry.confidence]]
        return listed([*said, UNCERTAIN_DATE] if self.entry.date_uncertain else said)

    @property
    def doubtful(self) -> bool:
        """Tell whether anyone should check it before a legal act."""
        return self.entry.confidence != SURE or self.entry.date_uncertain

    @property
    def why_doubtful(self) -> Words:
        """Say what is not sure: the source, the first day, or both."""
        entry = self.entry
        said = [] if entry.confidence == SURE else [CONFIDENCE[entry.confidence]]
        return listed([*said, UNCERTAIN_DATE] if entry.date_uncertain else said)

    def as_data(self) -> dict[str, Any]:
        """Give the statement as JSON has it."""
        entry = self.entry
        return {
            "from": self.from_on.isoformat(),
            "to": self.to_on.isoformat() if self.to_on else None,
            "value": plain(entry.value),
            "shown": both(self.value),
            "basis": self.basis,
            "instruments": [one.instrument for one in entry.citations],
            "confidence": entry.confidence,
            "date_uncertain": entry.date_uncertain,
            "gazetted_on": entry.gazetted_on.isoformat() if entry.gazetted_on else None,
            "overlaid_by": entry.overlaid_by,
            "note": entry.note,
        }


def statements(book: Book, parameter: Parameter) -> list[Statement]:
    """Give the whole history of a parameter, oldest first."""
    found = [
        Statement(
            period.from_on,
            period.to_on,
            _shown(parameter, period.entry),
            basis(book, period.entry),
            period.entry,
        )
        for period in parameter.periods()
        if period.entry.value is not None
    ]
    found += [
        Statement(entry.from_on, None, ENDS, basis(book, entry), entry)
        for entry in parameter.entries
        if entry.value is None
    ]
    return sorted(found, key=lambda one: one.from_on)


def _shown(parameter: Parameter, entry: Entry) -> Figure | Words:
    assert entry.value is not None
    if entry.value_en is not None:
        return Figure(str(entry.value), entry.value_en)
    return shown(parameter.unit, entry.value)


def statement_on(book: Book, parameter: Parameter, day: date) -> Statement | None:
    """Give what holds on a day; None where the law says nothing."""
    holding = [
        one
        for one in statements(book, parameter)
        if one.from_on <= day and (one.to_on is None or day <= one.to_on)
    ]
    return holding[-1] if holding else None


def basis(book: Book, entry: Entry) -> str:
    """Cite every article of an entry; an office's own rule may have none."""
    return "; ".join(book.cite(one) for one in entry.citations if one.instrument)


def both(said: Figure | Words) -> dict[str, str]:
    """Write words in both languages, as JSON has them."""
    if isinstance(said, Words):
        return {"id": said.text("id"), "en": said.text("en")}
    return {"id": said.id, "en": said.en}


def plain(value: Value | None) -> Any:
    """Give a value as JSON has it: ratios and days as text, exact to the digit."""
    if isinstance(value, tuple):
        return [plain(one) if not isinstance(one, dict) else _row(one) for one in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)


def _row(row: Row) -> dict[str, Any]:
    return {name: plain(cell) for name, cell in row.items()}
