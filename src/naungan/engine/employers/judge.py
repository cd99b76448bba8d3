"""From evidence to probability: how many there were to choose from, and rivals.

The prior of a pair falls with the rows of the other list and rises with the
share of rows that find a partner there, which is estimated along the way.
Partners in one list are rivals, for one list names an employer once: they
share the probability, so two equally good partners both go to review.
"""

from collections.abc import Mapping
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from naungan.engine.employers.words import MILLI


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LINKED_FROM = 0.9
REVIEW_FROM = 0.2
FIRST_RATE, MOST_RATE = 0.3, 0.95
PRIOR_ROWS = 3  # rows' worth of belief in FIRST_RATE
ROUNDS = 6
LARGEST_BITS = 50.0
HOPELESS = 7_000  # thousandths of a bit; the best prior gives back less


def make_judged(con: duckdb.DuckDBPyConnection) -> None:
    """Create `judged_pairs`: a, b, roots, probability, weight (log2 odds).

    One line per pair of employers and lists, by its best pair of rows.
    """
    con.execute(_list_pairs_sql())
    con.execute(_whole_pairs_sql())
    found = con.sql(_rivals_sql()).fetchnumpy()
    columns = {name: found[name] for name in ("a", "b", "root_a", "root_b")}
    chance = _probabilities(found)
    con.register(
        "arrived", {**columns, "probability": chance, "weight": log_odds(chance)}
    )
    con.execute("CREATE OR REPLACE TEMP TABLE judged_pairs AS SELECT * FROM arrived")
    con.unregister("arrived")


def log_odds(chance: Floats) -> Floats:
    """Return log2 of the odds, within bounds that keep it finite."""
    with np.errstate(divide="ignore"):
        bits = np.log2(chance) - np.log2(1 - chance)
    clipped: Floats = np.round(np.clip(bits, -LARGEST_BITS, LARGEST_BITS), 3)
    return clipped


def _whole_pairs_sql() -> str:
    """The best pair of rows of each pair of employers and lists.

    Pairs that no prior could bring to review are left out.
    """
    hopeless = f"weight < {MILLI} * log2(rows) - {HOPELESS}"
    return f"""CREATE OR REPLACE TEMP TABLE whole_pairs AS
        SELECT x.root AS root_a, y.root AS root_b, file_a, file_b, seekers, rows,
            max(weight) AS weight, arg_min(a, (-weight, a, b)) AS a,
            arg_min(b, (-weight, a, b)) AS b
        FROM (SELECT a, b, weight, seekers, rows, l.file_a, l.file_b FROM pair_weights
            JOIN employer_nodes m ON m.node = a JOIN employer_nodes n ON n.node = b
            JOIN list_pairs l ON l.file_a = m.file_id AND l.file_b = n.file_id
            WHERE NOT ({hopeless}))
        JOIN employer_roots x ON x.node = a JOIN employer_roots y ON y.node = b
        GROUP BY ALL"""


def _list_pairs_sql() -> str:
    """For two lists: rows that seek a partner, and rows to choose from."""
    return """CREATE OR REPLACE TEMP TABLE list_pairs AS
        WITH sizes AS (
            SELECT file_id, count(*) AS rows FROM employer_nodes
            WHERE file_id IS NOT NULL GROUP BY file_id),
        seeking AS (
            SELECT n.file_id AS file_a, s.file_id AS file_b, count(*) AS seekers
            FROM employer_nodes n JOIN employer_roots USING (node)
            JOIN wholes USING (root), sizes s
            WHERE NOT registered AND NOT list_contains(files, s.file_id) GROUP BY ALL)
        SELECT file_a, file_b, seekers, rows FROM seeking
        JOIN sizes ON sizes.file_id = file_b"""


def _rivals_sql() -> str:
    """Pairs in a fixed order with dense numbers for the groups of rivals."""
    return """
        SELECT a::BIGINT AS a, b::BIGINT AS b, root_a, root_b, weight, seekers, rows,
            dense_rank() OVER (ORDER BY root_a, file_b) - 1 AS rivals_a,
            dense_rank() OVER (ORDER BY root_b, file_a) - 1 AS rivals_b,
            dense_rank() OVER (ORDER BY file_a, file_b) - 1 AS lists
        FROM whole_pairs
        ORDER BY a, b"""


def _probabilities(found: Mapping[str, Any]) -> Floats:
    """Alternate between the share of rows with a partner and each pair's chance."""
    evidence: Floats = np.exp2(
        np.clip(found["weight"] / MILLI, -LARGEST_BITS, LARGEST_BITS)
    )
    lists: Ints = found["lists"].astype(np.int64)
    count = int(lists.max()) + 1 if len(lists) else 0
    rate = np.full(count, FIRST_RATE)
    chance = np.zeros(len(lists))
    for _ in range(ROUNDS):
        odds = evidence * (rate / (1 - rate))[lists] / found["rows"]
        shared = 1 + _rivals(odds, found["rivals_a"]) + _rivals(odds, found["rivals_b"])
        chance = odds / (shared - odds)
        matched = np.bincount(lists, chance, count) + PRIOR_ROWS * FIRST_RATE
        seekers = np.zeros(count)
        seekers[lists] = found["seekers"]
        rate = np.minimum(matched / (seekers + PRIOR_ROWS), MOST_RATE)
    return chance


def _rivals(odds: Floats, group: Ints) -> Floats:
    """Return for each pair the summed odds of its group of rivals."""
    if not len(group):
        return odds
    groups = group.astype(np.int64)
    summed: Floats = np.asarray(np.bincount(groups, odds), dtype=np.float64)[groups]
    return summed
