"""The record of processing: each purpose, whose data, on which legal basis, how long."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from naungan.casework.privacy import declared
from naungan.casework.retention import Term, terms
from naungan.law.book import enacted


FILE: Final = Path(__file__).with_name("processing.toml")
TOLD: Final = (*("title", "purpose", "subjects", "data", "recipients", "safeguards"),)
"""What is told of each processing, in both languages."""


@dataclass(frozen=True)
class LegalBasis:
    """An article in words, and how surely it was read."""

    text: str
    confidence: str


@dataclass(frozen=True)
class Processing:
    """One purpose for which data about people are processed."""

    code: str
    told: dict[str, str]
    told_en: dict[str, str]
    legal_bases: tuple[LegalBasis, ...]
    term: Term

    def words(self, language: str) -> dict[str, str]:
        """Give what is told in a language; Indonesian where there is no other."""
        return self.told_en if language == "en" else self.told


def record(on: date) -> list[Processing]:
    """Give every processing with the articles that may be cited on a day."""
    return [_processing(code, given, on) for code, given in _file().items()]


def _processing(code: str, given: dict[str, Any], on: date) -> Processing:
    own = [LegalBasis(**article) for article in given.get("articles", [])]
    duties = [basis for duty in given["duties"] for basis in _of_duty(duty, on)]
    return Processing(
        code=code,
        told={name: given[name] for name in TOLD},
        told_en={name: given[f"{name}_en"] for name in TOLD},
        legal_bases=tuple(dict.fromkeys([*duties, *own])),
        term=terms()[given["term"]],
    )


def _of_duty(code: str, on: date) -> list[LegalBasis]:
    book = enacted()
    return [
        LegalBasis(
            f"{book.instruments[one.instrument].short} {one.article}", one.confidence
        )
        for one in book.obligations[code].bases_on(on)
    ]


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class FieldHeld:
    """One personal or secret field as the record shows it."""

    model: str
    field: str
    kind: str
    why: str
    term: Term
    after: str


def fields_held() -> list[FieldHeld]:
    """List every personal and secret field of the database, by model."""
    known = terms()
    return [
        FieldHeld(model, name, one.kind, one.why, known[one.term], one.after)
        for model, fields in sorted(declared().items())
        for name, one in fields.items()
        if one.kind != "none"
    ]
