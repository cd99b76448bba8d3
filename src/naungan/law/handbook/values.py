"""The pages of values: each with its whole history, sources, doubts and notes."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from naungan.law.book import Book
from naungan.law.handbook.edition import Edition, cell, row
from naungan.law.history.description import period
from naungan.law.history.statement import Statement, statements
from naungan.law.source.parameter import Parameter
from naungan.law.source.unit import UNITS
from naungan.law.terms import in_both, term
from naungan.law.words import Words, words


LARGEST_PAGE: Final = 25  # a folder with more values has a page per folder of its own
_HEADS: Final = (
    words("berlaku", "holds"),
    words("nilai", "value"),
    words("dasar", "basis"),
    words("keyakinan", "how sure"),
)


def value_pages(book: Book) -> dict[str, list[Parameter]]:
    """Give the values of each page by its stem, in order of path."""
    counted = Counter(path.split("/")[0] for path in book.paths)

    def stem_of(parameter: Parameter) -> str:
        top, *inner = parameter.path.split("/")[:-1]
        whole = counted[top] <= LARGEST_PAGE
        return top if whole else f"{top}-{inner[0] if inner else 'shared'}"

    ordered = sorted(book.parameters(), key=lambda one: (stem_of(one), one.path))
    return {stem: list(group) for stem, group in groupby(ordered, key=stem_of)}


def value_page(edition: Edition, stem: str, shown: list[Parameter]) -> Iterator[str]:
    """Write one page of values."""
    yield from edition.top(stem)
    for one in shown:
        yield from _value(edition, one)


def _value(edition: Edition, one: Parameter) -> Iterator[str]:
    held = statements(edition.book, one)
    yield from ("", f"## {edition.choose(one.title, one.title_en)}", "")
    yield from (_facts(edition, one), "", *edition.head(*_HEADS))
    yield from (_statement(edition, each) for each in held)
    for each in held:
        yield from _table(edition, one, each)
    notes = [(each.from_on, each.entry.note) for each in held if each.entry.note]
    notes += [(note.from_on, note.text) for note in one.notes if note.from_on]
    general = [note.text for note in one.notes if not note.from_on]
    if notes or general:
        yield ""
    for on, text in dict.fromkeys(notes):
        yield f"* {edition.day(on)}: {cell(text)}"
    yield from (f"* {cell(text)}" for text in general)


def _facts(edition: Edition, one: Parameter) -> str:
    unit = UNITS.get(one.unit)
    label = words("tabel", "table")
    if unit is not None:
        label = words(unit.label, unit.label_en)
    facts = [f"`{one.path}`", edition.say(label)]
    facts += [edition.say(term(code)) for code in (one.base, *one.applies_to) if code]
    if one.payer:
        paid = words("dibayar {who}", "paid by {who}", who=term(one.payer))
        facts.append(edition.say(paid))
    return " · ".join(facts)


def _statement(edition: Edition, one: Statement) -> str:
    value = edition.say(one.value)
    if one.entry.overlaid_by:
        laid = Words("**ketetapan kantor**", "**office rule**")
        value += f" ({edition.say(laid)}: {one.entry.overlaid_by})"
    return row(edition.say(period(one)), value, one.basis, edition.say(one.sure))


def _table(edition: Edition, parameter: Parameter, one: Statement) -> Iterator[str]:
    value = one.entry.value
    if parameter.unit != "table" or not isinstance(value, tuple) or len(value) < 2:
        return
    columns = parameter.columns
    rows = [in_both(each, columns) for each in value if isinstance(each, dict)]
    yield from ("", f"{edition.say(period(one))}:", "")
    yield from edition.head(*(term(name) for name in rows[0]))
    for each in rows:
        yield row(*(edition.say(said) for said in each.values()))
