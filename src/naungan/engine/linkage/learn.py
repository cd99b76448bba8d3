"""Train both kinds of pairs: worker row with worker row, member with worker row."""

import math
from dataclasses import dataclass

import duckdb

from naungan.engine.linkage.compare import one_slip
from naungan.engine.linkage.numbers import TRUSTED
from naungan.engine.linkage.residual import MEMBER, MILLI, WORKER
from naungan.engine.linkage.train import (
    certain_pairs,
    look,
    matched_pairs,
    strange_pairs,
)
from naungan.engine.linkage.weigh import (
    NumberOdds,
    Weights,
    name_weights,
    nik_weights,
    plain_weights,
)


WRONG_OWNERS = 0.01  # of rows, those that carry the number of another person
CELLS = 7  # every seventh cell shows how near neighbours' numbers are


@dataclass(frozen=True)
class Sizes:
    """Rows of both files, and how many of each found a partner by number."""

    workers: int
    members: int
    numbered: dict[int, int]
    found: dict[int, int]


def sizes(con: duckdb.DuckDBPyConnection) -> Sizes:
    """Count what priors depend on."""
    counts = {}
    for side, name in ((WORKER, "worker"), (MEMBER, "member")):
        counts[side] = con.execute(
            f"""SELECT count(*), count(*) FILTER (nik_state IN {TRUSTED}),
            (SELECT count(*) FROM number_pairs WHERE side = {side} AND agrees)
            FROM {name}_keys"""
        ).fetchall()[0]
    return Sizes(
        workers=counts[WORKER][0],
        members=counts[MEMBER][0],
        numbered={side: row[1] for side, row in counts.items()},
        found={side: row[2] for side, row in counts.items()},
    )


def same_serial() -> str:
    """How often two numbers drawn at random carry the same serial."""
    return """
        SELECT sum(n * n) / greatest(pow(sum(n), 2), 1) FROM (
            SELECT count(*)::DOUBLE AS n FROM worker_keys
            WHERE nik IS NOT NULL GROUP BY nik % 10000)"""


def neighbours_one_slip_apart(con: duckdb.DuckDBPyConnection) -> float | None:
    """How often two numbers of one cell are one slip apart, though two people's.

    Offices number a cell (district, birth day, sex) in turn, so neighbours
    differ in one digit: the reason why one slip alone proves nothing.
    """
    found = con.execute(f"""
        WITH cell AS (
            SELECT DISTINCT nik FROM worker_keys
            WHERE nik // 10000 % {CELLS} = 0 AND nik_state = 'valid')
        SELECT a.nik AS one, b.nik AS other
        FROM cell a JOIN cell b ON a.nik // 10000 = b.nik // 10000 AND a.nik < b.nik""")
    pairs = found.fetchnumpy()
    slips = one_slip(pairs["one"], pairs["other"])
    return int(slips.sum()) / len(slips) if len(slips) else None


def number_odds(con: duckdb.DuckDBPyConnection) -> NumberOdds:
    """Measure how strangers' serials agree and how well numbers tell birth dates."""
    serial = con.execute(same_serial()).fetchall()[0][0]
    slip = neighbours_one_slip_apart(con)
    valid, missing, rows = con.execute(f"""
        SELECT count(*) FILTER (nik_state = 'valid')
                   / greatest(count(*) FILTER (nik_state IN {TRUSTED}), 1),
               count(*) FILTER (nik IS NULL) / greatest(count(*), 1), count(*)
        FROM worker_keys""").fetchall()[0]
    return NumberOdds(
        serial=max(serial or 0, 1e-4),
        serial_slip=0.5 if slip is None else min(max(slip, 0.05), 0.95),
        dated=min(max(valid**2, 0.5), 0.99),
        dated_apart=1 / 20000,
        missing=min(max(missing, 1e-3), 0.9),
        wrong_owner=WRONG_OWNERS / max(rows, 1),
    )


def learn(
    con: duckdb.DuckDBPyConnection,
) -> tuple[dict[int, Weights], dict[int, tuple[int, int]], Sizes]:
    """Return the weights and priors of both kinds."""
    size = sizes(con)
    rows = size.workers + size.members
    odds = number_odds(con)
    weights, priors = {}, {}
    for side, lefts in ((WORKER, size.workers), (MEMBER, size.members)):
        asked = [
            matched_pairs(con, side),
            strange_pairs(lefts, size.workers),
            certain_pairs(con, side, rows),
        ]
        matches, strangers, sure = look(con, side, asked)
        nik = nik_weights(sure, strangers, odds)
        weights[side] = Weights(
            (
                *name_weights(matches, strangers),
                *plain_weights("birth", matches, strangers),
                *plain_weights("sex", matches, strangers),
                *plain_weights("place", matches, strangers),
                *plain_weights("employer", matches, strangers),
                *nik,
            )
        )
        exact = next(w.m for w in nik if w.level.startswith("exact|"))
        found = (size.found[side] + 1) / (size.numbered[side] + 2)
        overall = min(found / exact, 0.98)
        left = overall * (1 - exact) / (overall * (1 - exact) + 1 - overall)
        base = math.log2(max(size.workers, 1))
        priors[side] = (
            round(MILLI * (math.log2(left) - base)),
            round(MILLI * (math.log2(overall) - base)),
        )
    return weights, priors, size


def keep_weights(
    con: duckdb.DuckDBPyConnection,
    weights: dict[int, Weights],
    priors: dict[int, tuple[int, int]],
) -> None:
    """Make link_weights, so that every weight can be looked up afterwards.

    `pair` is worker-worker or member-worker; u of names and equal birth dates is
    beyond their rarity, which each pair adds for itself. The prior stands under
    field `prior` for rows with and without a number.
    """
    con.execute("""CREATE OR REPLACE TABLE link_weights (
        pair VARCHAR, field VARCHAR, level VARCHAR, m DOUBLE, u DOUBLE, weight DOUBLE)""")
    rows: list[tuple[str, str, str, float | None, float | None, float]] = []
    for side, pair in ((WORKER, "worker-worker"), (MEMBER, "member-worker")):
        rows += [
            (pair, w.field, w.level, round(w.m, 9), round(w.u, 12), w.milli / MILLI)
            for w in weights[side].rows
        ]
        for level, prior in zip(("number", "no_number"), priors[side], strict=True):
            rows.append((pair, "prior", level, None, None, prior / MILLI))
    values = ", ".join(f"({', '.join(map(_literal, row))})" for row in rows)
    con.execute(f"INSERT INTO link_weights VALUES {values}")


def _literal(value: str | float | None) -> str:
    if value is None:
        return "NULL"
    return f"'{value}'" if isinstance(value, str) else f"{value!r}::DOUBLE"
