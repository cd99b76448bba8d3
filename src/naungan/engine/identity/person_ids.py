"""Numbers of persons that survive reruns, corrections and later lists.

A cluster takes the number of the person in the previous snapshot with whom it
shares, in this order, the row where that person was first seen, other source
rows, a valid NIK, or name, birth date and village known to nobody else. Whom none
of these finds again is sought by rows that say just what a row said before. Each
old number goes to one cluster at most; what else spoke for it is recorded as
a merge or a split. Without a claim the number is the place of the first row.
"""

from pathlib import Path

import duckdb

from naungan.engine import parquet
from naungan.engine.identity.source_ids import make_file_keys, source_id
from naungan.engine.identity.told import ROW, told
from naungan.engine.work import Work


OLD_TABLES = ("persons", "person_rows", "person_lineage", "inputs")


def number(work: Work) -> None:
    """Create `numbers(cluster, person_id, rows, last_row)` and `person_lineage`.

    `numbers` holds the clusters of several rows. A row alone has the number that
    `granted(cluster, person_id)` gives it, or its `first_place`.
    """
    con = work.con
    make_file_keys(con)
    previous = work.request.out / "current"
    con.execute(_no_lineage_sql())
    if parquet.has_table(previous, "persons"):
        _carry_on(con, previous, work.request.leave_out)
    else:
        con.execute(_no_claims_sql())
    con.execute(_numbers_sql())


def _carry_on(
    con: duckdb.DuckDBPyConnection, previous: Path, erased: frozenset[int]
) -> None:
    """Grant old numbers to clusters and record what was merged or split.

    The number of a person who was erased goes to nobody and is told of no more.
    """
    parquet.open_previous(con, previous, OLD_TABLES)
    gone = "(SELECT unnest($1::BIGINT[]))"
    con.execute(_claims_sql())
    con.execute(_same_words_sql())
    con.execute(f"DELETE FROM claims WHERE person_id IN {gone}", [[*erased]])
    con.execute(_granted_sql())
    con.execute("INSERT INTO person_lineage FROM old_person_lineage")
    con.execute(_lineage_sql(), {"run": run_after(previous)})
    told = f"person_id IN {gone} OR previous_id IN {gone}"
    con.execute(f"DELETE FROM person_lineage WHERE {told}", [[*erased]])
    con.execute("DROP TABLE claims")
    parquet.close_previous(con, OLD_TABLES)


def run_after(previous: Path) -> int:
    """Return the number of the run that follows the one at `previous`."""
    return int(previous.resolve().name) + 1


def _no_lineage_sql() -> str:
    return """CREATE OR REPLACE TABLE person_lineage(
        person_id BIGINT, previous_id BIGINT, kind VARCHAR, run INTEGER)"""


def _no_claims_sql() -> str:
    return "CREATE TABLE granted(cluster BIGINT, person_id BIGINT)"


def _claims_sql() -> str:
    """Every reason for which a cluster may be an old person; 0 is the best."""
    return f"""CREATE TABLE claims AS
    WITH here AS (
        SELECT cluster, row_id, row, sha256, {source_id()} AS place
        FROM worker_cluster JOIN worker_rows USING (row_id)
        JOIN inputs USING (file_id) JOIN file_keys USING (file_id)),
    same_row AS (
        SELECT cluster, person_id, CASE WHEN place = person_id THEN 0 ELSE 1 END AS rank
        FROM here JOIN old_inputs o USING (sha256)
        JOIN old_person_rows p ON p.file = o.file AND p.row = here.row),
    one_nik AS (
        SELECT nik, min(cluster) AS cluster
        FROM worker_cluster JOIN worker_keys USING (row_id)
        WHERE nik_state IN ('valid', 'inconsistent') GROUP BY nik
        HAVING min(cluster) = max(cluster)),
    same_nik AS (
        SELECT one_nik.cluster, old_persons.person_id, 2 AS rank
        FROM one_nik JOIN old_persons USING (nik)
        WHERE old_persons.nik_state IN ('valid', 'inconsistent')),
    one_name AS (
        SELECT lower(name) AS name, birth_date, village_code, min(cluster) AS cluster
        FROM worker_cluster JOIN worker_rows USING (row_id)
        WHERE birth_date IS NOT NULL AND village_code IS NOT NULL
        GROUP BY ALL HAVING min(cluster) = max(cluster)),
    old_name AS (
        SELECT lower(name) AS name, birth_date, village_code, min(person_id) AS person_id
        FROM old_persons WHERE birth_date IS NOT NULL AND village_code IS NOT NULL
        GROUP BY ALL HAVING count(*) = 1),
    same_name AS (
        SELECT cluster, person_id, 3 AS rank
        FROM one_name JOIN old_name USING (name, birth_date, village_code))
    SELECT cluster, person_id, min(rank) AS rank, count(*) AS votes
    FROM (FROM same_row UNION ALL FROM same_nik UNION ALL FROM same_name)
    GROUP BY cluster, person_id"""


