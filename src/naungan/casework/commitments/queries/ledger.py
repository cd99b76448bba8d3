"""The book of promises in figures: where each stands, what moved, who waits for whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import Count, Min, Q, QuerySet

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import kinds, states
from naungan.casework.commitments.extent import Extent, read
from naungan.casework.commitments.judging import late
from naungan.casework.commitments.models import Commitment
from naungan.casework.commitments.queries.lists import (
    Sought,
    commitments,
    flags,
    sift,
)


MOST_EFFECTS: Final = 12
LOOKED_AT: Final = 500
"""Promises with figures that effects are read from, the newest first."""


@dataclass(frozen=True)
class Ledger:
    """How many promises stand where; `standing` adds up to `made`.

    `flagged` counts across: a promise may have several flags, or none.
    """

    made: int
    standing: Mapping[str, int]
    flagged: Mapping[str, int]


def ledger(scope: Scope, sought: Sought, today: date) -> Ledger:
    """Count the promises sought by where they stand, in one question."""
    return count(sift(commitments(scope), sought, today), today)


def count(found: QuerySet[Commitment], today: date) -> Ledger:
    """Count promises by where they stand and by flag."""
    over = late(today)
    places: dict[str, Q] = {
        "running": Q(state="open") & ~over,
        "late": over,
        **{one: Q(state=one) for one in ("kept", "dropped", "replaced")},
    }
    known = flags(today)
    summed: dict[str, int] = found.order_by().aggregate(
        made=Count("pk"),
        **{f"at_{name}": Count("pk", filter=place) for name, place in places.items()},
        **{f"is_{name}": Count("pk", filter=flag) for name, flag in known.items()},
    )
    return Ledger(
        summed["made"],
        {one.code: summed[f"at_{one.code}"] for one in kinds.STANDINGS},
        {name: summed[f"is_{name}"] for name in known},
    )


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
    found = sift(commitments(scope), sought, today).filter(
        state__in=states.MEASURED, value__isnull=False, baseline__isnull=False
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


@dataclass(frozen=True)
class Waiting:
    """What waits on one institution: how many promises, how many past their day."""

    institution: Institution
    promises: int
    late: int
    oldest_due_on: date | None


def waiting(scope: Scope, today: date) -> list[Waiting]:
    """Give the other institutions on which running promises wait, most late first.

    A promise waits on whom its last claim names, else on whoever owes it.
    """
    open_ones = commitments(scope).filter(state="open").order_by()
    sums: dict[int, list[Any]] = {}
    for field, more in (
        ("waits_on_id", Q(waits_on__isnull=False)),
        ("owner_institution_id", Q(waits_on=None, owner_institution__isnull=False)),
    ):
        rows = (
            open_ones.filter(more)
            .values_list(field)
            .annotate(
                all=Count("pk"), late=Count("pk", filter=late(today)), due=Min("due_on")
            )
        )
        for number, everything, over, due in rows:
            known = sums.setdefault(number, [0, 0, None])
            known[0], known[1] = known[0] + everything, known[1] + over
            known[2] = min(filter(None, (known[2], due)), default=None)
    sums.pop(scope.institution_id, None)
    named = Institution.objects.in_bulk(list(sums))
    found = [Waiting(named[key], *row) for key, row in sums.items() if key in named]
    return sorted(
        found, key=lambda one: (-one.late, -one.promises, one.institution.name)
    )
