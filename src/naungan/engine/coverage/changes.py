"""Whose status is another than in the run before, and what changed it.

A status follows from the files, from the weights by which their rows are joined, and
from the month that is judged. Whoever asks why a figure moved must be able to tell
these apart: a person whose rows and memberships all stand in the files as before, and
are only joined otherwise, changed because the run weighed anew.
"""

from pathlib import Path
from typing import Final

import duckdb

from naungan.engine import parquet
from naungan.engine.identity.person_ids import run_after
from naungan.engine.identity.told import ROW, told
from naungan.engine.work import Work
from naungan.lib import dates


OLD_TABLES: Final = ("coverage", "person_rows", "links", "members")
MEMBERSHIP: Final = (
    *("kpj", "nik", "nik_written", "name", "birth_date", "birth_year", "sex", "npp"),
    *("segment", "programmes", "reported_wage", "start_month", "paid_through"),
    *("status", "funder"),
)
GONE: Final = ("changed", "told_before", "told_now", "moved", "new_facts")


def compare_with_before(work: Work) -> None:
    """Create `status_changes(person_id, before, after, cause)`; empty in a first run.

    A cause is `files`, `weights` or `month`. Persons who came or went are none of it.
    """
    con = work.con
    con.execute("""CREATE OR REPLACE TABLE status_changes(
        person_id BIGINT, "before" VARCHAR, "after" VARCHAR, cause VARCHAR)""")
    previous = work.request.out / "current"
    if not all(parquet.has_table(previous, name) for name in OLD_TABLES):
        return
    parquet.open_previous(con, previous, OLD_TABLES)
    con.execute(_changed_sql())
    con.execute(_told_sql("before", "old_person_rows", "old_links", "old_members"))
    con.execute(_told_sql("now", *_now_sql()))
    con.execute(_moved_sql())
    con.execute(_new_facts_sql(_weighed_anew(con, previous)))
    con.execute(_causes_sql(), {"month": dates.month_text(work.request.month)})
    for name in GONE:
        con.execute(f"DROP TABLE {name}")
    parquet.close_previous(con, OLD_TABLES)


def _changed_sql() -> str:
    return """CREATE OR REPLACE TEMP TABLE changed AS
        SELECT c.person_id, o.status::VARCHAR AS "before", c.status::VARCHAR AS "after",
            o.month AS month_before
        FROM coverage c JOIN old_coverage o USING (person_id)
        WHERE c.status::VARCHAR <> o.status"""


def _now_sql() -> tuple[str, str, str]:
    """Name the rows, links and memberships of this run as a snapshot would."""
    return (
        "(SELECT * FROM person_rows JOIN worker_rows USING (row_id))",
        "(SELECT person_id, band, member_row FROM links)",
        "(SELECT row_id AS member_row, * FROM member_rows)",
    )


def _told_sql(when: str, rows: str, links: str, members: str) -> str:
    """List what the files tell of the changed persons: their rows and memberships.

    `key` finds a fact again: the name of a row, the number of a membership.
    """
    led = "USING (kpj, file, row)" if when == "before" else "USING (member_row)"
    return f"""CREATE OR REPLACE TEMP TABLE told_{when} AS
        SELECT person_id, 'row' AS kind, coalesce(r.name, '') AS key,
            {told(ROW, "r")} AS fact, '' AS band
        FROM {rows} r SEMI JOIN changed USING (person_id)
        UNION ALL
        SELECT l.person_id, 'membership', m.kpj, {told(MEMBERSHIP, "m")}, l.band
        FROM {links} l JOIN {members} m {led} SEMI JOIN changed USING (person_id)"""


def _moved_sql() -> str:
    """List the facts that came to a person or went."""
    return """CREATE OR REPLACE TEMP TABLE moved AS
        SELECT *, 'went' AS way FROM (FROM told_before EXCEPT FROM told_now)
        UNION ALL SELECT *, 'came' FROM (FROM told_now EXCEPT FROM told_before)"""


def _weighed_anew(con: duckdb.DuckDBPyConnection, previous: Path) -> bool:
    """Say whether this run learnt the weights that it used."""
    query = "SELECT learnt_in FROM link_basis"
    return con.execute(query).fetchall() == [(run_after(previous),)]


def _new_facts_sql(weighed_anew: bool) -> str:
    """Choose the moved facts that the files themselves brought or took away.

    Where the weights are those of the run before, only files can have moved any.
    """
    if not weighed_anew:
        return "CREATE OR REPLACE TEMP TABLE new_facts AS FROM moved"
    found = (
        ("went", "row", "worker_rows", "name", ROW),
        ("went", "membership", "member_rows", "kpj", MEMBERSHIP),
        ("came", "row", "old_person_rows", "name", ROW),
        ("came", "membership", "old_members", "kpj", MEMBERSHIP),
    )
    known = " UNION ALL ".join(
        f"""SELECT '{way}' AS way, '{kind}' AS kind, {told(columns, "t")} AS fact
        FROM {table} t WHERE coalesce(t.{key}, '') IN (
            SELECT key FROM moved WHERE way = '{way}' AND kind = '{kind}')"""
        for way, kind, table, key, columns in found
    )
    return f"""CREATE OR REPLACE TEMP TABLE new_facts AS
        FROM moved ANTI JOIN ({known}) USING (way, kind, fact)"""


def _causes_sql() -> str:
    return """INSERT INTO status_changes
        SELECT person_id, "before", "after", CASE
            WHEN person_id IN (SELECT person_id FROM new_facts) THEN 'files'
            WHEN person_id IN (SELECT person_id FROM moved) THEN 'weights'
            WHEN month_before <> $month THEN 'month' ELSE 'files' END
        FROM changed"""
