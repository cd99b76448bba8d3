"""The rule of the law behind a refusal, as it held on the day of the event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from naungan.law.book import enacted
from naungan.law.reader import reader_of
from naungan.law.used import said_in
from naungan.web.language import spoken
from naungan.web.letters.facts import Cited
from naungan.web.letters.law_cited import cited
from naungan.web.pages.claims import presenter, words


@dataclass(frozen=True)
class Rule:
    """One rule: its words, its value that day, its article, and its doubt."""

    title: str
    value: str
    basis: str
    doubt: str


def rules(paths: Iterable[str], on: date) -> list[Rule]:
    """Read some rules of the law on a day; one without a value that day is left out."""
    reader = reader_of(enacted())
    found = []
    for path in paths:
        read = reader.find(path, on, object)
        if read is not None:
            used = read.used
            value = said_in(used.shown, spoken())
            found.append(
                Rule(
                    words.said(used.title),
                    value,
                    used.basis,
                    presenter.doubt(used.confidence),
                )
            )
    return found


def law_of(paths: Iterable[str], on: date) -> tuple[Cited, ...]:
    """Give the articles of some rules as a letter may cite them on a day."""
    book = enacted()
    entries = (book.parameter(path).entry_at(on) for path in paths)
    found = (cited(book, entry) for entry in entries if entry is not None)
    return tuple(one for one in found if one is not None)
