"""Articles as a page cites them: the text, the article, and how unsure its reading is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.law.book import enacted
from naungan.law.step import Step
from naungan.web.language import spoken
from naungan.web.letters.law_cited import bracketed
from naungan.web.pages.employers.words import DOUBT


WORST_FIRST: Final = ("MEMORY", "SINGLE")


@dataclass(frozen=True)
class Cited:
    """An article with its doubt in words; empty where its text was read."""

    text: str
    article: str
    doubt: str


def cited(confidence: str, text: str, article: str) -> Cited:
    """Arrange one article."""
    text, article = (bracketed(one, spoken()) for one in (text, article))
    return Cited(text, article, str(DOUBT.get(confidence, "")))


def bases(step: Step, on: date) -> list[Cited]:
    """Give the articles of a step that may be cited on a day."""
    book = enacted()
    return [
        cited(entry.confidence, book.instruments[one.instrument].short, one.article)
        for entry in step.bases_on(on)
        for one in entry.citations
    ]


def sentence(entries: Iterable[Cited]) -> str:
    """Write articles as one line, each once."""
    written = (f"{one.text} {one.article}".strip() for one in entries)
    each = (text for line in written for text in line.split("; "))
    return "; ".join(dict.fromkeys(each))


def kept(rows: Iterable[Mapping[str, str]]) -> list[Cited]:
    """Give articles as a step or a finding kept them."""
    return [cited(row.get("confidence", ""), row.get("text", ""), "") for row in rows]


def doubt(entries: Iterable[Cited]) -> str:
    """Say the greatest doubt among articles; nothing where all were read."""
    found = {one.doubt for one in entries}
    worst = (str(DOUBT[code]) for code in WORST_FIRST)
    return next((one for one in worst if one in found), "")
