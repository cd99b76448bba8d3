"""The pages of what changed when, of what is not sure, and of the legal texts."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from naungan.law.handbook.edition import Edition, cell, row
from naungan.law.history.open_points import doubts, open_points
from naungan.law.history.statement import SURE
from naungan.law.history.timeline import timeline
from naungan.law.obligation import Obligation
from naungan.law.source.entry import Entry
from naungan.law.step import Step
from naungan.law.terms import CONFIDENCE, UNCERTAIN_DATE, listed
from naungan.law.words import Words, words


_SINCE: Final = words("sejak", "since")
_WHY: Final = words("sebab", "why")
_TEXT: Final = words("peraturan", "text")
_VALUES: Final = words("Nilai", "Values")
_DUTIES: Final = words("Kewajiban dan langkah", "Duties and steps")
_TEXTS: Final = words(
    "Judul dan hari berlaku peraturan", "Titles and first days of legal texts"
)
_TEXT_HEADS: Final = (
    _TEXT,
    words("judul", "title"),
    words("berlaku", "in force"),
    words("dikutip", "cited"),
)


def timeline_page(edition: Edition) -> Iterator[str]:
    """Write every change of every value in order of date."""
    yield from edition.top("timeline")
    turns = timeline(edition.book, "all")
    for on, group in groupby(turns, key=lambda one: one.on):
        yield from ("", f"## {edition.day(on)}", "")
        yield from (f"* {cell(one.text(edition.language))}" for one in group)


def open_points_page(edition: Edition) -> Iterator[str]:
    """Write what nobody could settle, then everything that is not sure."""
    yield from edition.top("open-points")
    for point in open_points(edition.book):
        yield from ("", f"## {edition.say(point.title)}", "", edition.say(point.text))
        if point.touches:
            yield from ("", ", ".join(f"`{path}`" for path in point.touches))
    for heading, rows in (
        (_VALUES, _unsure_values(edition)),
        (_DUTIES, _unsure_bases(edition)),
        (_TEXTS, _unsure_texts(edition)),
    ):
        yield from ("", f"## {edition.say(heading)}", "")
        yield from (*edition.head(heading, _SINCE, _WHY), *rows)


def instruments_page(edition: Edition) -> Iterator[str]:
    """Write every legal text with how often it is cited."""
    yield from edition.top("instruments")
    cited = Counter(
        one.instrument for entry in _entries(edition) for one in entry.citations
    )
    yield from ("", *edition.head(*_TEXT_HEADS))
    for text in edition.book.instruments.values():
        name = f"[{text.short}]({text.url})" if text.url else text.short
        title = text.title
        if text.title_confidence != SURE:
            title += f" ({edition.say(CONFIDENCE[text.title_confidence])})"
        yield row(name, title, edition.day(text.in_force_from), cited[text.id])


def _unsure_values(edition: Edition) -> Iterator[str]:
    """Write a row for each value and reason, with every day from which it is so."""
    days: dict[tuple[str, str], list[str]] = {}
    for one in doubts(edition.book):
        title = edition.choose(one.parameter.title, one.parameter.title_en)
        why = edition.say(one.statement.why_doubtful)
        name = f"{title} `{one.parameter.path}`"
        days.setdefault((name, why), []).append(edition.day(one.statement.from_on))
    for (name, why), since in days.items():
        yield row(name, ", ".join(since), why)


def _unsure_bases(edition: Edition) -> Iterator[str]:
    for one in _duties(edition):
        for entry in one.legal_bases:
            if entry.confidence != SURE or entry.date_uncertain:
                why = _why(entry.confidence, uncertain=entry.date_uncertain)
                yield row(f"`{one.code}`", edition.day(entry.from_on), edition.say(why))


def _unsure_texts(edition: Edition) -> Iterator[str]:
    for one in edition.book.instruments.values():
        if one.title_confidence != SURE or one.date_uncertain:
            why = _why(one.title_confidence, uncertain=one.date_uncertain)
            yield row(one.short, edition.day(one.in_force_from), edition.say(why))


def _why(confidence: str, *, uncertain: bool) -> Words:
    said = [] if confidence == SURE else [CONFIDENCE[confidence]]
    return listed([*said, UNCERTAIN_DATE] if uncertain else said)


def _entries(edition: Edition) -> Iterator[Entry]:
    for value in edition.book.parameters():
        yield from value.entries
    for one in _duties(edition):
        yield from one.legal_bases


def _duties(edition: Edition) -> tuple[Obligation | Step, ...]:
    return (*edition.book.obligations.values(), *edition.book.steps.values())
