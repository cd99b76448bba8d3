"""One value of the law described whole: its history, sources, doubts and notes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.law.book import Book
from naungan.law.history.statement import (
    ENDS,
    Statement,
    statement_on,
    statements,
)
from naungan.law.source.parameter import Parameter
from naungan.law.source.unit import UNITS
from naungan.law.terms import in_both, listed, term
from naungan.law.words import Figure, Language, Words, day, words


NO_VALUE: Final = words("belum atau tidak ada nilai", "no value")
_FOR: Final = Words("untuk", "for")
_PAID_BY: Final = Words("dibayar oleh", "paid by")
_OF: Final = Words("dasar", "base")
_CHECKED: Final = Words("diperiksa", "checked")
_OFFICE: Final = Words("KETETAPAN KANTOR", "OFFICE RULE")
_TABLE: Final = Words("tabel", "table")


@dataclass(frozen=True)
class Description:
    """A parameter with the statements to show; `day` where only one day is asked."""

    parameter: Parameter
    statements: tuple[Statement, ...]
    day: date | None = None

    def text(self, language: Language = "id") -> str:
        """Write everything about the value, newest last."""
        return "\n".join(self._rows(language))

    def as_data(self) -> dict[str, Any]:
        """Give everything about the value as JSON has it."""
        one = self.parameter
        return {
            "path": one.path,
            "title": {"id": one.title, "en": one.title_en},
            "unit": one.unit,
            "columns": one.columns,
            "base": one.base,
            "applies_to": list(one.applies_to),
            "payer": one.payer,
            "values": [each.as_data() for each in self.statements],
            "notes": [
                {"from": note.from_on.isoformat() if note.from_on else None}
                | {"text": note.text}
                for note in one.notes
            ],
            "checked_on": one.checked_on.isoformat(),
        }

    def _rows(self, language: Language) -> Iterator[str]:
        one = self.parameter
        yield one.title if language == "id" else one.title_en
        yield self._facts(language)
        if not self.statements:
            yield f"  {NO_VALUE.text(language)}"
        for each in self.statements:
            yield from _statement_rows(each, one.columns, language)
        for note in one.notes if language == "id" else ():
            since = f"{day(note.from_on).id}: " if note.from_on else ""
            yield f"  - {since}{note.text}"
        yield f"  {_CHECKED.text(language)} {written(day(one.checked_on), language)}"

    def _facts(self, language: Language) -> str:
        one = self.parameter
        unit = UNITS.get(one.unit)
        label = Words(unit.label, unit.label_en) if unit else _TABLE
        facts = [one.path, label.text(language)]
        for heading, codes in (
            (_OF, (one.base,) if one.base else ()),
            (_FOR, one.applies_to),
            (_PAID_BY, (one.payer,) if one.payer else ()),
        ):
            if codes:
                named = listed([term(code) for code in codes]).text(language)
                facts.append(f"{heading.text(language)} {named}")
        return " · ".join(facts)


def describe(book: Book, path: str, on: date | None = None) -> Description:
    """Describe one parameter whole, or as it is on a day.

    Raises LawRefused for a path that no parameter has.
    """
    parameter = book.parameter(path)
    if on is None:
        return Description(parameter, tuple(statements(book, parameter)))
    found = statement_on(book, parameter, on)
    return Description(parameter, (found,) if found else (), on)


def written(said: Figure | Words, language: Language) -> str:
    """Write words or a figure in one language."""
    if isinstance(said, Words):
        return said.text(language)
    return said.id if language == "id" else said.en


def period(one: Statement) -> Words:
    """Say on which days a statement holds."""
    if one.to_on is None:
        return words("sejak {day}", "since {day}", day=day(one.from_on))
    return words(
        "{first} sampai {last}",
        "{first} to {last}",
        first=day(one.from_on),
        last=day(one.to_on),
    )


def _statement_rows(
    one: Statement, columns: Mapping[str, str], language: Language
) -> Iterator[str]:
    yield f"  {period(one).text(language)}: {written(one.value, language)}"
    parts = [one.basis] if one.basis else []
    if one.entry.overlaid_by:
        parts.insert(0, f"{_OFFICE.text(language)}: {one.entry.overlaid_by}")
    if one.doubtful:
        parts.append(one.why_doubtful.text(language))
    yield f"      {'; '.join(parts)}"
    if one.entry.note and language == "id":
        yield f"      {one.entry.note}"
    if one.value is not ENDS:
        yield from _table_rows(one, columns, language)


def _table_rows(
    one: Statement, columns: Mapping[str, str], language: Language
) -> Iterator[str]:
    value = one.entry.value
    if not isinstance(value, tuple):
        return
    for row in value:
        if isinstance(row, dict):
            said = [
                f"{term(name).text(language)} {written(cell, language)}"
                for name, cell in in_both(row, columns).items()
            ]
            yield f"      · {'; '.join(said)}"
