"""A letter's text: one file for each, in parts, each naming what it makes the letter say.

The file stem is the letter's code, for a step of the law that of the step. `says` is
the content that the law's file asks of the letter, word for word; a consistency test
compares them. The text is ours: no article is copied.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from naungan.casework.accounts.access import ActRefused


FOLDER: Final = Path(__file__).parent / "texts"
FORMS: Final = ("letter", "document")
VERSION_DIGITS: Final = 16
Form = Literal["letter", "document"]


@dataclass(frozen=True)
class Part:
    """One part: its kind, its own text, and which content it fulfils.

    `of` narrows a kind: the field of the facts that a list shows, or the step that
    is referred to. A part that is not `needed` is left out when its facts are. Its
    text may stand as a `heading`. What an `enclosed` list names goes with the letter.
    """

    kind: str
    text: str = ""
    says: str = ""
    of: str = ""
    needed: bool = True
    heading: bool = False
    enclosed: bool = False


@dataclass(frozen=True)
class Text:
    """A letter: its subject, its agenda book, its form, and its parts in order."""

    code: str
    title: str
    subject: str
    book: str
    form: Form
    parts: tuple[Part, ...]
    classification: str = "Segera"
    greeting: str = "Dengan hormat,"
    closing: str = ""
    signers: tuple[str, ...] = ()


@cache
def texts() -> dict[str, Text]:
    """Read every text of the folder by its code."""
    return {
        file.stem: _read(file.stem, file.read_text(encoding="utf-8"))
        for file in sorted(FOLDER.glob("*.toml"))
    }


def text_of(code: str) -> Text:
    """Give a text by its code; refuse one that there is not."""
    found = texts().get(code)
    if found is None:
        raise ActRefused("Belum ada bentuk surat untuk langkah ini.")
    return found


@cache
def version() -> str:
    """Give the version of all texts and of the frame in which they are set."""
    digest = hashlib.sha256()
    for file in (Path(__file__).parent / "letter.typ", *sorted(FOLDER.glob("*.toml"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:VERSION_DIGITS]


def _read(code: str, written: str) -> Text:
    given: dict[str, Any] = tomllib.loads(written)
    parts = tuple(Part(**one) for one in given.pop("part"))
    signers = tuple(given.pop("signers", ()))
    return Text(code=code, parts=parts, signers=signers, **given)
