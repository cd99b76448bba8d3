"""What the book holds: its folders, what stands under a path, what has a name."""

import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NoReturn

from naungan.law.book import Book
from naungan.law.history.beside import Shown, beside_values
from naungan.law.history.description import NO_VALUE, describe, written
from naungan.law.history.open_points import open_points
from naungan.law.history.statement import Statement, statement_on, statements
from naungan.law.source.parameter import Parameter
from naungan.law.words import Language, words
from naungan.lib.errors import LawRefused


_ONE: Final = words("nilai", "value")
_COUNT: Final = words("nilai", "values")


@dataclass(frozen=True)
class Listed:
    """A parameter in a list, with its newest statement or that of a day asked."""

    parameter: Parameter
    statement: Statement | None

    def text(self, language: Language = "id") -> str:
        """Write path, title and value in two rows."""
        one = self.parameter
        title = one.title if language == "id" else one.title_en
        value = self.statement.value if self.statement else NO_VALUE
        rows = [one.path, f"    {title}: {written(value, language)}"]
        if self.statement and self.statement.doubtful:
            rows[1] += f" ({self.statement.why_doubtful.text(language)})"
        return "\n".join(rows)

    def as_data(self) -> dict[str, Any]:
        """Give path, titles and value as JSON has them."""
        one = self.parameter
        return {
            "path": one.path,
            "title": {"id": one.title, "en": one.title_en},
            "unit": one.unit,
            "value": self.statement.as_data() if self.statement else None,
        }


@dataclass(frozen=True)
class Folder:
    """A folder of the book with how many values lie in it."""

    path: str
    count: int

    def text(self, language: Language = "id") -> str:
        """Write the folder in one row."""
        unit = (_ONE if self.count == 1 else _COUNT).text(language)
        return f"{self.path:<44} {self.count:>4} {unit}"

    def as_data(self) -> dict[str, Any]:
        """Give the folder as JSON has it."""
        return {"path": self.path, "count": self.count}


def folders(book: Book) -> list[Folder]:
    """Count the values of each folder, two steps deep, then what is no value."""
    counted = Counter("/".join(path.split("/")[:-1][:2]) for path in book.paths)
    beside = {
        "obligations": len(book.obligations),
        "steps": len(book.steps),
        "instruments": len(book.instruments),
        "open_points": len(open_points(book)),
    }
    return [Folder(path, count) for path, count in {**counted, **beside}.items()]


def under(book: Book, prefix: str, on: date | None = None) -> Iterator[Listed]:
    """Yield the parameters under a folder with their value, the newest or a day's."""
    for path in book.paths:
        if path.startswith(f"{prefix}/"):
            parameter = book.parameter(path)
            found = statements(book, parameter)
            newest = found[-1] if found else None
            held = newest if on is None else statement_on(book, parameter, on)
            yield Listed(parameter, held)


def look_up(book: Book, path: str, on: date | None = None) -> list[Shown]:
    """Find what a path names: a folder's values, one value, a duty, a text.

    Raises LawRefused for a path that names nothing, with the nearest that does.
    """
    if not path:
        return list(folders(book))
    if path in book.paths:
        return [describe(book, path, on)]
    beside = beside_values(book, path)
    if beside is not None:
        return list(beside)
    found = list(under(book, path, on))
    if not found:
        _refuse(book, path)
    return list(found)


def _refuse(book: Book, path: str) -> NoReturn:
    near = difflib.get_close_matches(path, book.paths, 1, 0.5)
    hint = f"mungkin {near[0]}; " if near else ""
    raise LawRefused(
        f"Jalur hukum '{path}' tidak ada; {hint}semua folder: law show tanpa jalur."
    )
