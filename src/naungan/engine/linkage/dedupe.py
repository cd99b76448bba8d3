"""Second step: which rows of the workers' lists speak of one person.

Rows with one trusted number come first; every doubtful row may then join the
one group that explains it. Members are weighed against worker rows in the same
pass, because the questions are the same; `link` decides about them.
"""

import math

import duckdb
import numpy as np

from naungan.engine import store
from naungan.engine.linkage.clusters import smallest_connected, tied_apart
from naungan.engine.linkage.decide import LINKED, chosen
from naungan.engine.linkage.employed import forget_employed, gather_employed
from naungan.engine.linkage.residual import MILLI, WORKER, gather_residual
from naungan.engine.linkage.score import score
from naungan.engine.linkage.verdicts import gather_verdicts, kept_apart, worker_verdicts
from naungan.engine.linkage.weighing.basis import keep, kept, of_run
from naungan.engine.linkage.weighing.learn import learn
from naungan.engine.work import Work


ROUNDS = 2  # groups that became one are no rivals of each other any more
RARE_BELOW = 6  # bits: a whole name this much short of unique is still a key


def first_edges() -> str:
    """Pairs of worker rows tied by verdict (rank 0) or by number (rank 1)."""
    return f"""
        SELECT 0 AS rank, left_row, right_row, 0 AS odds
        FROM ({worker_verdicts(same=True)})
        UNION ALL
        SELECT 1, left_row, right_row, 0 FROM number_pairs
        WHERE side = {WORKER} AND agrees"""


def all_edges() -> str:
    """Add the pairs that weights tie (rank 2), but none that a person told apart."""
    return f"""
        SELECT * FROM (
            SELECT * FROM edges UNION ALL
            SELECT 2, left_row, right_row, odds FROM joined WHERE odds >= {LINKED})
        WHERE (greatest(left_row, right_row), least(left_row, right_row))
            NOT IN ({worker_verdicts(same=False)})"""


def cluster(con: duckdb.DuckDBPyConnection, target: str) -> None:
    """Make `target`(row_id, grp) of the rows that the pairs of `edges` tie together."""
    found = con.execute("SELECT left_row, right_row FROM edges").fetchnumpy()
    rows, smallest = smallest_connected(found["left_row"], found["right_row"])
    con.register("tied", {"row_id": rows, "grp": smallest})
    con.execute(f"CREATE OR REPLACE TEMP TABLE {target} AS SELECT * FROM tied")
    con.unregister("tied")


def tell_apart(con: duckdb.DuckDBPyConnection, groups: str) -> None:
    """Rebuild the groups that join what a person told apart, strongest ties first."""
    apart = kept_apart(con).pairs
    if not apart:
        return
    rows = ", ".join(str(row) for pair in apart for row in pair)
    touched = f"""SELECT row_id FROM {groups} WHERE grp IN (
        SELECT grp FROM {groups} WHERE row_id IN ({rows}))"""
    pairs = con.execute(f"""
        SELECT left_row, right_row FROM edges WHERE left_row IN ({touched})
        ORDER BY rank, odds DESC, left_row, right_row""").fetchall()
    alone = con.execute(f"{touched} ORDER BY row_id").fetchall()
    tied = {row: row for (row,) in alone} | tied_apart(pairs, apart)
    if tied:
        regrouped = np.array(sorted(tied.items()), dtype=np.int64).T.copy()
        con.register("regrouped", {"row_id": regrouped[0], "grp": regrouped[1]})
        con.execute(f"""UPDATE {groups} SET grp = r.grp FROM regrouped r
            WHERE r.row_id = {groups}.row_id""")
        con.unregister("regrouped")


def without_told_apart() -> str:
    """Take the pairs out of which a person decided that they are two people."""
    return f"""
        DELETE FROM scored_pairs USING ({worker_verdicts(same=False)}) v
        WHERE side = {WORKER}
          AND greatest(scored_pairs.left_row, scored_pairs.right_row) = v.left_row
          AND least(scored_pairs.left_row, scored_pairs.right_row) = v.right_row"""


def weigh_all(work: Work) -> None:
    """Learn the weights and make scored_pairs of all rows that need weighing.

    The run before in the folder may have weights to keep.
    """
    con, out = work.con, work.request.out
    gather_employed(con)
    fresh = learn(con, store.next_number(out))
    basis, shifts = kept(of_run(out / "current"), fresh)
    keep(con, basis, shifts)
    size = basis.size
    gather_residual(con, size.rows, size.employed, basis.priors)
    rare = round(MILLI * (math.log2(max(size.workers, 2)) - RARE_BELOW))
    score(con, basis.weights, rare, work.scratch)
    for table in ("residual", "member_keys", "raw_tokens", "name_tokens"):
        con.execute(f"DROP TABLE {table}")
    forget_employed(con)
    con.execute(without_told_apart())


def dedupe(work: Work) -> None:
    """Make worker_cluster(row_id, cluster): cluster = smallest row of the person."""
    con = work.con
    gather_verdicts(con)
    weigh_all(work)
    con.execute(f"CREATE OR REPLACE TEMP TABLE edges AS {first_edges()}")
    cluster(con, "worker_groups")
    for _ in range(ROUNDS):
        con.execute(
            f"CREATE OR REPLACE TEMP TABLE joined AS {chosen(WORKER, 'worker_groups')}"
        )
        con.execute(f"CREATE OR REPLACE TEMP TABLE edges AS {all_edges()}")
        cluster(con, "worker_groups")
    tell_apart(con, "worker_groups")
    con.execute("""CREATE OR REPLACE TABLE worker_cluster AS
        SELECT row_id, coalesce(grp, row_id) AS cluster
        FROM worker_keys LEFT JOIN worker_groups USING (row_id) ORDER BY row_id""")
    for table in ("joined", "edges", "worker_groups"):
        con.execute(f"DROP TABLE {table}")
