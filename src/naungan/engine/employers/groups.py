"""From edges to employers: nodes with one root are one employer.

`employer_roots(node, root)` is kept in the work database and made anew
whenever edges are added.
"""

import duckdb
import numpy as np

from naungan.engine.employers.components import Ints, Union, joined


def pairs_of(con: duckdb.DuckDBPyConnection, query: str) -> tuple[Ints, Ints]:
    """Return two columns of node numbers of a query."""
    found = con.sql(query).fetchnumpy()
    left, right = list(found.values())[:2]
    return left.astype(np.int64), right.astype(np.int64)


def exact_groups(con: duckdb.DuckDBPyConnection, count: int) -> Union:
    """Unite by trusted numbers and by verdicts; keep apart what people kept apart."""
    same = pairs_of(con, "SELECT a, b FROM employer_verdicts WHERE same ORDER BY a, b")
    apart = _listed(pairs_of(con, "SELECT a, b FROM employer_verdicts WHERE NOT same"))
    edges = pairs_of(con, "SELECT DISTINCT a, b FROM exact_edges ORDER BY a, b")
    left = np.concatenate([same[0], edges[0]])
    right = np.concatenate([same[1], edges[1]])
    label = joined(count, left, right)
    broken = {int(label[a]) for a, b in apart if label[a] == label[b]}
    if broken:
        label = _mended(label, left, right, apart, broken)
    registered = pairs_of(
        con, "SELECT node, node FROM employer_nodes WHERE npp IS NOT NULL ORDER BY node"
    )[0]
    return Union(label, apart, np.unique(label[registered]).tolist())


def _mended(
    label: Ints, left: Ints, right: Ints, apart: list[tuple[int, int]], broken: set[int]
) -> Ints:
    """Take groups apart that hold a forbidden pair and unite them edge by edge."""
    loose = np.isin(label, sorted(broken))
    fresh = label.copy()
    fresh[loose] = np.flatnonzero(loose)
    union = Union(fresh, apart)
    for a, b in zip(
        left[loose[left]].tolist(), right[loose[left]].tolist(), strict=True
    ):
        union.unite(a, b, forced=True)
    return union.labels()


def keep_roots(con: duckdb.DuckDBPyConnection, root: Ints) -> None:
    """Create `employer_roots(node, root)`."""
    con.register(
        "arrived", {"node": np.arange(len(root), dtype=np.int32), "root": root}
    )
    con.execute("CREATE OR REPLACE TEMP TABLE employer_roots AS FROM arrived")
    con.unregister("arrived")


def _listed(pairs: tuple[Ints, Ints]) -> list[tuple[int, int]]:
    return list(zip(pairs[0].tolist(), pairs[1].tolist(), strict=True))
