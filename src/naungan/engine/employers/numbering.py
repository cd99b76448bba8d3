"""Numbers of employers that survive reruns, corrections and later lists.

A new employer's number is the place of its first row (see `source_ids`). One
that was in the previous snapshot keeps its number: known by the very row where
it was first seen, else by NIB, NPP or NPWP, another source row, or a name and
village nobody else has. Each old number goes to one employer; what else spoke for it
is recorded as a merge or a split.
"""

from pathlib import Path

import duckdb

from naungan.engine import parquet
from naungan.engine.employers.nodes import cleaned, tax_number
from naungan.engine.identity.person_ids import run_after
from naungan.engine.work import Work


RANKS = {"birth": 0, "nib": 1, "npp": 2, "npwp": 3, "row": 4, "name": 5}
OLD_TABLES = ("employers", "employer_rows", "employer_lineage", "inputs")


def number(work: Work, previous: Path) -> None:
    """Create `employer_numbers(root, employer_id)` and `employer_lineage`."""
    con = work.con
    con.execute("""CREATE OR REPLACE TABLE employer_lineage(
        employer_id BIGINT, previous_id BIGINT, kind VARCHAR, run INTEGER)""")
    con.execute("""CREATE OR REPLACE TEMP TABLE born AS
        SELECT root, min(place) AS place FROM employer_roots
        JOIN employer_nodes USING (node) GROUP BY root""")
    con.execute("CREATE OR REPLACE TEMP TABLE kept(root BIGINT, employer_id BIGINT)")
    if (previous / "employers.parquet").exists():
        _carry_on(con, previous)
    con.execute("""CREATE OR REPLACE TEMP TABLE employer_numbers AS
        SELECT root, coalesce(kept.employer_id, place) AS employer_id
        FROM born LEFT JOIN kept USING (root)""")
    for name in ("born", "kept"):
        con.execute(f"DROP TABLE {name}")


def _carry_on(con: duckdb.DuckDBPyConnection, previous: Path) -> None:
    """Grant old numbers to employers and record what was merged or split."""
    parquet.open_previous(con, previous, OLD_TABLES)
    con.execute(_claims_sql())
    con.execute(_kept_sql())
    con.execute("INSERT INTO employer_lineage FROM old_employer_lineage")
    con.execute(_lineage_sql(), {"run": run_after(previous)})
    con.execute("DROP TABLE employer_claims")
    parquet.close_previous(con, OLD_TABLES)


def _same_id_sql(name: str, clean: str) -> str:
    """Claims by a number that stands for one employer now and then."""
    return f"""
        SELECT root, employer_id, {RANKS[name]} AS rank FROM (
            SELECT {name} AS id, min(root) AS root
            FROM employer_nodes JOIN employer_roots USING (node)
            WHERE {name} IS NOT NULL GROUP BY id HAVING min(root) = max(root))
        JOIN (
            SELECT {clean} AS id, min(employer_id) AS employer_id FROM (
                SELECT employer_id, {name} FROM old_employer_rows
                UNION ALL SELECT employer_id, {name} FROM old_employers)
            WHERE {clean} IS NOT NULL
            GROUP BY id HAVING min(employer_id) = max(employer_id)) USING (id)"""


def _claims_sql() -> str:
    """Every reason for which an employer may be an old one; 0 is the best."""
    by_id = " UNION ALL ".join(
        (
            _same_id_sql("nib", cleaned("nib")),
            _same_id_sql("npp", cleaned("npp")),
            _same_id_sql("npwp", tax_number("npwp")),
        )
    )
    return f"""CREATE OR REPLACE TEMP TABLE employer_claims AS
        WITH here AS (
            SELECT root, place, r."row", sha256 FROM employer_nodes
            JOIN employer_roots USING (node) JOIN employer_in_rows r USING (row_id)
            JOIN inputs ON inputs.file_id = r.file_id),
        same_row AS (
            SELECT root, employer_id, CASE WHEN place = employer_id
                THEN {RANKS["birth"]} ELSE {RANKS["row"]} END AS rank
            FROM here JOIN old_inputs o USING (sha256)
            JOIN old_employer_rows p ON p.file = o.file AND p."row" = here."row"),
        one_name AS (
            SELECT lower(name) AS name, r.village_code, min(root) AS root
            FROM employer_nodes n JOIN employer_roots USING (node)
            JOIN employer_in_rows r USING (row_id) WHERE r.village_code IS NOT NULL
            GROUP BY ALL HAVING min(root) = max(root)),
        old_name AS (
            SELECT lower(name) AS name, village_code, min(employer_id) AS employer_id
            FROM old_employers WHERE village_code IS NOT NULL
            GROUP BY ALL HAVING count(*) = 1),
        same_name AS (
            SELECT root, employer_id, {RANKS["name"]} AS rank
            FROM one_name JOIN old_name USING (name, village_code))
        SELECT root, employer_id, min(rank) AS rank, count(*) AS votes
        FROM (FROM same_row UNION ALL FROM same_name UNION ALL {by_id})
        GROUP BY root, employer_id"""


def _kept_sql() -> str:
    """Mutual best claims: the best employer of a number and its best number."""
    return """INSERT INTO kept
        SELECT root, arg_min(employer_id, (rank, -votes, employer_id)) FROM (
            SELECT root, employer_id, rank, votes, row_number() OVER (
                PARTITION BY employer_id ORDER BY rank, votes DESC, root) AS of_number
            FROM employer_claims)
        WHERE of_number = 1 GROUP BY root"""


def _lineage_sql() -> str:
    """Claims not granted, unless only by name or already on record."""
    return f"""INSERT INTO employer_lineage
        SELECT t.employer_id, c.employer_id,
            CASE WHEN t.is_new OR c.employer_id IN (SELECT employer_id FROM kept)
                THEN 'split' ELSE 'merge' END AS kind, $run
        FROM employer_claims c JOIN (
            SELECT root, coalesce(kept.employer_id, place) AS employer_id,
                kept.employer_id IS NULL AS is_new
            FROM born LEFT JOIN kept USING (root)) t USING (root)
        WHERE t.employer_id <> c.employer_id AND c.rank < {RANKS["name"]}
            AND NOT EXISTS (FROM employer_lineage l WHERE l.employer_id = t.employer_id
                AND l.previous_id = c.employer_id)"""