def _same_words_sql() -> str:
    """Hold those nobody claims against each other, row by row, word for word.

    A file sent anew has other rows in other places; many without a usable number
    stand in it as they stood before.
    """
    return f"""INSERT INTO claims
    WITH here AS (
        SELECT {told(ROW, "r")} AS said, min(cluster) AS cluster
        FROM (FROM worker_cluster ANTI JOIN claims USING (cluster))
        JOIN worker_rows r USING (row_id)
        GROUP BY said HAVING min(cluster) = max(cluster)),
    before AS (
        SELECT {told(ROW, "r")} AS said, min(person_id) AS person_id
        FROM (FROM old_person_rows ANTI JOIN claims USING (person_id)) r
        GROUP BY said HAVING min(person_id) = max(person_id))
    SELECT cluster, person_id, 3 AS rank, count(*) AS votes
    FROM here JOIN before USING (said) GROUP BY cluster, person_id"""


def _granted_sql() -> str:
    """Mutual best claims: the best cluster of a number and its best number.

    A cluster that loses its only number gets a new one; that is a split.
    """
    return """CREATE TABLE granted AS
    WITH best AS (
        SELECT cluster, person_id, rank, votes,
            row_number() OVER (PARTITION BY person_id
                ORDER BY rank, votes DESC, cluster) AS of_number
        FROM claims)
    SELECT cluster, arg_min(person_id, (rank, -votes, person_id)) AS person_id
    FROM best WHERE of_number = 1 GROUP BY cluster"""


def _lineage_sql() -> str:
    """Claims that were not granted, unless the same fact is already on record."""
    return f"""INSERT INTO person_lineage
    WITH fresh AS (
        SELECT cluster, {source_id()} AS person_id FROM worker_rows
        JOIN file_keys USING (file_id) JOIN worker_cluster USING (row_id)
        WHERE row_id = cluster),
    taken AS (
        SELECT cluster, coalesce(g.person_id, f.person_id) AS person_id,
            g.person_id IS NULL AS is_new
        FROM fresh f LEFT JOIN granted g USING (cluster)),
    told AS (
        SELECT t.person_id, c.person_id AS previous_id,
            CASE WHEN t.is_new OR c.person_id IN (SELECT person_id FROM granted)
                THEN 'split' ELSE 'merge' END AS kind
        FROM claims c JOIN taken t USING (cluster)
        WHERE t.person_id <> c.person_id AND c.rank <= 2)
    SELECT person_id, previous_id, kind, $run FROM told t
    WHERE NOT EXISTS (FROM person_lineage l WHERE l.person_id = t.person_id
        AND l.previous_id = t.previous_id AND l.kind = t.kind)"""


def first_place(row: str) -> str:
    """Return the SQL of the number a person gets whose first row is `row`."""
    return source_id(row=f'{row}."row"')


def _numbers_sql() -> str:
    return f"""CREATE OR REPLACE TEMP TABLE numbers AS
    SELECT s.cluster, coalesce(g.person_id, {first_place("r")}) AS person_id,
        rows, last_row
    FROM spans s JOIN worker_rows r ON r.row_id = s.cluster JOIN file_keys USING (file_id)
    LEFT JOIN granted g ON g.cluster = s.cluster"""
