"""What people decided about pairs of rows; it outweighs every other evidence.

A worker row is named by the hash of its file (or its first eight or more
characters) and its row, as in `1a2b3c4d:17`; a membership by its number (KPJ). A
person may also be named by number, as in `orang:4711`: that holds when a corrected
file takes the place of the one that was looked at. Of two verdicts on one pair the
later one holds.
"""

from dataclasses import dataclass
from typing import Final

import duckdb

from naungan.engine.linkage.residual import MEMBER, WORKER


KINDS: Final = "('same_person', 'different_person', 'keep_apart')"
PREFIX: Final = 8  # characters of a hash that suffice to name a file
NUMBER: Final = "orang"  # before the number of a person


@dataclass(frozen=True)
class Apart:
    """Worker rows, two by two, that must stay different persons."""

    pairs: tuple[tuple[int, int], ...]


def named(end: str) -> str:
    """Find the rows that one end of a verdict names."""
    written = f'trim(d."{end}")'
    return f"""
        SELECT d.row_id AS verdict, {WORKER}::UTINYINT AS side, w.row_id AS found
        FROM persons_decided d JOIN inputs i
            ON length(split_part({written}, ':', 1)) >= {PREFIX}
            AND starts_with(lower(i.sha256), lower(split_part({written}, ':', 1)))
        JOIN worker_rows w ON w.file_id = i.file_id
            AND w.row = TRY_CAST(split_part({written}, ':', 2) AS INTEGER)
        UNION ALL
        SELECT d.row_id, {MEMBER}, m.row_id
        FROM persons_decided d JOIN member_rows m ON m.kpj = {written}"""


def found_verdicts() -> str:
    """Name both ends by rows, a member first, then the larger row; keep the last."""
    return f"""
        CREATE OR REPLACE TEMP TABLE verdicts AS
        WITH ends AS (
            SELECT l.verdict, l.side AS ls, l.found AS lr, r.side AS rs, r.found AS rr
            FROM ({named("left")}) l JOIN ({named("right")}) r USING (verdict)),
        ordered AS (
            SELECT verdict, greatest((ls, lr), (rs, rr)) AS high,
                   least((ls, lr), (rs, rr)) AS low
            FROM ends WHERE (ls, lr) <> (rs, rr))
        SELECT high[1] AS left_side, high[2] AS left_row, low[1] AS right_side,
               low[2] AS right_row, d.kind = 'same_person' AS same
        FROM ordered JOIN persons_decided d ON d.row_id = verdict
        QUALIFY row_number() OVER (
            PARTITION BY high, low ORDER BY d."at" DESC, d.row_id DESC) = 1
        ORDER BY ALL"""


def gather_verdicts(con: duckdb.DuckDBPyConnection) -> None:
    """Make verdicts(left_side, left_row, right_side, right_row, same)."""
    con.execute(f"""CREATE OR REPLACE TEMP VIEW persons_decided AS
        SELECT * FROM decision_rows WHERE kind IN {KINDS}""")
    con.execute(found_verdicts())
    con.execute("DROP VIEW persons_decided")


def worker_verdicts(same: bool) -> str:
    """Select the verdicts on two worker rows."""
    return f"""SELECT left_row, right_row FROM verdicts
        WHERE left_side = {WORKER} AND right_side = {WORKER} AND same = {same}"""


def kept_apart(con: duckdb.DuckDBPyConnection) -> Apart:
    """Return the worker rows that must not become one person."""
    found = con.execute(f"{worker_verdicts(same=False)} ORDER BY ALL").fetchall()
    return Apart(tuple((int(left), int(right)) for left, right in found))


def find_numbered(con: duckdb.DuckDBPyConnection) -> None:
    """Make numbered_verdicts(member_row, person_id, same) once persons have numbers."""
    con.execute("""CREATE OR REPLACE TEMP TABLE numbered_verdicts(
        member_row INTEGER, person_id BIGINT, same BOOLEAN)""")
    if con.execute("FROM decision_rows LIMIT 1").fetchall():
        con.execute(_numbered_sql())


def _numbered_sql() -> str:
    """A number that is gone is followed to the person into whom it was merged."""
    number = "TRY_CAST(split_part({0}, ':', 2) AS BIGINT)"
    is_number = f"starts_with(lower({{0}}), '{NUMBER}:')"
    left, right = (is_number.format(f'trim("{end}")') for end in ("left", "right"))
    return f"""
        INSERT INTO numbered_verdicts
        WITH RECURSIVE written AS (
            SELECT row_id AS verdict, "at", kind = 'same_person' AS same,
                CASE WHEN {left} THEN trim("left") ELSE trim("right") END AS person,
                CASE WHEN {left} THEN trim("right") ELSE trim("left") END AS kpj
            FROM decision_rows WHERE kind IN {KINDS} AND ({left} OR {right})),
        followed AS (
            SELECT verdict, {number.format("person")} AS person_id FROM written
            UNION
            SELECT verdict, l.person_id
            FROM (FROM followed ANTI JOIN person_rows USING (person_id)) f
            JOIN person_lineage l ON l.previous_id = f.person_id AND l.kind = 'merge')
        SELECT m.row_id AS member_row, f.person_id, same
        FROM (FROM followed SEMI JOIN person_rows USING (person_id)) f
        JOIN written USING (verdict) JOIN member_rows m ON m.kpj = written.kpj
        QUALIFY row_number() OVER (
            PARTITION BY m.row_id, f.person_id ORDER BY "at" DESC, verdict DESC) = 1
        ORDER BY ALL"""
