"""Whom the rows of both files work for, as the matching of employers found out.

Lists of workers name an employer by NIB or by an id of their own, the extract of
members by its registration; only employers matched across lists make the two
comparable. Where that step has not run, nobody is known to work for anyone.
"""

import duckdb


def gather_employed(con: duckdb.DuckDBPyConnection) -> None:
    """Make {side}_employed(row_id, employer_id) and employer_times(employer, times).

    Also worker_places, the rows of worker_keys with their employer, their name and birth date.
    """
    for table, row in (
        ("worker_employers", "row_id"),
        ("employer_members", "member_row"),
    ):
        con.execute(
            f"CREATE TABLE IF NOT EXISTS {table}({row} BIGINT, employer_id BIGINT)"
        )
    con.execute("""CREATE OR REPLACE TEMP VIEW worker_employed AS
        SELECT row_id, employer_id FROM worker_employers""")
    con.execute("""CREATE OR REPLACE TEMP VIEW member_employed AS
        SELECT member_row AS row_id, employer_id FROM employer_members""")
    con.execute("""CREATE OR REPLACE TEMP TABLE employer_times AS
        SELECT employer_id AS employer, count(*) AS times
        FROM (FROM worker_employed UNION ALL FROM member_employed) GROUP BY employer_id""")
    con.execute("""CREATE OR REPLACE TEMP TABLE worker_places AS
        SELECT k.rowid AS place, k.row_id, employer_id AS employer, name_key, tok_lo,
            head, tail, born, woman
        FROM worker_keys k JOIN worker_employed USING (row_id) WHERE words > 0""")


def employed(con: duckdb.DuckDBPyConnection) -> int:
    """Count the rows of both files whose employer is known."""
    query = "SELECT coalesce(sum(times), 0)::BIGINT FROM employer_times"
    return int(con.execute(query).fetchall()[0][0])


def forget_employed(con: duckdb.DuckDBPyConnection) -> None:
    """Let go of what only weighing needs."""
    for view in ("worker_employed", "member_employed"):
        con.execute(f"DROP VIEW {view}")
    for table in ("employer_times", "worker_places"):
        con.execute(f"DROP TABLE {table}")
