"""Pairs with one trusted number, and whether name and birth date bear it out."""

import duckdb

from naungan.engine.linkage.residual import MEMBER, WORKER


TRUSTED = "('valid', 'inconsistent', 'shared')"


def any_word_shared(a: str, b: str) -> str:
    """Say whether two names have a word in common."""
    theirs = [f"{b}.{word}" for word in ("tok_lo", "tok_hi", "tok_mid")]
    found = " OR ".join(
        f"{a}.{word} = {other}"
        for word in ("tok_lo", "tok_hi", "tok_mid")
        for other in theirs
    )
    return f"coalesce({found}, false)"


def agrees(a: str, b: str) -> str:
    """Guard an equal number: the whole name, or the birth date and a word of the name.

    Neither alone would do: one slip turns a number into that of a neighbour
    born on the same day, and a relative's number comes with one common word.
    An extract without names has its numbers taken unless a birth date differs.
    """
    return f"""(({a}.name_key = {b}.name_key AND {a}.words > 0)
        OR (coalesce({a}.birth_date = {b}.birth_date, false)
            AND {any_word_shared(a, b)})
        OR (({a}.words = 0 OR {b}.words = 0)
            AND coalesce({a}.birth_date = {b}.birth_date, true)))"""


def worker_pairs() -> str:
    """Hold each row against the first row with its number."""
    return f"""
        SELECT {WORKER}::UTINYINT AS side, a.row_id AS left_row, b.row_id AS right_row,
               {agrees("a", "b")} AS agrees
        FROM worker_keys a JOIN (
            SELECT nik, min(row_id) AS row_id FROM worker_keys
            WHERE nik_state IN {TRUSTED} GROUP BY nik HAVING count(*) > 1) f USING (nik)
        JOIN worker_keys b ON b.row_id = f.row_id
        WHERE a.row_id <> f.row_id AND a.nik_state IN {TRUSTED}"""


def member_pairs() -> str:
    """Hold each member against the worker rows with its number; keep the best."""
    return f"""
        SELECT {MEMBER}::UTINYINT AS side, left_row,
               coalesce(min(right_row) FILTER (agrees), min(right_row)) AS right_row,
               bool_or(agrees) AS agrees
        FROM (SELECT a.row_id AS left_row, b.row_id AS right_row,
                     {agrees("a", "b")} AS agrees
              FROM member_keys a JOIN worker_keys b USING (nik)
              WHERE a.nik_state IN {TRUSTED} AND b.nik_state IN {TRUSTED})
        GROUP BY left_row"""


def pair_by_number(con: duckdb.DuckDBPyConnection) -> None:
    """Make number_pairs(side, left_row, right_row, agrees)."""
    con.execute(f"""CREATE OR REPLACE TEMP TABLE number_pairs AS
        {worker_pairs()} UNION ALL {member_pairs()}""")
