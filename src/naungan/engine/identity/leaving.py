"""Leave persons out whose erasure was asked for, before anything is made of them.

Their lines stay in the account, set aside with a reason; nothing that the lines said
goes on: no row, no rejected cell, no warning. Other rows keep their places, from
which persons are numbered.
"""

from typing import Final

import duckdb

from naungan.engine.identity.erased import (
    ROW,
    Marks,
    number_and_name,
    remember,
    who,
)
from naungan.engine.identity.source_ids import ROW_BITS, file_key
from naungan.engine.unknown import LEFT_OUT, warn_of_unknown
from naungan.engine.work import Work


NUMBERED: Final = ("worker_rows", "member_rows", "contribution_rows", "decision_rows")
_BARE: Final = "regexp_replace(cell, '[^0-9A-Za-z]', '', 'g')"


def leave_out(work: Work) -> None:
    """Take every line of the persons in `leave_out` out of the tables of reading."""
    if not work.request.leave_out:
        return
    con = work.con
    marks = remember(work.request.out, work.request.leave_out)
    _make_marks(con, marks, work.request.leave_out)
    con.execute("CREATE TEMP TABLE left_lines(file_id SMALLINT, line INTEGER)")
    for query in _lines(marks):
        con.execute(f"INSERT INTO left_lines {query}")
    con.execute("CREATE TEMP TABLE left_once AS SELECT DISTINCT * FROM left_lines")
    _set_aside(con)
    for table in NUMBERED:
        _take_out(con, table)
    for table in ("left_marks", "left_places", "left_lines", "left_once"):
        con.execute(f"DROP TABLE {table}")
    warn_of_unknown(con)


def _make_marks(
    con: duckdb.DuckDBPyConnection, marks: Marks, persons: frozenset[int]
) -> None:
    """Create `left_marks`(kind, mark) and `left_places`(file_id, row).

    A number itself says where its person was first seen.
    """
    some = [
        mark for person in sorted(persons) for mark in marks.persons.get(person, [])
    ]
    con.execute("CREATE TEMP TABLE left_marks(kind VARCHAR, mark VARCHAR)")
    con.execute("CREATE TEMP TABLE left_places(file_id SMALLINT, row INTEGER)")
    con.execute(
        "INSERT INTO left_marks SELECT unnest($1::VARCHAR[]), unnest($2::VARCHAR[])",
        [[kind for kind, _ in some], [mark for _, mark in some]],
    )
    files = con.execute("SELECT file_id, sha256 FROM inputs WHERE kind = 'workers'")
    places = [
        (file_id, person - file_key(sha256))
        for file_id, sha256 in files.fetchall()
        for person in persons
        if 0 < person - file_key(sha256) < 1 << ROW_BITS
    ]
    con.execute(
        "INSERT INTO left_places SELECT unnest($1::SMALLINT[]), unnest($2::INTEGER[])",
        [[file_id for file_id, _ in places], [row for _, row in places]],
    )
    con.execute(
        f"""INSERT INTO left_places
        SELECT file_id, split_part(mark, ':', 2)::INTEGER FROM left_marks m
        JOIN inputs i ON i.sha256 = split_part(mark, ':', 1)
        WHERE m.kind = '{ROW}' AND i.kind = 'workers'"""
    )


def _lines(marks: Marks) -> list[str]:
    """Select the lines (file_id, line) that speak of the persons, table by table."""
    nik = _is(marks.digest("nik", "nik::VARCHAR"), "nik")
    both = _is(marks.digest("both", number_and_name("nik", "name")), "both")
    told = marks.digest("who", who("name", "birth_date", "village_code"))
    kpj = _is(marks.digest("kpj", "kpj"), "kpj")
    placed = "(file_id, row) IN (FROM left_places)"
    return [
        f"""SELECT file_id, line FROM worker_rows
        WHERE {placed} OR {nik} OR {both} OR {_is(told, "who")}
            OR ((nik IS NULL OR nik_rounded) AND {_is(told, "bare")})""",
        f"SELECT file_id, line FROM member_rows WHERE {kpj} OR {nik} OR {both}",
        f"SELECT file_id, line FROM contribution_rows WHERE {kpj}",
        _decisions(marks),
        _rejected(marks),
    ]


def _is(mark: str, kind: str) -> str:
    """Say in SQL that a mark is one of the persons'; never NULL."""
    return f"coalesce({mark} IN (SELECT mark FROM left_marks WHERE kind = '{kind}'), false)"


def _decisions(marks: Marks) -> str:
    """Find the verdicts on a person: by membership, or by the place of a row."""
    kpj = _is(marks.digest("kpj", "side"), "kpj")
    return f"""
        WITH sides AS (
            SELECT file_id, line, trim(unnest(["left", "right"])) AS side
            FROM decision_rows)
        SELECT file_id, line FROM sides s WHERE {kpj} OR EXISTS (
            FROM left_places p JOIN inputs i USING (file_id)
            WHERE length(split_part(s.side, ':', 1)) >= 8
                AND starts_with(i.sha256, lower(split_part(s.side, ':', 1)))
                AND TRY_CAST(split_part(s.side, ':', 2) AS BIGINT) = p.row)"""


def _rejected(marks: Marks) -> str:
    """Find the rejected lines of a person: by place, or by a number in any cell."""
    nik = _is(marks.digest("nik", _BARE), "nik")
    kpj = _is(marks.digest("kpj", _BARE), "kpj")
    return f"""
        WITH cells AS (
            SELECT file_id, line, unnest(cells) AS cell FROM rejected_cells)
        SELECT file_id, line FROM cells WHERE {nik} OR {kpj}
        UNION SELECT p.file_id, r.line FROM left_places p
        JOIN inputs i USING (file_id) JOIN rejected r ON r.file = i.file::VARCHAR
            AND r.row = p.row"""


def _set_aside(con: duckdb.DuckDBPyConnection) -> None:
    """Move the lines in the account, and take out all that was said of them."""
    gone = "(SELECT i.file::VARCHAR, line FROM left_once JOIN inputs i USING (file_id))"
    con.execute(
        """CREATE TEMP TABLE moved AS
        SELECT file_id, count(*) AS lines,
            count(*) FILTER ((file_id, line) IN
                (SELECT file_id, line FROM rejected_cells)) AS rejected
        FROM left_once GROUP BY file_id"""
    )
    con.execute(
        """UPDATE inputs SET accepted = accepted - (m.lines - m.rejected),
            rejected = inputs.rejected - m.rejected, set_aside = set_aside + m.lines
        FROM moved m WHERE m.file_id = inputs.file_id"""
    )
    con.execute(
        "INSERT INTO set_aside SELECT i.file::VARCHAR, line, ? FROM left_once "
        "JOIN inputs i USING (file_id)",
        [LEFT_OUT],
    )
    for table in ("rejected", "warnings"):
        con.execute(f"DELETE FROM {table} WHERE (file, line) IN {gone}")
    con.execute("DELETE FROM rejected_cells WHERE (file_id, line) IN (FROM left_once)")
    con.execute("DROP TABLE moved")


def _take_out(con: duckdb.DuckDBPyConnection, table: str) -> None:
    """Delete the lines from a table, and count its rows anew without gaps."""
    deleted = con.execute(
        f"DELETE FROM {table} WHERE (file_id, line) IN (FROM left_once)"
    ).fetchall()
    if deleted[0][0]:
        con.execute(
            f"""CREATE OR REPLACE TABLE {table} AS
            SELECT * REPLACE ((row_number() OVER (ORDER BY row_id) - 1)::INTEGER
                AS row_id)
            FROM {table} ORDER BY row_id"""
        )
