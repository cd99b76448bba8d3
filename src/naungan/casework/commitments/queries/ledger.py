"""The book of promises in figures: where each stands, what moved, who waits for whom."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, Q, QuerySet

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import kinds, states
from naungan.casework.commitments.extent import Extent, read
from naungan.casework.commitments.judging import SOON_DAYS, late
from naungan.casework.commitments.models import Commitment, Sight
from naungan.casework.commitments.queries.lists import (
    FLAGS,
    Sought,
    flags,
    sift,
    sights,
)


MOST_EFFECTS: Final = 12
LOOKED_AT: Final = 500
"""Promises with figures that effects are read from, the newest first."""


@dataclass(frozen=True)
class Ledger:
    """How many promises stand where; `standing` adds up to `made`.

    `flagged` counts across: a promise may have several flags, or none. `years` gives
    the standing of what was promised in each year, the newest first, `waits` the running
    promises by whom they wait for.
    """

    made: int
    standing: Mapping[str, int]
    flagged: Mapping[str, int]
    years: Mapping[int, Mapping[str, int]]
    waits: Mapping[int, "Waits"]


@dataclass(frozen=True)
class Tally:
    """How many promises stand where, and have which flag: what a ledger counts of all."""

    made: int
    standing: Mapping[str, int]
    flagged: Mapping[str, int]


@dataclass(frozen=True)
class Waits:
    """How many running promises wait for one institution, and how many are late."""

    promises: int = 0
    late: int = 0

    def with_alike(self, row: Mapping[str, Any]) -> "Waits":
        """Add promises that are alike in everything that is counted."""
        return Waits(self.promises + row["many"], self.late + _late(row))


def ledger(scope: Scope, sought: Sought, today: date) -> Ledger:
    """Count the promises sought by where they stand, in one question."""
    return count(sift(sights(scope), sought, today), today)


def count(found: QuerySet[Sight], today: date) -> Ledger:
    """Count promises by where they stand and by flag.

    Those that are alike in everything that is counted are one row of the answer.
    """
    soon = today + timedelta(days=SOON_DAYS)
    alike = (
        found.order_by()
        .values("year", "state", "waits_for_id", *MARKS)
        .annotate(
            many=Count("pk"),
            past=Count("pk", filter=Q(due_on__lt=today)),
            near=Count("pk", filter=Q(due_on__lte=soon)),
        )
    )
    standing, flagged = Counter[str](), Counter[str]()
    years: dict[int, Counter[str]] = {}
    waits: dict[int, Waits] = {}
    for row in alike:
        stands = _standing(row)
        standing.update(stands)
        years.setdefault(row["year"], Counter()).update(stands)
        flagged.update(_flagged(row))
        house = row["waits_for_id"]
        if row["state"] == "open" and house is not None:
            waits[house] = waits.get(house, Waits()).with_alike(row)
    return Ledger(
        standing.total(),
        _every(standing),
        {name: flagged[name] for name in FLAGS},
        {year: _every(years[year]) for year in sorted(years, reverse=True)},
        waits,
    )


def tally(found: QuerySet[Sight], today: date, flagged: Sequence[str] = FLAGS) -> Tally:
    """Count promises by where they stand, and by the flags asked for.

    Nothing is grouped and nothing counted that nobody asked for: of very many this
    takes less than half the time of a ledger.
    """
    known = flags(today)
    conditions = {
        **{one.code: Q(state=one.code) for one in states.COMMITMENT.states},
        "late": late(today),
        **{name: known[name] for name in flagged},
    }
    counted = found.order_by().aggregate(
        **{name: Count("pk", filter=one) for name, one in conditions.items()}
    )
    standing = Counter({**counted, "running": counted["open"] - counted["late"]})
    placed = _every(standing)
    return Tally(
        sum(placed.values()), placed, {name: counted[name] for name in flagged}
    )


MARKS: Final = (
    *("is_met", "began_met", "came_late", "is_open_ended", "is_contradicted"),
)
"""What is true of a promise on any day."""


def _standing(row: Mapping[str, Any]) -> dict[str, int]:
    """Tell how many promises that are alike stand where, as `judging.standing` does."""
    if row["state"] != "open":
        return {row["state"]: row["many"]}
    late = _late(row)
    return {"late": late, "running": row["many"] - late}


def _late(row: Mapping[str, Any]) -> int:
    return 0 if row["is_met"] else row["past"]


def _flagged(row: Mapping[str, Any]) -> dict[str, int]:
    """Tell how many promises that are alike have which flag, as `lists.flags` does."""
    is_open, many = row["state"] == "open", row["many"]
    return {
        "open_ended": many if is_open and row["is_open_ended"] else 0,
        "contradicted": many if row["is_contradicted"] else 0,
        "met": many if is_open and row["is_met"] and not row["began_met"] else 0,
        "came_late": many
        if row["came_late"] and row["state"] in states.MEASURED
        else 0,
        "soon": row["near"] - row["past"] if is_open else 0,
    }


def _every(counted: Counter[str]) -> dict[str, int]:
    return {one.code: counted[one.code] for one in kinds.STANDINGS}


@dataclass(frozen=True)
class Effect:
    """What became of one figure since the first promise about it."""

    indicator: str
    region_code: str
    extent: Extent
    began: Decimal
    began_on: date | None
    value: Decimal
    as_of: date
    promises: int

    @property
    def moved(self) -> Decimal:
        """Give by how much the figure moved."""
        return self.value - self.began


def effects(scope: Scope, sought: Sought, today: date) -> list[Effect]:
    """Give each figure that promises speak of once, with where it began and stands.

    Two promises about one figure do not move it twice: figures are never added.
    """
    seen = sift(sights(scope), sought, today).filter(state__in=states.MEASURED)
    found = Commitment.objects.filter(
        pk__in=seen.values("commitment_id"),
        value__isnull=False,
        baseline__isnull=False,
    )
    rows = found.order_by("-pk").values(
        *("indicator", "region_code", "extent", "baseline", "baseline_on"),
        *("promised_on", "value", "as_of"),
    )[:LOOKED_AT]
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in rows:
        said = tuple(sorted((k, str(v)) for k, v in row["extent"].items()))
        groups.setdefault((row["indicator"], row["region_code"], said), []).append(row)
    shown = sorted(
        groups.values(), key=lambda group: (-len(group), group[0]["indicator"])
    )
    return [_effect(group) for group in shown[:MOST_EFFECTS]]


def _effect(group: list[dict[str, Any]]) -> Effect:
    first = min(group, key=lambda row: row["baseline_on"] or row["promised_on"])
    last = max(group, key=lambda row: row["as_of"])
    return Effect(
        indicator=first["indicator"],
        region_code=first["region_code"],
        extent=read(first["extent"]),
        began=first["baseline"],
        began_on=first["baseline_on"],
        value=last["value"],
        as_of=last["as_of"],
        promises=len(group),
    )


def waiting(scope: Scope, found: Ledger) -> list[tuple[Institution, Waits]]:
    """Give the other institutions on which promises that were counted wait, most late first.

    A promise waits on whom its last claim names, else on whoever owes it.
    """
    named = Institution.objects.in_bulk(
        [key for key in found.waits if key != scope.institution_id]
    )
    rows = [(house, found.waits[key]) for key, house in named.items()]
    return sorted(rows, key=lambda one: (-one[1].late, -one[1].promises, one[0].name))
