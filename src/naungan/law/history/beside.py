"""What the book holds beside values: duties, steps, texts and open points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from naungan.law.book import Book
from naungan.law.history.duty import DutyShown, StepShown
from naungan.law.history.open_points import OpenPoint, open_points
from naungan.law.history.statement import SURE, both
from naungan.law.source.instrument import Instrument
from naungan.law.terms import CONFIDENCE, UNCERTAIN_DATE
from naungan.law.words import Language, day, words


class Shown(Protocol):
    """Anything of the law that can be shown to a reader and to a program."""

    def text(self, language: Language = "id") -> str:
        """Write it for a reader."""
        ...

    def as_data(self) -> dict[str, Any]:
        """Give it as JSON has it."""
        ...


@dataclass(frozen=True)
class Text:
    """A legal text by its id, with where it was read and what rests on it."""

    book: Book
    instrument: Instrument

    def text(self, language: Language = "id") -> str:
        """Write the text in a few rows; its title stays in its own language."""
        one = self.instrument
        date_words = words(
            "berlaku sejak {day}", "in force since {day}", day=day(one.in_force_from)
        )
        facts = [date_words.text(language)]
        if one.title_confidence != SURE:
            facts.append(CONFIDENCE[one.title_confidence].text(language))
        if one.date_uncertain:
            facts.append(UNCERTAIN_DATE.text(language))
        rows = [
            f"{one.short} · {one.id}",
            f"    {one.title}",
            f"    {'; '.join(facts)}",
        ]
        return "\n".join([*rows, *([f"    {one.url}"] if one.url else [])])

    def as_data(self) -> dict[str, Any]:
        """Give the text as JSON has it."""
        one = self.instrument
        return {
            "id": one.id,
            "short": one.short,
            "title": one.title,
            "in_force_from": one.in_force_from.isoformat(),
            "title_confidence": one.title_confidence,
            "date_uncertain": one.date_uncertain,
            "url": one.url,
        }


@dataclass(frozen=True)
class Question:
    """A point of law that is open."""

    point: OpenPoint

    def text(self, language: Language = "id") -> str:
        """Write the point and the values that hang on it."""
        point = self.point
        rows = [point.title.text(language), f"    {point.text.text(language)}"]
        return "\n".join([*rows, *(f"    · {path}" for path in point.touches)])

    def as_data(self) -> dict[str, Any]:
        """Give the point as JSON has it."""
        point = self.point
        return {
            "title": both(point.title),
            "text": both(point.text),
            "touches": list(point.touches),
        }


def beside_values(book: Book, path: str) -> Sequence[Shown] | None:
    """Give what a path names that is no value; None where it names nothing of these."""
    shelf, _, name = path.partition("/")
    if shelf not in SHELVES:
        return None
    named = SHELVES[shelf](book)
    if not name:
        return list(named.values())
    return [named[name]] if name in named else None


def _duties(book: Book) -> dict[str, Shown]:
    return {code: DutyShown(book, one) for code, one in book.obligations.items()}


def _steps(book: Book) -> dict[str, Shown]:
    found = sorted(book.steps.values(), key=lambda one: one.order)
    return {one.code: StepShown(book, one) for one in found}


def _texts(book: Book) -> dict[str, Shown]:
    return {name: Text(book, one) for name, one in book.instruments.items()}


def _questions(book: Book) -> dict[str, Shown]:
    return {str(place): Question(one) for place, one in enumerate(open_points(book), 1)}


SHELVES: Final = {
    "obligations": _duties,
    "steps": _steps,
    "instruments": _texts,
    "open_points": _questions,
}
