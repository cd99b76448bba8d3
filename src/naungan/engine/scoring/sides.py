"""Bring the answers of a snapshot and the truth of a world side by side."""

from pathlib import Path

import duckdb

from naungan.engine import parquet
from naungan.lib.errors import InputRefused


SNAPSHOT = ("links", "person_rows", "employer_rows", "employer_links", "coverage")
TRUTHS = ("worker_rows", "member_rows", "employer_rows", "coverage")
FINDINGS = ("employer_findings", "person_findings")
BASE = "parse_filename(file)"


def _view(con: duckdb.DuckDBPyConnection, name: str, folder: Path, table: str) -> None:
    if not parquet.has_table(folder, table):
        msg = (
            f"{folder / table}.parquet tidak ada. "
            "Jalankan `naungan run` atau `naungan synth` dahulu."
        )
        raise InputRefused(msg)
    parquet.make_view(con, name, parquet.files_of(folder, table))


def open_sides(snapshot: Path, world: Path) -> duckdb.DuckDBPyConnection:
    """Open a database with `s_*` views of the snapshot and `t_*` of the truth.

    Raises InputRefused when either is not there.
    """
    con = duckdb.connect()
    current = snapshot / "current"
    for name in (*SNAPSHOT, *FINDINGS):
        _view(con, f"s_{name}", current, name)
    for name in (*TRUTHS, *FINDINGS):
        _view(con, f"t_{name}", world / "truth", name)
    return con


def month_of(con: duckdb.DuckDBPyConnection, month: str | None) -> str:
    """Choose the month to score: the one asked for, else that of the snapshot."""
    row = con.execute("SELECT max(month) FROM s_coverage").fetchone()
    chosen = month or (row[0] if row else None)
    known = con.execute(
        "SELECT 1 FROM t_worker_rows WHERE month = ? LIMIT 1", [chosen]
    ).fetchone()
    if chosen is None or known is None:
        msg = f"Kebenaran untuk bulan {chosen} tidak ada; pilih --month lain."
        raise InputRefused(msg)
    return str(chosen)


def _majority(rows: str, of: str, true: str) -> str:
    """Choose for every answer the truth that most of its rows belong to."""
    return f"""SELECT {of}, {true} FROM (
            SELECT {of}, {true}, count(*) AS n FROM {rows} GROUP BY ALL)
        QUALIFY row_number() OVER (PARTITION BY {of} ORDER BY n DESC, {true}) = 1"""


def join_sides(con: duckdb.DuckDBPyConnection, month: str) -> None:
    """Create what all scores read.

    `rows` (row, person_id, true_person, kinds), `people` (person_id,
    true_person), `members` (kpj, true_person, kinds), `firm_rows` (employer_id,
    true_employer, npp, kinds) and `firms` (employer_id, true_employer).
    """
    con.execute(
        f"""CREATE TABLE rows AS
        SELECT row_number() OVER () AS id, person_id, true_person,
            string_split(error_kinds, '+') AS kinds
        FROM (SELECT person_id, {BASE} AS file, "row" FROM s_person_rows) s
        JOIN (SELECT file, "row", true_person, error_kinds FROM t_worker_rows
            WHERE month = $month) t USING (file, "row")""",
        {"month": month},
    )
    con.execute(
        """CREATE TABLE members AS SELECT kpj, true_person,
            string_split(error_kinds, '+') AS kinds
        FROM t_member_rows WHERE month = $month""",
        {"month": month},
    )
    con.execute(
        f"""CREATE TABLE firm_rows AS
        SELECT employer_id, true_employer, npp, string_split(error_kinds, '+') AS kinds
        FROM (SELECT employer_id, npp, {BASE} AS file, "row" FROM s_employer_rows) s
        JOIN (SELECT file, "row", true_employer, error_kinds FROM t_employer_rows
            WHERE month = $month) t USING (file, "row")""",
        {"month": month},
    )
    con.execute(
        f"CREATE TABLE people AS {_majority('rows', 'person_id', 'true_person')}"
    )
    firms = _majority("firm_rows", "employer_id", "true_employer")
    con.execute(f"CREATE TABLE firms AS {firms}")
