"""Train both kinds of pairs: worker row with worker row, member with worker row."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from naungan.engine.linkage.compare import one_slip
from naungan.engine.linkage.employed import employed
from naungan.engine.linkage.numbers import TRUSTED
from naungan.engine.linkage.residual import MEMBER, WORKER
from naungan.engine.linkage.weighing.basis import Basis, Size
from naungan.engine.linkage.weighing.train import (
    certain_pairs,
    draw_lefts,
    draw_rights,
    look,
    matched_pairs,
    strange_pairs,
)
from naungan.engine.linkage.weighing.weigh import (
    NumberOdds,
    Weight,
    Weights,
    grained,
    name_weights,
    nik_weights,
    plain_weights,
)


WRONG_OWNERS = 0.01  # of rows, those that carry the number of another person
CELLS = 7  # every seventh cell shows how near neighbours' numbers are


@dataclass(frozen=True)
class Sizes:
    """Rows of both files, and how many of each found a partner by number.

    `paired` counts the pairs of one number, also where the names speak against it.
    """

    workers: int
    members: int
    numbered: dict[int, int]
    paired: dict[int, int]
    found: dict[int, int]


def sizes(con: duckdb.DuckDBPyConnection) -> Sizes:
    """Count what priors depend on."""
    counts = {}
    for side, name in ((WORKER, "worker"), (MEMBER, "member")):
        counts[side] = con.execute(
            f"""SELECT count(*), count(*) FILTER (nik_state IN {TRUSTED}),
            (SELECT count(*) FROM number_pairs WHERE side = {side}),
            (SELECT count(*) FROM number_pairs WHERE side = {side} AND agrees)
            FROM {name}_keys"""
        ).fetchall()[0]
    return Sizes(
        workers=counts[WORKER][0],
        members=counts[MEMBER][0],
        numbered={side: row[1] for side, row in counts.items()},
        paired={side: row[2] for side, row in counts.items()},
        found={side: row[3] for side, row in counts.items()},
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


def learn(con: duckdb.DuckDBPyConnection, run: int) -> Basis:
    """Learn the weights and priors of both kinds of pairs from the files of a run."""
    size = sizes(con)
    odds = number_odds(con)
    weights, priors = {}, {}
    draw_rights(con, size.workers)
    for side in (WORKER, MEMBER):
        learnt = Weights(tuple(_weighed(con, side, size, odds)))
        weights[side] = learnt
        priors[side] = _prior(side, size, learnt)
    for table in ("drawn_lefts", "drawn_rights"):
        con.execute(f"DROP TABLE {table}")
    whole = Size(size.workers + size.members, size.workers, employed(con))
    return Basis(weights, priors, whole, run)


def _weighed(
    con: duckdb.DuckDBPyConnection, side: int, size: Sizes, odds: NumberOdds
) -> Iterator[Weight]:
    """Yield the weights of one kind of pairs."""
    lefts = size.members if side == MEMBER else size.workers
    draw_lefts(con, side, lefts, size.paired[side])
    asked = [
        matched_pairs(con, side, size.paired[side]),
        strange_pairs(con, side, lefts, size.workers),
        certain_pairs(con, side, lefts, size.workers + size.members),
    ]
    matches, strangers, sure = look(con, side, asked)
    yield from name_weights(matches, strangers)
    for field in ("birth", "sex", "place", "employer"):
        yield from plain_weights(field, matches, strangers)
    yield from nik_weights(sure, strangers, odds)


def _prior(side: int, size: Sizes, weights: Weights) -> tuple[int, int]:
    """Return the prior of a row with and without a number, in thousandths of a bit."""
    exact = next(w.m for w in weights.rows if w.level.startswith("exact|"))
    found = (size.found[side] + 1) / (size.numbered[side] + 2)
    overall = min(found / exact, 0.98)
    left = overall * (1 - exact) / (overall * (1 - exact) + 1 - overall)
    base = math.log2(max(size.workers, 1))
    return grained(math.log2(left) - base), grained(math.log2(overall) - base)
