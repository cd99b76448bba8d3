"""Which papers a claim needs: the law's lists of the day, then what practice asks for."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from naungan.casework.benefits.models import Claim, ClaimPaper
from naungan.law.answer import Used
from naungan.law.book import enacted
from naungan.law.reader import reader_of
from naungan.law.terms import term
from naungan.law.words import Words


PRACTICE: Final = Path(__file__).with_name("papers.toml")
LISTS: Final = {"death_other": "jkm", "death_work": "jkk", "accident": "jkk"}
MIGRANTS: Final = "pmi"
SCHOLARSHIP: Final = "scholarship"
OF_DEATH: Final = ("death_certificate", "heir_certificate")
"""Without these nobody is paid for a death, whatever a list of the law names."""


@dataclass(frozen=True)
class Wanted:
    """One kind of paper: its words, whether the claim is complete without it, and why.

    `source` says who asks for it, `confidence` how surely that was read.
    """

    code: str
    label: Words
    needed: bool
    source: str
    confidence: str


@dataclass(frozen=True)
class Place:
    """One kind of paper of a claim, with what was handed in; None while it is missing."""

    wanted: Wanted
    paper: ClaimPaper | None

    @property
    def missing(self) -> bool:
        """Tell whether the claim waits for it."""
        return self.wanted.needed and self.paper is None


def wanted(claim: Claim, *, children: bool) -> list[Wanted]:
    """Name every kind of paper of a claim, those that it needs first."""
    found: dict[str, Wanted] = {}
    lists = [_list_of(claim), *([SCHOLARSHIP] if children else [])]
    for name in lists:
        for one in _by_law(name, claim.event_on):
            found.setdefault(one.code, one)
    lacks_list = not any(one.needed for one in found.values())
    for one in _by_practice(claim.event, lacks_list=lacks_list):
        found.setdefault(one.code, one)
    return sorted(found.values(), key=lambda one: not one.needed)


def places(claim: Claim) -> list[Place]:
    """Lay what was handed in beside what is wanted; other papers come last."""
    held = {one.code: one for one in claim.papers.filter(voided_at=None)}
    asked = wanted(claim, children=claim.children.exists())
    found = [Place(one, held.pop(one.code, None)) for one in asked]
    rest = [
        Place(Wanted(code, _other(code), False, "", "VERIFIED"), paper)
        for code, paper in held.items()
    ]
    return found + rest


def missing(claim: Claim) -> list[Wanted]:
    """Name the papers without which a claim is not complete."""
    return [place.wanted for place in places(claim) if place.missing]


def codes(claim: Claim) -> dict[str, Words]:
    """Give every kind of paper that can be handed in with a claim."""
    found = {one.code: one.label for one in wanted(claim, children=True)}
    return {**found, "other": _other("other")}


def _list_of(claim: Claim) -> str:
    if claim.facts.get("segment") == "PMI":
        return MIGRANTS
    return LISTS[claim.event]


def _by_law(name: str, on: date) -> Iterator[Wanted]:
    """Give the law's list of a day; a list of scholarships waits for each school year."""
    read = reader_of(enacted()).find(f"benefits/payment/{name}_documents", on, tuple)
    if read is None:
        return
    for code in read.value:
        yield Wanted(
            str(code),
            term(str(code)),
            name != SCHOLARSHIP,
            read.used.basis,
            _sureness(read.used),
        )


def _sureness(used: Used) -> str:
    return (
        "SINGLE" if used.doubtful and used.confidence == "VERIFIED" else used.confidence
    )


def _by_practice(event: str, *, lacks_list: bool) -> Iterator[Wanted]:
    for code, given in practice().items():
        if event in given["for"]:
            always = code in OF_DEATH and given["needed"]
            yield Wanted(
                code,
                Words(given["id"], given["en"]),
                always or (lacks_list and given["needed"]),
                given["source"],
                given["confidence"],
            )


def _other(code: str) -> Words:
    known = practice().get(code)
    if known:
        return Words(known["id"], known["en"])
    return Words("berkas lain", "another paper") if code == "other" else term(code)


@cache
def practice() -> Mapping[str, dict[str, Any]]:
    """Read what practice asks for, by the code of the paper."""
    return tomllib.loads(PRACTICE.read_text(encoding="utf-8"))
