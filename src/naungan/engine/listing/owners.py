"""In whose files a person stands, so that the door can ask who may see the row."""

from dataclasses import dataclass
from typing import Final

import duckdb

from naungan.engine.work import Work
from naungan.lib.sql_text import literal


JOINED_BY: Final = "+"  # codes of institutions are letters, digits, - and _
MOST_BITS: Final = 62  # owners that one whole number can tell apart


@dataclass(frozen=True)
class Owned:
    """How a query over persons says `owners`: a column, and the join that brings it."""

    column: str
    join: str = ""


def owned(work: Work) -> Owned:
    """Say how queries name the owners of a person: codes in order, joined by +.

    Most often one office sent everything, or nobody says: then nothing is looked
    up. Else `people_owners` is created, once. Whoever only files of nobody name has
    no owner.
    """
    con = work.con
    owners = _owners(work)
    if len(owners) == 1:
        return Owned(f"{literal(owners[0]) if owners[0] else 'NULL'}::VARCHAR")
    known = "FROM duckdb_tables() WHERE table_name = 'people_owners'"
    if owners and not con.execute(known).fetchall():
        _create_people_owners(con, [owner for owner in owners if owner])
    if not owners:
        return Owned("NULL::VARCHAR")
    return Owned("o.owners", "LEFT JOIN people_owners o USING (person_id)")


def _owners(work: Work) -> list[str | None]:
    """Name whose the files are that name a person; None where one is nobody's.

    Creates `file_owners(file_id, owner)`.
    """
    given = work.request.owners
    work.con.execute(
        """CREATE OR REPLACE TEMP TABLE file_owners AS
        SELECT file_id, owner FROM inputs LEFT JOIN (
            SELECT unnest($files::VARCHAR[]) AS file, unnest($owners::VARCHAR[]) AS owner)
            USING (file)""",
        {"files": list(given), "owners": list(given.values())},
    )
    query = """SELECT DISTINCT owner FROM file_owners SEMI JOIN (
            SELECT file_id FROM worker_rows UNION SELECT file_id FROM member_rows)
        USING (file_id) ORDER BY owner"""
    return [owner for (owner,) in work.con.execute(query).fetchall()]


def _create_people_owners(con: duckdb.DuckDBPyConnection, owners: list[str]) -> None:
    """Gather the owners of the rows of each person as bits, then as their codes."""
    for start in range(0, len(owners), MOST_BITS):
        some = owners[start : start + MOST_BITS]
        bits = ", ".join(
            f"({literal(one)}, {1 << bit})" for bit, one in enumerate(some)
        )
        con.execute(f"""CREATE OR REPLACE TEMP TABLE owners_{start} AS
            WITH bits AS (SELECT file_id, bit FROM file_owners
                JOIN (VALUES {bits}) b(owner, bit) USING (owner))
            SELECT person_id, bit_or(bit)::BIGINT AS bits FROM (
                SELECT person_id, bit FROM person_rows
                    JOIN worker_rows USING (row_id) JOIN bits USING (file_id)
                UNION ALL
                SELECT person_id, bit FROM links
                    JOIN member_rows m ON m.row_id = member_row JOIN bits USING (file_id)
                WHERE band = 'linked')
            GROUP BY person_id""")
    con.execute(_spelt_sql(owners))
    for start in range(0, len(owners), MOST_BITS):
        con.execute(f"DROP TABLE owners_{start}")


def _spelt_sql(owners: list[str]) -> str:
    """Spell each combination once: there are few."""
    parts = []
    for start in range(0, len(owners), MOST_BITS):
        words = ", ".join(literal(one) for one in owners[start : start + MOST_BITS])
        parts.append(f"""SELECT person_id, spelt FROM owners_{start} JOIN (
            SELECT bits, list_filter([{words}], lambda _, n: bits >> (n - 1) & 1 = 1) AS spelt
            FROM (SELECT DISTINCT bits FROM owners_{start})) USING (bits)""")
    if len(parts) == 1:
        every = f"SELECT person_id, array_to_string(spelt, '{JOINED_BY}') AS owners FROM ({parts[0]})"
    else:
        every = f"""SELECT person_id, array_to_string(list_sort(flatten(list(spelt))),
            '{JOINED_BY}') AS owners FROM ({" UNION ALL ".join(parts)}) GROUP BY person_id"""
    return f"CREATE OR REPLACE TEMP TABLE people_owners AS {every}"
