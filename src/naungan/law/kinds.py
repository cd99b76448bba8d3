"""Every kind of question that the law answers, each imported when first asked.

A kind is a module with `FIELDS`, what a question of it may state, and
`answer(facts, reader)`. Adding a kind means adding a module and its line here.
"""

import importlib
from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol, cast

from naungan.law.answer import Answer
from naungan.law.book import Book, enacted
from naungan.law.question import Facts, Field, read_facts
from naungan.law.reader import Reader, reader_of
from naungan.lib.errors import LawRefused


KINDS: Final = {
    "contribution": "naungan.law.contribution",
    "bill": "naungan.law.bill",
    "fine": "naungan.law.fine",
    "arrears": "naungan.law.arrears",
    "benefit": "naungan.law.benefit",
    "entitlement": "naungan.law.entitlement",
    "duty": "naungan.law.duty",
}
"""Kinds of questions by the word that a case file uses."""


class Kind(Protocol):
    """What the module of a kind offers."""

    FIELDS: Sequence[Field]

    def answer(self, facts: Facts, reader: Reader) -> Answer:
        """Answer a question whose fields were checked."""
        ...


def kind(name: str) -> Kind:
    """Give the module of a kind; an unknown kind is refused."""
    if name not in KINDS:
        known = ", ".join(KINDS)
        raise LawRefused(f"Jenis pertanyaan '{name}' tidak dikenal; pilih: {known}.")
    return cast(Kind, importlib.import_module(KINDS[name]))


def answer(
    name: str, stated: Mapping[str, Any], book: Book | None = None, where: str = ""
) -> Answer:
    """Answer one question of a kind from what it states.

    Raises LawRefused, in Indonesian, for a field that is unknown, missing or out
    of range, for a month outside the recorded law, and for a value it lacks.
    """
    asked = kind(name)
    facts = read_facts(stated, asked.FIELDS, where)
    return asked.answer(facts, reader_of(book or enacted()))
