"""The step that makes employers out of rows: exact, scored, decided, numbered."""

from pathlib import Path

import duckdb
import numpy as np

from naungan.engine.employers import (
    candidates,
    compare,
    exact,
    groups,
    judge,
    nodes,
    numbering,
    outcome,
    verdicts,
    weigh,
    words,
)
from naungan.engine.employers.components import Union
from naungan.engine.work import Work


TAUGHT_BY = 20_000  # pairs of trusted numbers that suffice to learn from


def place_people(work: Work) -> None:
    """Create `person_employers`, once both persons and employers are known."""
    outcome.place_people(work.con)


def find_employers(work: Work, previous: Path | None = None) -> None:
    """Create `employers` and the tables that lead to and from it, before persons.

    Reads employer_in_rows, member_rows, contribution_rows, worker_rows,
    decision_rows and inputs; `previous` is the folder of the last snapshot whose
    numbers are carried on (by default the current one of the run's output
    folder). Makes employers, employer_rows, employer_links, employer_members and
    employer_lineage; `place_people` on the same connection makes the rest.
    """
    con = work.con
    count = nodes.make_nodes(work)
    words.make_words(con)
    verdicts.make_verdicts(work)
    exact.make_exact_edges(work)
    union = groups.exact_groups(con, count)
    groups.keep_roots(con, union.labels())
    judge_by_name(work)
    unite_by_name(con, union)
    groups.keep_roots(con, union.labels())
    numbering.number(work, previous or work.request.out / "current")
    outcome.make_outcome(con)


def judge_by_name(work: Work) -> None:
    """Create `judged_pairs` for the rows that numbers left alone.

    Pairs that teach are drawn by their numbers read backwards, which knows no file.
    """
    con = work.con
    candidates.make_candidates(work)
    con.execute(f"""CREATE OR REPLACE TEMP TABLE taught AS
        SELECT a, b FROM exact_edges JOIN employer_nodes m ON m.node = a
        JOIN employer_nodes n ON n.node = b
        WHERE method <> 'place' AND m.file_id <> n.file_id GROUP BY a, b
        ORDER BY min(reverse(coalesce(m.nib, m.npp, m.npwp))), a, b LIMIT {TAUGHT_BY}""")
    con.execute(compare.name_bearers())
    con.execute(compare.described("taught", "taught_described"))
    con.execute(compare.described("candidates", "described"))
    weigh.make_shares(con)
    weigh.make_weights(con, "described", weigh.learn(con, "taught_described"))
    judge.make_judged(con)


def unite_by_name(con: duckdb.DuckDBPyConnection, union: Union) -> None:
    """Unite the sure pairs, surest first; keep which were united."""
    sure = con.sql(f"""SELECT a, b FROM judged_pairs
        WHERE probability >= {judge.LINKED_FROM}
        ORDER BY probability DESC, a, b""").fetchall()
    united = [(a, b) for a, b in sure if union.unite(a, b)]
    ends = np.array(united, dtype=np.int64).reshape(-1, 2)
    con.register("arrived", {"a": ends[:, 0].copy(), "b": ends[:, 1].copy()})
    con.execute("CREATE OR REPLACE TEMP TABLE united AS FROM arrived")
    con.unregister("arrived")
