"""What every page of the handbook needs: the book, one language, tables, titles."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.law.book import Book
from naungan.law.handbook.titles import TITLES, title_of
from naungan.law.history.description import written
from naungan.law.words import Figure, Language, Words, day


TWIN: Final[dict[Language, Language]] = {"id": "en", "en": "id"}
_TWIN_NAME: Final = {"en": "In English", "id": "Bahasa Indonesia"}


@dataclass(frozen=True)
class Edition:
    """The handbook in one language."""

    book: Book
    language: Language

    def say(self, said: Words | Figure) -> str:
        """Write words in the language of this edition."""
        return written(said, self.language)

    def day(self, on: date) -> str:
        """Write a date."""
        return self.say(day(on))

    def choose(self, indonesian: str, english: str) -> str:
        """Give the text of this edition's language."""
        return indonesian if self.language == "id" else english

    def top(self, stem: str) -> Iterator[str]:
        """Write the heading of a page with the ways to the index and to its twin."""
        twin = TWIN[self.language]
        yield from (f"# {self.say(title_of(stem))}", "")
        index = f"[{self.say(TITLES['README'])}](README.md)"
        yield f"{index} · [{_TWIN_NAME[twin]}](../{twin}/{stem}.md)"

    def head(self, *titles: Words | Figure) -> list[str]:
        """Write the head of a table."""
        return [row(*(self.say(one) for one in titles)), "|" + "---|" * len(titles)]


def cell(text: object) -> str:
    """Write a value so that it cannot break a table of Markdown."""
    return str(text).replace("|", "\\|").replace("\n", " ").strip()


def row(*cells: object) -> str:
    """Write one row of a table."""
    return "| " + " | ".join(cell(text) for text in cells) + " |"
