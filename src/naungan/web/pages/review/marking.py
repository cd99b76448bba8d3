"""Where two values differ, letter by letter, as pieces for a page to mark."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final


MOST: Final = 200  # letters that are compared; longer values are marked whole
LEAST_ALIKE: Final = 0.4  # below this two values are simply two


@dataclass(frozen=True)
class Piece:
    """A part of a value; `marked` where the other value has something else."""

    text: str
    marked: bool = False


Pieces = tuple[Piece, ...]


def plain(text: str) -> Pieces:
    """Give a value of which nothing is marked."""
    return (Piece(text),) if text else ()


def marked(left: str, right: str) -> tuple[Pieces, Pieces]:
    """Part two values into what they share and what they do not, whatever the case."""
    if not left or not right or left.casefold() == right.casefold():
        return plain(left), plain(right)
    found = SequenceMatcher(None, _alike(left), _alike(right), autojunk=False)
    if max(len(left), len(right)) > MOST or found.ratio() < LEAST_ALIKE:
        return (Piece(left, True),), (Piece(right, True),)
    ours, theirs = [], []
    for what, a, b, c, d in found.get_opcodes():
        ours.append(Piece(left[a:b], what != "equal"))
        theirs.append(Piece(right[c:d], what != "equal"))
    return _joined(ours), _joined(theirs)


def by_place(text: str, other: str) -> Pieces:
    """Part one of two values of one length into runs that agree and runs that do not."""
    runs = groupby(zip(text, other, strict=True), key=lambda both: both[0] != both[1])
    return tuple(
        Piece("".join(own for own, _ in both), differs) for differs, both in runs
    )


def _alike(text: str) -> str:
    """Fold the case letter by letter, so that places stay what they are."""
    return "".join(letter.lower()[:1] for letter in text)


def _joined(pieces: list[Piece]) -> Pieces:
    return tuple(piece for piece in pieces if piece.text)
