"""What an employer's unpaid months cost by the law, month by month and programme by programme.

A statement is a question to the law about arrears with its answer: the months and
programmes to freeze, and every doubt that comes with them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from naungan.law.answer import Answer
from naungan.law.arrears import FIELDS, answer_with_levies
from naungan.law.book import enacted
from naungan.law.question import read_facts
from naungan.law.reader import reader_of
from naungan.lib.dates import month_text
from naungan.lib.errors import LawRefused


COUNTED_DAILY: Final = ("on", "payments", "handed_over_on", "instalments")
"""What is never frozen with a question: it is asked again on every day."""
KEPT: Final = 64
"""How many answers a process keeps: one debt is asked for several times in a row."""
EMPLOYER: Final = "employer"
WORKER: Final = "worker"


@dataclass(frozen=True)
class Levied:
    """One programme's month: who owes how much of it, in whole rupiah."""

    month: int
    programme: str
    employer_idr: int
    worker_idr: int

    @property
    def principal_idr(self) -> int:
        """The contribution of both together."""
        return self.employer_idr + self.worker_idr


@dataclass(frozen=True)
class Statement:
    """The months owed with the question that asked for them and the law's answer."""

    question: dict[str, Any]
    lines: tuple[Levied, ...]
    answered: Answer

    @property
    def principal_idr(self) -> int:
        """All contributions together."""
        return sum(one.principal_idr for one in self.lines)


def state(question: Mapping[str, Any], on: date) -> Statement:
    """Ask the law what the months of a question cost, counted on a day.

    Raises LawRefused where a value is missing or out of the recorded law, and where
    nothing at all is owed.
    """
    asked = {name: one for name, one in question.items() if name not in COUNTED_DAILY}
    lines, answered = _levied(json.dumps(asked, sort_keys=True), on, enacted().version)
    if not lines:
        raise LawRefused("Tidak ada iuran yang terutang untuk bulan dan pekerja ini.")
    return Statement(asked, lines, answered)


@lru_cache(maxsize=KEPT)
def _levied(asked: str, on: date, law: str) -> tuple[tuple[Levied, ...], Answer]:
    """Ask the law once for the page that shows a debt, tries it, and freezes it."""
    del law  # a new law is asked anew
    told = {**json.loads(asked), "on": on}
    reader = reader_of(enacted())
    answered, found = answer_with_levies(read_facts(told, FIELDS), reader)
    lines = tuple(
        Levied(
            one.month,
            one.programme,
            one.by_payer.get(EMPLOYER, 0),
            one.by_payer.get(WORKER, 0),
        )
        for one in found
        if one.amount_idr > 0
    )
    return lines, answered


@dataclass(frozen=True)
class Earners:
    """Workers alike: how many, which reported wage, which months unpaid, programmes."""

    count: int
    wage_idr: int
    months: tuple[int, ...]
    programmes: tuple[str, ...] = ()


def question_of(
    earners: Sequence[Earners], *, scale: str | None, risk_group: str | None
) -> dict[str, Any]:
    """Put workers alike into a question about arrears; the months are those of all."""
    months = sorted({month for one in earners for month in one.months})
    said: dict[str, Any] = {
        "months": [month_text(one) for one in months],
        "workers": [_worker(one) for one in earners],
    }
    if scale:
        said["scale"] = scale
    if risk_group:
        said["risk_group"] = risk_group
    return said


def _worker(one: Earners) -> dict[str, Any]:
    said: dict[str, Any] = {
        "count": one.count,
        "wage": one.wage_idr,
        "months": [month_text(month) for month in one.months],
    }
    if one.programmes:
        said["programmes"] = list(one.programmes)
    return said
