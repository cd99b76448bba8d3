"""First step: the keys by which a row can be recognised, and its NIK's state."""

import duckdb

from naungan.engine.linkage import nik
from naungan.engine.linkage.naming.normalise import normalise_names
from naungan.engine.linkage.numbers import TRUSTED, any_word_shared, pair_by_number
from naungan.engine.work import Work


COUNTED = ("name_key", "born", "head", "tail")


def keys(side: str, year: int) -> str:
    """One narrow row per source row: number, state, name integers, birth, place.

    `born` is the birth date (YYYYMMDD), or where none is written the one the number
    tells; `year` its year, or the one that is written alone.
    """
    place = "village_code" if side == "worker" else "NULL::BIGINT AS village_code"
    return f"""
        CREATE OR REPLACE TEMP TABLE {side}_keys AS
        SELECT row_id, nik, nik_state, name_key, words, tok_lo, tok_hi, tok_mid, head, tail,
               birth_date, born, coalesce(born // 10000, birth_year)::SMALLINT AS year,
               woman, village_code
        FROM (SELECT row_id, nik, ({nik.state("nik")})::{nik.NIK_STATE} AS nik_state, birth_date,
                     {nik.born_on("nik", year)} AS born, birth_year, sex = 'F' AS woman, {place}
              FROM {side}_rows) JOIN {side}_names USING (row_id)"""


def counted(column: str) -> str:
    """Count how many rows of both files have a value."""
    return f"""
        CREATE OR REPLACE TEMP TABLE {column}_times AS
        SELECT {column}, count(*) AS times FROM (
            SELECT {column} FROM worker_keys UNION ALL SELECT {column} FROM member_keys)
        WHERE {column} IS NOT NULL GROUP BY {column}"""


def shared() -> str:
    """Mark a number under which two worker rows have nothing in common."""
    return f"""
        UPDATE worker_keys SET nik_state = 'shared'
        WHERE nik_state IN {TRUSTED} AND nik IN (
            SELECT a.nik FROM number_pairs JOIN worker_keys a ON a.row_id = left_row
            JOIN worker_keys b ON b.row_id = right_row
            WHERE side = 0 AND NOT agrees AND a.birth_date <> b.birth_date
              AND NOT {any_word_shared("a", "b")})"""


def shared_by_members() -> str:
    """Mark a number that memberships of different people carry."""
    return f"""
        UPDATE member_keys SET nik_state = 'shared'
        WHERE nik_state IN {TRUSTED} AND nik IN (
            SELECT nik FROM member_keys WHERE nik_state IN {TRUSTED} GROUP BY nik
            HAVING min(name_key) <> max(name_key) AND min(birth_date) <> max(birth_date)
               AND min(head) <> max(head) AND min(tail) <> max(tail))"""


def _prove_whole(con: duckdb.DuckDBPyConnection, side: str) -> None:
    """Stop where a row found no name, or two: nobody may fall out between two tables."""
    rows, held = (
        con.table(f"{side}_{which}").aggregate("count(*), sum(row_id)")
        for which in ("rows", "keys")
    )
    assert rows.fetchall() == held.fetchall(), (
        f"{side}: rows and names are not the same"
    )


def identify(work: Work) -> None:
    """Make worker_keys, member_keys, number_pairs and how often values occur."""
    con = work.con
    normalise_names(con, work.scratch)
    for side in ("worker", "member"):
        con.execute(keys(side, work.request.month // 12))
        _prove_whole(con, side)
        con.execute(f"DROP TABLE {side}_names")
    for column in COUNTED:
        con.execute(counted(column))
    pair_by_number(con)
    con.execute(shared())
    con.execute(shared_by_members())
