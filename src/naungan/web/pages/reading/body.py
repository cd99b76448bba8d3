"""The text of a report beside its draft, with the words of each fact marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from naungan.web.pages.reading.lines import Line


@dataclass(frozen=True)
class Piece:
    """A stretch of the text; `key` names the line it proves, if it proves one."""

    text: str
    key: str = ""


def paragraphs(text: str, lines: Sequence[Line]) -> list[list[Piece]]:
    """Cut a text into paragraphs of pieces; of words marked twice the first line counts."""
    spans = sorted((line["at"], len(line["words"]), line["key"]) for line in lines)
    found: list[list[Piece]] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        inside = [one for one in spans if start <= one[0] and one[0] + one[1] <= end]
        found.append([*_pieces(text, start, end, inside)])
        start = end + 1
    return found


def _pieces(
    text: str, start: int, end: int, spans: Sequence[tuple[int, int, str]]
) -> Iterator[Piece]:
    at = start
    for begins, length, key in spans:
        if begins < at:
            continue
        if begins > at:
            yield Piece(text[at:begins])
        yield Piece(text[begins : begins + length], key)
        at = begins + length
    if at < end:
        yield Piece(text[at:end])
