"""What the book holds beside values: duties, texts and open points, to be shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from naungan.law.book import Book
from naungan.law.entry import Entry
from naungan.law.history.open_points import OpenPoint, open_points
from naungan.law.history.statement import SURE, basis, both
from naungan.law.instrument import Instrument
from naungan.law.obligation import Obligation
from naungan.law.terms import CONFIDENCE, UNCERTAIN_DATE, listed, shown, term
from naungan.law.words import Figure, Language, Words, day, words


class Shown(Protocol):
    """Anything of the law that can be shown to a reader and to a program."""

    def text(self, language: Language = "id") -> str:
        """Write it for a reader."""
        ...

    def as_data(self) -> dict[str, Any]:
        """Give it as JSON has it."""
        ...


_WHO: Final = Words("Kewajiban", "Duty of")
_CLOCK: Final = Words("Jangka waktu", "Term")
_FINDINGS: Final = Words("Temuan bila dilanggar", "Findings when broken")


@dataclass(frozen=True)
class Duty:
    """An obligation with its articles and, where it has one, its term."""

    book: Book
    obligation: Obligation

    def text(self, language: Language = "id") -> str:
        """Write the duty, who owes it, and since when which article says so."""
        return "\n".join(self._rows(language))

    def as_data(self) -> dict[str, Any]:
        """Give the duty as JSON has it."""
        one = self.obligation
        return {
            "path": f"obligations/{one.code}",
            "title": {"id": one.title, "en": title_en(one)},
            "who": one.who,
            "applies_to": list(one.applies_to),
            "findings": list(one.findings),
            "clock": one.clock,
            "legal_bases": [_cited(self.book, each) for each in one.legal_bases],
            "notes": [note.text for note in one.notes],
            "checked_on": one.checked_on.isoformat(),
        }

    def _rows(self, language: Language) -> Iterator[str]:
        one = self.obligation
        yield one.title if language == "id" else title_en(one)
        owed = [term(one.who), *(term(code) for code in one.applies_to)]
        yield f"  obligations/{one.code}"
        yield f"  {_WHO.text(language)}: {listed(owed).text(language)}"
        if one.clock:
            yield f"  {_CLOCK.text(language)}: {self._term(language)} ({one.clock})"
        if one.findings:
            yield f"  {_FINDINGS.text(language)}: {', '.join(one.findings)}"
        for each in one.legal_bases:
            yield f"  {_since(self.book, each).text(language)}"
        for note in one.notes if language == "id" else ():
            yield f"  - {note.text}"

    def _term(self, language: Language) -> str:
        assert self.obligation.clock is not None
        clock = self.book.parameter(self.obligation.clock)
        value = clock.entries[-1].value
        return "" if value is None else in_language(shown(clock.unit, value), language)


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


def in_language(said: Words | Figure, language: Language) -> str:
    """Write words or a figure in one language."""
    return both(said)[language]


def title_en(one: Obligation) -> str:
    """Give the English title of a duty, or the Indonesian one where it has none."""
    return getattr(one, "title_en", "") or one.title


def _duties(book: Book) -> dict[str, Shown]:
    return {code: Duty(book, one) for code, one in book.obligations.items()}


def _texts(book: Book) -> dict[str, Shown]:
    return {name: Text(book, one) for name, one in book.instruments.items()}


def _questions(book: Book) -> dict[str, Shown]:
    return {str(place): Question(one) for place, one in enumerate(open_points(book), 1)}


SHELVES: Final = {
    "obligations": _duties,
    "instruments": _texts,
    "open_points": _questions,
}


def _since(book: Book, entry: Entry) -> Words:
    why = [] if entry.confidence == SURE else [CONFIDENCE[entry.confidence]]
    if entry.date_uncertain:
        why.append(UNCERTAIN_DATE)
    doubt = words("; {why}", "; {why}", why=listed(why)) if why else ""
    return words(
        "{basis}, sejak {day}{doubt}",
        "{basis}, since {day}{doubt}",
        basis=basis(book, entry),
        day=day(entry.from_on),
        doubt=doubt,
    )


def _cited(book: Book, entry: Entry) -> dict[str, Any]:
    return {
        "from": entry.from_on.isoformat(),
        "to": entry.to_on.isoformat() if entry.to_on else None,
        "basis": basis(book, entry),
        "confidence": entry.confidence,
        "date_uncertain": entry.date_uncertain,
        "note": entry.note,
    }
