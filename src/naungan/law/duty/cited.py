"""Duties and steps as the trace of an answer cites them: like values of the law."""

from collections.abc import Sequence
from datetime import date

from naungan.law.answer import Used
from naungan.law.book import Book
from naungan.law.obligation import Obligation, said
from naungan.law.source.entry import CONFIDENCES, Entry
from naungan.law.step import Step
from naungan.law.words import Words


def cite_duty(book: Book, duty: Obligation, day: date) -> tuple[Used, ...]:
    """Give the record of a duty on a day; none before its first article."""
    title = said(duty.title, duty.title_en)
    return _cite(book, f"obligations/{duty.code}", title, duty.bases_on(day))


def cite_step(book: Book, step: Step, day: date) -> tuple[Used, ...]:
    """Give the record of a step on a day; none before its first article."""
    return _cite(book, f"steps/{step.code}", step.title, step.bases_on(day))


def _cite(
    book: Book, path: str, title: Words, bases: Sequence[Entry]
) -> tuple[Used, ...]:
    if not bases:
        return ()
    cited = [book.cite(one) for basis in bases for one in basis.citations]
    used = Used(
        path=path,
        title=title,
        unit="text",
        value="in_force",
        from_on=min(basis.from_on for basis in bases),
        to_on=None,
        basis="; ".join(dict.fromkeys(cited)),
        confidence=max((basis.confidence for basis in bases), key=CONFIDENCES.index),
        date_uncertain=any(basis.date_uncertain for basis in bases),
        overlaid_by=None,
        note=None,
    )
    return (used,)
