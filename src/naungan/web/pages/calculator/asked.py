"""What the address of a calculation states, bounded, and the answer of the law.

The address is the question: it can be shared, printed and asked again. What could
name a person is no part of it, and neither is what the question does not know.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from django.http import QueryDict

from naungan.law.answer import Answer
from naungan.law.kinds import kind
from naungan.law.question import Field
from naungan.lib.errors import LawRefused
from naungan.web.pages.calculator.questions import Question, Variant
from naungan.web.question_bounds import MOST_ROWS, PRIVATE, answer_bounded, flat


ASKED: Final = "hitung"
ADDS: Final = "tambah"
UNTIL: Final = "-sampai"
LONGEST_NUMBER: Final = 6

_AT: Final = re.compile(r"^(?:(?P<list>\w+) ke-(?P<row>\d+): )?(?P<name>\w+) ")


@dataclass(frozen=True)
class Problem:
    """Why the law refused: the sentence, and the place it names, if any."""

    said: str
    name: str = ""
    records: str = ""
    row: int = 0

    @property
    def place(self) -> str:
        """Give the name of the input, as the form has it."""
        return f"{self.records}-{self.row}-{self.name}" if self.records else self.name


@dataclass(frozen=True)
class Asked:
    """A question as the address states it, with its answer or what is wrong."""

    question: Question
    variant: Variant
    stated: Mapping[str, Any]
    complete: bool
    adds: str = ""
    answer: Answer | None = None
    problem: Problem | None = None

    @property
    def address(self) -> str:
        """Give the shortest query that asks the same."""
        query = QueryDict(mutable=True)
        for name, value in flat(self.stated):
            query[name] = value
        if self.complete and not self.says_more:
            query[ASKED] = "1"
        return query.urlencode()

    @property
    def says_more(self) -> bool:
        """Tell whether anything but the variant is stated."""
        return any(name != self.question.splits for name in self.stated)


def ask(question: Question, query: QueryDict) -> Asked:
    """Read an address and, where it states more than the variant, ask the law."""
    variant = question.variant(query.get(question.splits, ""))
    known = {one.name: one for one in kind(question.kind).FIELDS}
    stated = _stated(query, known, question.fields(variant))
    if question.splits:
        stated = {question.splits: variant.value, **stated}
    asked = Asked(question, variant, stated, ASKED in query, query.get(ADDS, ""))
    asked = replace(asked, complete=asked.complete or asked.says_more)
    if asked.adds or not asked.complete:
        return asked
    try:
        return replace(asked, answer=answer_bounded(question.kind, stated))
    except LawRefused as refused:
        return replace(asked, problem=_problem(str(refused), known))


def is_canonical(asked: Asked, query: QueryDict) -> bool:
    """Tell whether an address states nothing twice, empty or unknown."""
    return bool(asked.adds) or sorted(query.urlencode().split("&")) == sorted(
        asked.address.split("&")
    )


def _stated(
    query: QueryDict, known: Mapping[str, Field], shown: tuple[Field, ...]
) -> dict[str, Any]:
    """Read every field the law knows; of lists, only the parts that the page asks."""
    parts = {one.name: one.parts for one in shown}
    found: dict[str, Any] = {}
    for name, field in known.items():
        if name in PRIVATE:
            continue
        if field.kind == "records":
            rows = list(_rows(query, name, parts.get(name, ())))
            if rows:
                found[name] = rows
        elif value := _value(query, name, field.kind):
            found[name] = value
    return found


def _rows(
    query: QueryDict, name: str, parts: tuple[Field, ...]
) -> Iterator[dict[str, Any]]:
    numbers = {
        int(number)
        for key in query
        if key.startswith(f"{name}-")
        and (number := key.split("-")[1]).isdecimal()
        and len(number) <= LONGEST_NUMBER
    }
    for place in sorted(numbers)[: MOST_ROWS + 1]:
        stated = {
            part.name: value
            for part in parts
            if (value := _value(query, f"{name}-{place}-{part.name}", part.kind))
        }
        if stated:
            yield stated


def _value(query: QueryDict, name: str, of_kind: str) -> str:
    if of_kind == "programmes":
        return "+".join(filter(None, query.getlist(name)))
    value = query.get(name, "").strip()
    until = query.get(f"{name}{UNTIL}", "").strip()
    if of_kind == "months" and value and until and until != value:
        return f"{value}..{until}"
    return value


def _problem(said: str, known: Mapping[str, Field]) -> Problem:
    """Find the place that a refusal names; without one it is about the whole."""
    at = _AT.match(said)
    if at is None:
        return Problem(said)
    records, name = at["list"] or "", at["name"]
    rest = said[at.end() :]
    if records in known and any(one.name == name for one in known[records].parts):
        return Problem(rest, name, records, int(at["row"]))
    return Problem(rest, name) if not records and name in known else Problem(said)
