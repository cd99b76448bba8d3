"""Weigh every pair that a key brings together, and keep those with a chance."""

from collections.abc import Callable
from typing import Final

import duckdb

from naungan.engine.linkage.block import SAME_NAME, joins
from naungan.engine.linkage.compare import compared
from naungan.engine.linkage.residual import MEMBER, WORKER
from naungan.engine.linkage.weigh import MILLI, Weights
from naungan.engine.linkage.words import settle_names


FLOOR: Final = -4 * MILLI  # pairs below one chance in sixteen are forgotten
COLUMNS: Final = (
    "side, left_row, right_row, name_level, birth_level, sex_level, place_level, "
    "nik_level, shares, name_bits, birth_bits, prior, "
    "left_word, right_word"
)


def either(weights: dict[int, Weights], write: Callable[[Weights], str]) -> str:
    """Write a piece of SQL for a pair of either kind."""
    return f"""(CASE WHEN side = {MEMBER} THEN {write(weights[MEMBER])}
        ELSE {write(weights[WORKER])} END)"""


def unnumbered(weights: dict[int, Weights]) -> str:
    """Write the weight of a pair before its numbers are compared."""
    return f"(prior + {either(weights, Weights.unnumbered_sql)})"


def total(weights: dict[int, Weights]) -> str:
    """Write the weight of a pair."""
    return f"({unnumbered(weights)} + {either(weights, Weights.nik_sql)})"


def survivors(condition: str, weights: dict[int, Weights]) -> str:
    """Compare the pairs of one key where they are joined; nothing else is stored."""
    joined = f"""FROM residual a JOIN worker_keys b ON {condition}
        WHERE (a.side = {MEMBER} OR a.row_id <> b.row_id)"""
    best = f"{unnumbered(weights)} + {either(weights, Weights.best_nik_sql)}"
    one_name = condition.startswith(SAME_NAME)
    pairs = compared(joined, so_far=best, least=FLOOR, one_name=one_name)
    return f"""
        INSERT INTO chances
        SELECT {COLUMNS} FROM ({pairs}) WHERE {total(weights)} >= {FLOOR}"""


def no_chances() -> str:
    """Start with an empty table of pairs that may be matches."""
    return """
        CREATE OR REPLACE TEMP TABLE chances (
            side UTINYINT, left_row BIGINT, right_row BIGINT, name_level UTINYINT,
            birth_level UTINYINT, sex_level UTINYINT, place_level UTINYINT,
            nik_level UTINYINT, shares BOOLEAN, name_bits INTEGER, birth_bits INTEGER,
            prior INTEGER, left_word INTEGER, right_word INTEGER)"""


def weighed(weights: dict[int, Weights]) -> str:
    """Put the settled names in and weigh each pair once and for all."""
    return f"""
        CREATE OR REPLACE TEMP TABLE scored_pairs AS
        SELECT * FROM (
            SELECT *, {total(weights)}::INTEGER AS weight
            FROM (SELECT c.* REPLACE (coalesce(s.name_level, c.name_level) AS name_level)
                  FROM (SELECT DISTINCT * FROM chances) c
                  LEFT JOIN settled s USING (side, left_row, right_row)) c)
        WHERE weight >= {FLOOR}"""


def score(
    con: duckdb.DuckDBPyConnection, weights: dict[int, Weights], rare: int
) -> None:
    """Make scored_pairs from the rows of `residual` against all worker rows."""
    con.execute(no_chances())
    for condition in joins(rare):
        con.execute(survivors(condition, weights))
    settle_names(con, "chances", "settled")
    con.execute(weighed(weights))
    for table in ("chances", "settled"):
        con.execute(f"DROP TABLE {table}")
