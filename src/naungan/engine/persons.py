"""Gather the rows of each person into one row, under a number that lasts.

The cluster of a person is the smallest row that names them. Rows of one
person may disagree: the NIK comes from the row whose NIK is in the best state,
everything else from the first row that says anything, so that the order of
rows, not of threads, decides.
"""

from naungan.engine import person_ids
from naungan.engine.work import Work


STATE_RANK = {"valid": 0, "inconsistent": 1, "shared": 2, "impossible": 3, "missing": 4}
FIRST_SAID = (
    ("birth_date", "DATE"),
    ("birth_year", "SMALLINT"),
    ("sex", "VARCHAR"),
    ("village_code", "BIGINT"),
    ("employer_ref", "VARCHAR"),
    ("wage", "BIGINT"),
    ("segment", "VARCHAR"),
    ("category", "VARCHAR"),
)
ROW_SPAN = 1 << 40


def gather(work: Work) -> None:
    """Create `persons`, `person_rows` and `person_lineage`."""
    con = work.con
    con.execute(_several_sql())
    con.execute(_gathered_sql())
    person_ids.number(work)
    con.execute(_persons_sql())
    con.execute(_person_rows_sql())
    for name in ("several", "gathered", "numbers"):
        con.execute(f"DROP TABLE {name}")


def _several_sql() -> str:
    """Clusters of more than one row; most people have one, and skip the work."""
    return """CREATE TABLE several AS
        SELECT DISTINCT cluster FROM worker_cluster WHERE row_id <> cluster"""


def _rank_sql() -> str:
    cases = " ".join(
        f"WHEN '{state}' THEN {rank}" for state, rank in STATE_RANK.items()
    )
    return f"CASE k.nik_state {cases} END"


def _gathered_sql() -> str:
    """One row per cluster of several rows, each value by a total order."""
    said = ",\n".join(
        f"arg_min({name}, row_id) FILTER ({name} IS NOT NULL) AS {name}"
        for name, _ in FIRST_SAID
    )
    best = f"{_rank_sql()} * {ROW_SPAN} + row_id"
    return f"""CREATE TABLE gathered AS
        SELECT cluster, arg_min(k.nik, {best}) FILTER (k.nik IS NOT NULL) AS nik,
            arg_min(k.nik_state, {best}) AS nik_state, arg_min(r.name, row_id) AS name,
            {said.replace("arg_min(", "arg_min(r.").replace("FILTER (", "FILTER (r.")},
            array_to_string(list_sort(list(DISTINCT r.source)), '+') AS lists
        FROM worker_cluster JOIN several USING (cluster)
        JOIN worker_rows r USING (row_id) JOIN worker_keys k USING (row_id)
        GROUP BY cluster"""


def _persons_sql() -> str:
    said = ", ".join(f"r.{name}" for name, _ in FIRST_SAID)
    names = ", ".join(name for name, _ in FIRST_SAID)
    return f"""CREATE TABLE persons AS
        SELECT person_id, cluster, k.nik, k.nik_state, r.name, {said}, r.source AS lists
        FROM numbers JOIN worker_rows r ON row_id = cluster
        JOIN worker_keys k USING (row_id)
        WHERE NOT is_several
        UNION ALL
        SELECT person_id, cluster, nik, nik_state, name, {names}, lists
        FROM numbers JOIN gathered USING (cluster)"""


def _person_rows_sql() -> str:
    return """CREATE TABLE person_rows AS
        SELECT person_id, row_id FROM worker_cluster JOIN numbers USING (cluster)"""
