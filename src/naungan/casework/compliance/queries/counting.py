"""Counts of cases that add up to the last one: the funnel, and how long cases lie."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from django.db.models import Case as When, Count, Min, Q, Sum, Value, When as Is
from django.db.models.functions import Coalesce

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.queries.denied import denied
from naungan.casework.compliance.queries.lists import cases


RUNGS: Final = (
    "discovered",
    "notified",
    "visited",
    "escalated",
    "settled",
    "denied",
    "dropped",
)
"""Where a case stands in the funnel; each stands on one."""
LONG: Final = (14, 30, 90)
"""Bounds of idle days, in whole days."""

RUNG: Final = When(
    Is(denied(), then=Value("denied")),
    Is(Q(state="settled") | Q(closing_reason="complied"), then=Value("settled")),
    Is(state="closed", then=Value("dropped")),
    Is(escalated_on__isnull=False, then=Value("escalated")),
    Is(visited_on__isnull=False, then=Value("visited")),
    Is(notified_on__isnull=False, then=Value("notified")),
    default=Value("discovered"),
)
"""The rung of a case by its own fields."""


@dataclass(frozen=True)
class Rung:
    """How many cases stand on a rung now, and the workers that they concern."""

    code: str
    cases: int
    people: int


@dataclass(frozen=True)
class Funnel:
    """The cases opened in a time: each on one rung now, and which rungs were reached.

    `standing` adds up to `total`; its rung `denied` holds what was recorded as settled
    while later data show the contrary. `reached` counts a case on every rung that it
    ever reached, by what was recorded.
    """

    standing: list[Rung]
    reached: dict[str, int]
    total: int

    @property
    def settled(self) -> int:
        """The cases that were settled, which no later data deny."""
        return self._on("settled")

    @property
    def denied(self) -> int:
        """The cases recorded as settled that later data deny."""
        return self._on("denied")

    def _on(self, code: str) -> int:
        return next(one.cases for one in self.standing if one.code == code)


def funnel(scope: Scope, since: date, until: date, track: str = "") -> Funnel:
    """Count the cases opened from a day to a day by how far they came."""
    found = cases(scope).filter(opened_on__gte=since, opened_on__lte=until)
    if track:
        found = found.filter(track=track)
    rows = {
        row["rung"]: row
        for row in found.annotate(rung=RUNG)
        .values("rung")
        .annotate(
            cases=Count("pk"),
            workers=Coalesce(Sum("people"), 0),
            notified=Count("notified_on"),
            visited=Count("visited_on"),
            escalated=Count("escalated_on"),
        )
        .order_by("rung")
    }
    standing = [
        Rung(code, rows[code]["cases"], rows[code]["workers"])
        if code in rows
        else Rung(code, 0, 0)
        for code in RUNGS
    ]
    total = sum(one.cases for one in standing)
    reached = {"discovered": total}
    for code in ("notified", "visited", "escalated"):
        reached[code] = sum(row[code] for row in rows.values())
    found_now = Funnel(standing, reached, total)
    reached["settled"] = found_now.settled + found_now.denied
    return found_now


@dataclass(frozen=True)
class Ageing:
    """The open cases at one step: how many lie for how long, and past their term.

    `idle` has the cases idle for at most each bound of `LONG`, then those beyond;
    `oldest` is the most idle days.
    """

    track: str
    stage: str
    cases: int
    over: int
    idle: tuple[int, ...]
    oldest: int


def ageing(scope: Scope, today: date) -> list[Ageing]:
    """Count the open cases by track and step, and how long nothing happened."""
    bounds = _bounds(today)
    rows: Any = (
        cases(scope)
        .filter(state="open")
        .values("track", "stage")
        .annotate(
            cases=Count("pk"),
            over=Count("pk", filter=Q(due_on__lt=today)),
            oldest=Min("stage_since"),
            **{f"idle_{n}": Count("pk", filter=q) for n, q in enumerate(bounds)},
        )
        .order_by("track", "stage")
    )
    return [
        Ageing(
            row["track"],
            row["stage"],
            row["cases"],
            row["over"],
            tuple(row[f"idle_{n}"] for n in range(len(bounds))),
            (today - row["oldest"]).days,
        )
        for row in rows
    ]


def _bounds(today: date) -> list[Q]:
    """Give conditions of idle days that no two of which hold of one case."""
    days = [today - timedelta(days=bound) for bound in LONG]
    parts = [Q(stage_since__gte=days[0])]
    parts += [
        Q(stage_since__lt=newer, stage_since__gte=older)
        for newer, older in pairwise(days)
    ]
    return [*parts, Q(stage_since__lt=days[-1])]
