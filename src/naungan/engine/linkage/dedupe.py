"""Second step: which rows of the workers' lists speak of one person.

Rows with one trusted number come first; every doubtful row may then join the
one group that explains it. Members are weighed against worker rows in the same
pass, because the questions are the same; `link` decides about them.
"""

import math

import duckdb

from naungan.engine.linkage.clusters import smallest_connected
from naungan.engine.linkage.decide import LINKED, chosen
from naungan.engine.linkage.learn import learn
from naungan.engine.linkage.numbers import pair_by_number
from naungan.engine.linkage.residual import WORKER, gather_residual
from naungan.engine.linkage.score import score
from naungan.engine.linkage.weigh import MILLI
from naungan.engine.work import Work


RARE_BELOW = 6  # bits: a whole name this much short of unique is still a key


def edges_by_number() -> str:
    """Pairs of worker rows with one trusted number that nothing contradicts."""
    return (
        f"SELECT left_row, right_row FROM number_pairs WHERE side = {WORKER} AND agrees"
    )


def cluster(con: duckdb.DuckDBPyConnection, edges: str, target: str) -> None:
    """Make `target`(row_id, grp) of all worker rows from the pairs of `edges`."""
    found = con.execute(f"SELECT left_row, right_row FROM ({edges})").fetchnumpy()
    rows, smallest = smallest_connected(found["left_row"], found["right_row"])
    tied = {"row_id": rows, "grp": smallest}
    con.register("tied", tied)
    con.execute(f"""
        CREATE OR REPLACE TEMP TABLE {target} AS
        SELECT row_id, coalesce(t.grp, row_id) AS grp
        FROM worker_keys LEFT JOIN tied t USING (row_id)""")
    con.unregister("tied")


def dedupe(work: Work) -> None:
    """Make worker_cluster(row_id, cluster): cluster = smallest row of the person."""
    con = work.con
    pair_by_number(con)
    weights, priors, size = learn(con)
    gather_residual(con, size.workers + size.members, priors)
    score(con, weights, round(MILLI * (math.log2(max(size.workers, 2)) - RARE_BELOW)))
    cluster(con, edges_by_number(), "numbered")
    con.execute(f"CREATE OR REPLACE TEMP TABLE joined AS {chosen(WORKER, 'numbered')}")
    both = f"""{edges_by_number()} UNION ALL
        SELECT left_row, right_row FROM joined WHERE odds >= {LINKED}"""
    cluster(con, both, "worker_groups")
    con.execute("""CREATE OR REPLACE TABLE worker_cluster AS
        SELECT row_id, grp AS cluster FROM worker_groups ORDER BY row_id""")
    for table in ("numbered", "joined", "worker_groups", "residual"):
        con.execute(f"DROP TABLE {table}")
