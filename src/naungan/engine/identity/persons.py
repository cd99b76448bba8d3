"""Gather the rows of each person into one row, under a number that lasts.

The cluster of a person is the smallest row that names them. Rows of one
person may disagree: the NIK comes from the row whose NIK is in the best state,
everything else from the first row that says anything, so that the order of
rows, not of threads, decides.
"""

from naungan.engine.identity import person_ids
from naungan.engine.identity.name_keys import keep_name_keys
from naungan.engine.linkage.nik import NIK_STATE
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
VALID = f"'valid'::{NIK_STATE}"


def gather(work: Work) -> None:
    """Create `persons`, `person_rows` and `person_lineage`."""
    con = work.con
    con.execute(_spans_sql())
    con.execute(_several_sql())
    con.execute(_odd_sql())
    person_ids.number(work)
    con.execute(f"""CREATE OR REPLACE TABLE persons AS
        {_of_one_sql()} UNION ALL ({_of_two_sql()}) UNION ALL {_of_more_sql()}""")
    con.execute(_person_rows_sql())
    keep_name_keys(con)
    for name in ("spans", "several_rows", "odd_niks", "numbers", "granted"):
        con.execute(f"DROP TABLE {name}")


def _spans_sql() -> str:
    """Clusters of several rows; most people have one row, most others two."""
    return """CREATE OR REPLACE TEMP TABLE spans AS
        SELECT cluster, count(*) + 1 AS rows, max(row_id) AS last_row
        FROM worker_cluster WHERE row_id <> cluster GROUP BY cluster"""


def _several_sql() -> str:
    """The rows of such clusters; every other row is a person of its own."""
    return """CREATE OR REPLACE TEMP TABLE several_rows AS
        SELECT row_id, cluster FROM worker_cluster WHERE row_id <> cluster
        UNION ALL SELECT cluster, cluster FROM spans"""


def _odd_sql() -> str:
    """The rows whose NIK is anything but valid: one in ten."""
    return """CREATE OR REPLACE TEMP TABLE odd_niks AS
        SELECT row_id, nik_state FROM worker_keys WHERE nik_state <> 'valid'"""


def _rank(state: str) -> str:
    cases = " ".join(f"WHEN '{name}' THEN {rank}" for name, rank in STATE_RANK.items())
    return f"CASE {state} {cases} END"


def _of_one_sql() -> str:
    """A row alone, its number read off its place."""
    said = ", ".join(f"r.{name}" for name in FIRST_SAID)
    return f"""
        SELECT coalesce(g.person_id, {person_ids.first_place("r")}) AS person_id,
            row_id AS cluster, r.nik, coalesce(k.nik_state, {VALID}) AS nik_state,
            r.name, {said}, r.source AS lists
        FROM (FROM worker_rows ANTI JOIN several_rows USING (row_id)) r
        JOIN file_keys USING (file_id) LEFT JOIN odd_niks k USING (row_id)
        LEFT JOIN granted g ON g.cluster = r.row_id"""


def _of_two_sql() -> str:
    """Two rows side by side: no sorting out, only the first that says anything."""
    said = ", ".join(f"coalesce(x.{name}, y.{name})" for name in FIRST_SAID)
    better = f"{_rank('last_state')} < {_rank('first_state')}"
    return f"""
        WITH two AS (
            SELECT person_id, n.cluster, last_row,
                coalesce(k.nik_state, {VALID}) AS first_state,
                coalesce(l.nik_state, {VALID}) AS last_state
            FROM numbers n LEFT JOIN odd_niks k ON k.row_id = n.cluster
            LEFT JOIN odd_niks l ON l.row_id = last_row WHERE rows = 2)
        SELECT person_id, cluster, CASE WHEN {better} THEN y.nik ELSE x.nik END,
            CASE WHEN {better} THEN last_state ELSE first_state END, x.name, {said},
            CASE WHEN x.source = y.source THEN x.source ELSE
                least(x.source, y.source) || '+' || greatest(x.source, y.source) END
        FROM two JOIN worker_rows y ON y.row_id = last_row
        JOIN worker_rows x ON x.row_id = cluster"""


def _of_more_sql() -> str:
    """Any number of rows, each value by a total order."""
    said = ", ".join(
        f"arg_min(r.{name}, row_id) FILTER (r.{name} IS NOT NULL)"
        for name in FIRST_SAID
    )
    best = f"{_rank('k.nik_state')} * {ROW_SPAN} + row_id"
    return f"""
        SELECT any_value(person_id), cluster, arg_min_null(k.nik, {best}),
            arg_min(k.nik_state, {best}), arg_min(r.name, row_id), {said},
            array_to_string(list_sort(list(DISTINCT r.source)), '+')
        FROM (FROM numbers WHERE rows > 2) JOIN several_rows USING (cluster)
        JOIN worker_rows r USING (row_id) JOIN worker_keys k USING (row_id)
        GROUP BY cluster"""


def _person_rows_sql() -> str:
    return """CREATE OR REPLACE TABLE person_rows AS
        SELECT person_id, cluster AS row_id FROM persons
        WHERE cluster NOT IN (SELECT cluster FROM spans)
        UNION ALL
        SELECT person_id, row_id FROM several_rows JOIN numbers USING (cluster)"""
