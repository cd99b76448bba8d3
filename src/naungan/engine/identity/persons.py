"""Gather the rows of each person into one row, under a number that lasts.

The cluster of a person is the smallest row that names them. Rows of one
person may disagree: the NIK comes from the row whose NIK is in the best state,
everything else from the first row that says anything, so that the order of
rows, not of threads, decides.
"""

from naungan.engine.identity import person_ids
from naungan.engine.work import Work


STATE_RANK = {"valid": 0, "inconsistent": 1, "shared": 2, "impossible": 3, "missing": 4}
FIRST_SAID = (
    "birth_date",
    "birth_year",
    "sex",
    "village_code",
    "employer_ref",
    "wage",
    "segment",
    "category",
)
ROW_SPAN = 1 << 40


def gather(work: Work) -> None:
    """Create `persons`, `person_rows` and `person_lineage`."""
    con = work.con
    con.execute(_spans_sql())
    person_ids.number(work)
    con.execute(f"""CREATE OR REPLACE TABLE persons AS
        {_of_one_sql()} UNION ALL {_of_two_sql()} UNION ALL {_of_more_sql()}""")
    con.execute(_person_rows_sql())
    for name in ("spans", "numbers"):
        con.execute(f"DROP TABLE {name}")


def _spans_sql() -> str:
    """Clusters of several rows; most people have one row, most others two."""
    return """CREATE OR REPLACE TEMP TABLE spans AS
        SELECT cluster, count(*) + 1 AS rows, max(row_id) AS last_row
        FROM worker_cluster WHERE row_id <> cluster GROUP BY cluster"""


def _rank(keys: str) -> str:
    cases = " ".join(
        f"WHEN '{state}' THEN {rank}" for state, rank in STATE_RANK.items()
    )
    return f"CASE {keys}.nik_state {cases} END"


def _of_one_sql() -> str:
    said = ", ".join(f"r.{name}" for name in FIRST_SAID)
    return f"""
        SELECT person_id, cluster, k.nik, k.nik_state, r.name, {said}, r.source AS lists
        FROM numbers JOIN worker_rows r ON row_id = cluster
        JOIN worker_keys k USING (row_id) WHERE rows = 1"""


def _of_two_sql() -> str:
    """Two rows side by side: no sorting out, only the first that says anything."""
    said = ", ".join(f"coalesce(x.{name}, y.{name})" for name in FIRST_SAID)
    better = f"{_rank('l')} < {_rank('k')}"
    return f"""
        SELECT person_id, cluster, CASE WHEN {better} THEN l.nik ELSE k.nik END,
            CASE WHEN {better} THEN l.nik_state ELSE k.nik_state END, x.name, {said},
            CASE WHEN x.source = y.source THEN x.source ELSE
                least(x.source, y.source) || '+' || greatest(x.source, y.source) END
        FROM numbers JOIN worker_rows x ON x.row_id = cluster
        JOIN worker_keys k ON k.row_id = cluster
        JOIN worker_rows y ON y.row_id = last_row
        JOIN worker_keys l ON l.row_id = last_row WHERE rows = 2"""


def _of_more_sql() -> str:
    """Any number of rows, each value by a total order."""
    said = ", ".join(
        f"arg_min(r.{name}, row_id) FILTER (r.{name} IS NOT NULL)"
        for name in FIRST_SAID
    )
    best = f"{_rank('k')} * {ROW_SPAN} + row_id"
    return f"""
        SELECT any_value(person_id), cluster, arg_min_null(k.nik, {best}),
            arg_min(k.nik_state, {best}), arg_min(r.name, row_id), {said},
            array_to_string(list_sort(list(DISTINCT r.source)), '+')
        FROM (FROM numbers WHERE rows > 2) JOIN worker_cluster USING (cluster)
        JOIN worker_rows r USING (row_id) JOIN worker_keys k USING (row_id)
        GROUP BY cluster"""


def _person_rows_sql() -> str:
    return """CREATE OR REPLACE TABLE person_rows AS
        SELECT person_id, row_id FROM worker_cluster JOIN numbers USING (cluster)"""
