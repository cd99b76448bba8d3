"""What is not sure in the law: for a lawyer to settle, and for users to know.

Two kinds: points that nobody could settle from the texts, written down in
`open_points.yaml`, and every value, duty or title whose entry says that its
source or its first day is not sure.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from naungan.law.book import Book
from naungan.law.history.statement import Statement, statements
from naungan.law.source.parameter import Parameter
from naungan.law.source.yaml_file import Node, YamlFile
from naungan.law.words import Figure, Words, words


_KEYS = ("title", "title_en", "text", "text_en", "touches")


@dataclass(frozen=True)
class OpenPoint:
    """A question about the law with the paths, or folders, that hang on it."""

    title: Words
    text: Words
    touches: tuple[str, ...]


@dataclass(frozen=True)
class Doubt:
    """One value that is not sure, from one day on."""

    parameter: Parameter
    statement: Statement


def open_points(book: Book) -> list[OpenPoint]:
    """Give the recorded questions; a path that no value has is refused."""
    path = book.root / "open_points.yaml"
    if not path.exists():
        return []
    file = YamlFile(path, path.name)
    return [_point(book, file, node) for node in file.items(file.root())]


def doubts(book: Book) -> Iterator[Doubt]:
    """Yield every statement that should be checked before a legal act."""
    for parameter in book.parameters():
        for statement in statements(book, parameter):
            if statement.doubtful:
                yield Doubt(parameter, statement)


def _point(book: Book, file: YamlFile, node: Node) -> OpenPoint:
    found = file.fields(node, _KEYS, ())
    touches = tuple(file.text(one) for one in found["touches"].value)
    for path in touches:
        if not any(f"{known}/".startswith(f"{path}/") for known in book.paths):
            file.refuse(found["touches"], f"jalur '{path}' tidak ada", "betulkan")
    return OpenPoint(
        _both(file, found["title"], found["title_en"]),
        _both(file, found["text"], found["text_en"]),
        touches,
    )


def _both(file: YamlFile, indonesian: Node, english: Node) -> Words:
    said = Figure(file.text(indonesian), file.text(english))
    return words("{said}", "{said}", said=said)
