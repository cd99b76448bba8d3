"""Pairs as the pages show them: the rows of a queue, and two records side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake.models import Publication
from naungan.lib import regions
from naungan.lib.identity_numbers import mask_kpj
from naungan.web.pages.review import words
from naungan.web.pages.review.comparing import (
    Line,
    Record,
    Sum,
    employer_lines,
    lists,
    membership,
    person_lines,
    place,
    signed,
    total,
)


MOST: Final = 3  # source rows that are named
OTHER: Final = {"person": "member_name", "employer": "registered_name"}
"""The name of the other record in the rows of a queue."""


@dataclass(frozen=True)
class Side:
    """One record's head: what it is, and where it stands."""

    title: Promise | str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A pair as the page shows it."""

    title: str
    left: Side
    right: Side
    lines: list[Line]
    total: Sum
    held: str
    status: Promise | str
    hangs: bool


@dataclass(frozen=True)
class QueueRow:
    """One pair in the list."""

    key: tuple[int, str]
    name: str
    other: str
    place: str
    status: Promise | str
    hangs: bool
    weight: str
    how: Promise | str
    answer: str
    said: Promise | str


def pair(subject: str, found: Record) -> Shown:
    """Arrange a pair of either kind."""
    return _person_pair(found) if subject == "person" else _employer_pair(found)


def _person_pair(found: Record) -> Shown:
    person, member = found["person"], found["member"]
    return Shown(
        title=person["name"] or "–",
        left=Side(_lists(person), tuple(_source(row) for row in found["rows"][:MOST])),
        right=Side(
            _("Kepesertaan BPJS Ketenagakerjaan"),
            (f"KPJ {mask_kpj(member['kpj'] or '–')}", _source(member)),
        ),
        lines=person_lines(found),
        total=total(found),
        held=membership(member),
        status=words.STATUSES.get(person.get("status") or "", "–"),
        hangs=bool(person.get("effect")),
    )


def _employer_pair(found: Record) -> Shown:
    ours, theirs = found["employer"], found["registered"]
    return Shown(
        title=ours["name"] or "–",
        left=Side(
            _("Daftar pemberi kerja"),
            tuple(_source(row) for row in found["rows"][:MOST]),
        ),
        right=Side(
            _("Terdaftar di BPJS Ketenagakerjaan"), (f"NPP {found['partner']}",)
        ),
        lines=employer_lines(found),
        total=total(found),
        held=theirs["name"] or "–",
        status="",
        hangs=True,
    )


def rows(
    subject: str, found: Sequence[Record], answers: Mapping[tuple[int, str], str]
) -> list[QueueRow]:
    """Arrange the rows of the list."""
    other = OTHER[subject]
    return [
        QueueRow(
            key=_key(row, subject),
            name=row["name"] or "–",
            other=row[other] or "–",
            place=place(row["village_code"]) or "–",
            status=words.STATUSES.get(row.get("status") or "", "–"),
            hangs=bool(row.get("effect")),
            weight=signed(row["weight"] or 0.0),
            how=words.METHODS.get(row["method"] or "", "–"),
            answer=answers.get(_key(row, subject), ""),
            said=words.ANSWERS.get(answers.get(_key(row, subject), ""), ""),
        )
        for row in found
    ]


def _key(row: Record, subject: str) -> tuple[int, str]:
    pair: tuple[int, str] = (
        row["pair"] if subject == "person" else (row["employer_id"], row["npp"])
    )
    return pair


def published(found: Sequence[Publication], scope: Scope) -> list[tuple[str, str]]:
    """Name the published regions within a scope, for whoever has no queue of their own."""
    own = scope.region_code
    inside = (
        one.region_code for one in found if not own or one.region_code.startswith(own)
    )
    known = (regions.by_code(code) for code in inside)
    return [(one.code, one.name) for one in known if one is not None]


def _lists(person: Record) -> str:
    return ", ".join(str(one) for one in lists(person.get("lists"))) or "–"


def _source(row: Record) -> str:
    """Name a source row: its file and its place in it."""
    return _("%(file)s, baris %(line)s") % {"file": row["file"], "line": row["line"]}
