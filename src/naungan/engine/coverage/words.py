"""The words of a run as SQL types, so that a million rows carry bytes, not text."""

from collections.abc import Iterable

import duckdb

from naungan.engine import vocabulary
from naungan.engine.coverage import rules
from naungan.lib import programmes
from naungan.lib.sql_text import listed


def create_words(con: duckdb.DuckDBPyConnection) -> None:
    """Create the types that `memberships` and `covered` use.

    The words of outcomes are fixed. Those of the vocabulary are the ones that
    reading keeps, in the same order, so that nothing is translated; others that
    files bring are added, so that no word is lost.
    """
    for kind, fixed in (rules.MEMBERSHIP_TYPES | rules.PERSON_TYPES).items():
        con.execute(f"CREATE OR REPLACE TYPE {kind} AS ENUM ({listed(fixed)})")
    sets = tuple(programmes.text_of(mask) for mask in range(programmes.ALL + 1))
    con.execute(f"CREATE OR REPLACE TYPE programme_set AS ENUM ({listed(sets)})")
    people = "SELECT DISTINCT {0} AS word FROM persons"
    members = "SELECT DISTINCT {0} FROM member_rows"
    both = f"{people} UNION {members}".format("segment")
    known = vocabulary
    _create(con, "segment_word", known.SEGMENTS, both)
    _create(con, "category_word", known.CATEGORIES, people.format("category"))
    _create(con, "lists_word", ("",), people.format("lists"))
    _create(con, "funder_word", known.FUNDERS, members.format("funder AS word"))


def _create(
    con: duckdb.DuckDBPyConnection, kind: str, fixed: Iterable[str], query: str
) -> None:
    rows = con.execute(f"SELECT word FROM ({query}) WHERE word IS NOT NULL").fetchall()
    words = sorted({row[0] for row in rows} | set(fixed))
    con.execute(f"CREATE OR REPLACE TYPE {kind} AS ENUM ({listed(tuple(words))})")


def programme_set(bits: str) -> str:
    """Write the SQL for a bitmask as its text form."""
    sets = listed(tuple(programmes.text_of(mask) for mask in range(programmes.ALL + 1)))
    return f"([{sets}]::programme_set[])[({bits})::INTEGER + 1]"
