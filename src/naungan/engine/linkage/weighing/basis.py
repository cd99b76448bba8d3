"""What weights rest on, and whether a run may keep that of the run before.

Weights are learnt from the files, and rarity is measured against their size; so every
further row would move every weight a little, and people near a threshold with it,
whom the row does not concern. A run therefore keeps the basis of the run before
as long as what it learns anew lies near it; if not, it weighs anew and says why.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from naungan.engine.linkage.residual import MEMBER, MILLI, WORKER
from naungan.engine.linkage.weighing.weigh import Weight, Weights


VERSION: Final = 1
"""Of the way of weighing; a basis of another version is not kept."""

TYPICAL: Final = 150
SINGLE: Final = 1500
CHANCES: Final = 250
SIZE: Final = 100
"""What is material, in thousandths of a bit: a shift of what a field weighs on average
among matches, of any single level, of a prior, and of the size of the files (7 in 100)."""

PAIRS: Final = {WORKER: "worker-worker", MEMBER: "member-worker"}
PRIOR: Final = "prior"
PRIORS: Final = ("number", "no_number")


@dataclass(frozen=True)
class Size:
    """Against how many rows rarity is measured: all, worker rows, of known employer."""

    rows: int
    workers: int
    employed: int


@dataclass(frozen=True)
class Basis:
    """Weights and priors (1/1000 bit, with and without a number) of both kinds of pairs.

    `learnt_in` is the number of the run that learnt them.
    """

    weights: dict[int, Weights]
    priors: dict[int, tuple[int, int]]
    size: Size
    learnt_in: int


@dataclass(frozen=True)
class Shift:
    """One thing that moved materially: of which pairs, in which field, by how many bits."""

    pair: str
    field: str
    bits: float


def kept(before: Basis | None, fresh: Basis) -> tuple[Basis, list[Shift]]:
    """Return the basis to weigh by, and what kept the earlier one from it.

    Without an earlier basis nothing has shifted.
    """
    if before is None:
        return fresh, []
    if not _alike(before, fresh):
        return fresh, []
    shifts = list(_shifts(before, fresh))
    return (fresh if shifts else before), shifts


def _alike(before: Basis, fresh: Basis) -> bool:
    """Say whether both weigh the same levels."""
    return all(
        {(row.field, row.level) for row in before.weights[side].rows}
        == {(row.field, row.level) for row in fresh.weights[side].rows}
        for side in PAIRS
    )


def _shifts(before: Basis, fresh: Basis) -> Iterator[Shift]:
    """Yield what moved materially."""
    for name, count in vars(fresh.size).items():
        grown = _doublings(getattr(before.size, name), count)
        if abs(grown) * MILLI > SIZE:
            yield Shift("files", name, round(grown, 3))
    for side, pair in PAIRS.items():
        for level, old, new in zip(
            PRIORS, before.priors[side], fresh.priors[side], strict=True
        ):
            # The size, told already, is part of every prior.
            apart = (
                new - old + MILLI * _doublings(before.size.workers, fresh.size.workers)
            )
            if abs(apart) > CHANCES:
                yield Shift(pair, f"{PRIOR}|{level}", round(apart / MILLI, 3))
        yield from _moved(pair, before.weights[side], fresh.weights[side])


def _doublings(before: int, now: int) -> float:
    return math.log2(max(now, 1) / max(before, 1))


def _moved(pair: str, before: Weights, fresh: Weights) -> Iterator[Shift]:
    """Yield the fields, numbers by their conditions, that weigh otherwise than before."""
    grouped: dict[str, list[tuple[float, int]]] = {}
    for row in fresh.rows:
        level, *given = row.level.split("|")
        field = "|".join((row.field, *given))
        moved = row.milli - before.milli(row.field, row.level)
        grouped.setdefault(field, []).append((row.m, moved))
    for field, moves in grouped.items():
        typical = sum(m * moved for m, moved in moves) / sum(m for m, _ in moves)
        single = max((moved for _, moved in moves), key=abs)
        if abs(typical) > TYPICAL or abs(single) > SINGLE:
            yield Shift(
                pair,
                field,
                round((typical if abs(typical) > TYPICAL else single) / MILLI, 3),
            )


def of_run(folder: Path) -> Basis | None:
    """Read the basis of the run in a folder; None where it has none that can be kept."""
    path = folder / "manifest.json"
    if not path.exists():
        return None
    said = json.loads(path.read_text(encoding="utf-8"))
    weighing = said.get("weighing")
    if not weighing or weighing["version"] != VERSION:
        return None
    rows = [row for row in said["weights"] if row["field"] != PRIOR]
    return Basis(
        weights={
            side: Weights(tuple(_weight(row) for row in rows if row["pair"] == pair))
            for side, pair in PAIRS.items()
        },
        priors={side: _priors(said["weights"], pair) for side, pair in PAIRS.items()},
        size=Size(**{name: weighing[name] for name in Size.__annotations__}),
        learnt_in=weighing["learnt_in"],
    )


def _weight(row: dict[str, Any]) -> Weight:
    milli = round(row["weight"] * MILLI)
    return Weight(row["field"], row["level"], row["m"], row["u"], milli)


def _priors(rows: list[dict[str, Any]], pair: str) -> tuple[int, int]:
    with_, without = (
        round(row["weight"] * MILLI)
        for level in PRIORS
        for row in rows
        if (row["pair"], row["field"], row["level"]) == (pair, PRIOR, level)
    )
    return with_, without


def keep(con: duckdb.DuckDBPyConnection, basis: Basis, shifts: list[Shift]) -> None:
    """Make link_weights, link_basis and link_shifts, so that all can be looked up.

    `pair` is worker-worker or member-worker; u of names and equal birth dates is
    beyond their rarity, which each pair adds for itself. The prior stands under
    field `prior` for rows with and without a number.
    """
    con.execute("""CREATE OR REPLACE TABLE link_weights (
        pair VARCHAR, field VARCHAR, level VARCHAR, m DOUBLE, u DOUBLE, weight DOUBLE)""")
    rows: list[tuple[str, str, str, float | None, float | None, float]] = []
    for side, pair in PAIRS.items():
        rows += [
            (pair, w.field, w.level, round(w.m, 9), round(w.u, 12), w.milli / MILLI)
            for w in basis.weights[side].rows
        ]
        for level, prior in zip(PRIORS, basis.priors[side], strict=True):
            rows.append((pair, PRIOR, level, None, None, prior / MILLI))
    values = ", ".join(f"({', '.join(map(_literal, row))})" for row in rows)
    con.execute(f"INSERT INTO link_weights VALUES {values}")
    size = ", ".join(
        f"{count}::BIGINT AS {name}" for name, count in vars(basis.size).items()
    )
    con.execute(f"""CREATE OR REPLACE TABLE link_basis AS
        SELECT {basis.learnt_in}::INTEGER AS learnt_in, {VERSION}::INTEGER AS version, {size}""")
    con.execute("""CREATE OR REPLACE TABLE link_shifts (
        pair VARCHAR, field VARCHAR, bits DOUBLE)""")
    for one in shifts:
        con.execute(
            "INSERT INTO link_shifts VALUES (?, ?, ?)", [one.pair, one.field, one.bits]
        )


def _literal(value: str | float | None) -> str:
    if value is None:
        return "NULL"
    return f"'{value}'" if isinstance(value, str) else f"{value!r}::DOUBLE"
