"""First step: the keys by which a row can be recognised, and its NIK's state."""

import duckdb

from naungan.engine.linkage import nik
from naungan.engine.linkage.naming.normalise import Batch, normalise_names
from naungan.engine.linkage.numbers import TRUSTED, any_word_shared, pair_by_number
from naungan.engine.work import Work


SIDES = ("worker", "member")
COLUMNS = {
    "row_id": "INTEGER",
    "nik": "BIGINT",
    "nik_state": nik.NIK_STATE,
    "name_key": "BIGINT",
    "words": "UTINYINT",
    "tok_lo": "INTEGER",
    "tok_hi": "INTEGER",
    "tok_mid": "INTEGER",
    "head": "SMALLINT",
    "tail": "SMALLINT",
    "birth_date": "DATE",
    "born": "INTEGER",
    "year": "SMALLINT",
    "woman": "BOOLEAN",
    "village_code": "BIGINT",
}
COUNTED = ("name_key", "born", "head", "tail")


def no_keys(side: str) -> str:
    """Begin a table of narrow rows, one for each source row.

    It is a lasting table: a nation's is packed on disk, where a temporary one is not.
    """
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    return f"CREATE OR REPLACE TABLE {side}_keys ({columns})"


def keys(batch: Batch, year: int) -> str:
    """Add the rows of a batch: number, state, name integers, birth, place.

    `born` is the birth date (YYYYMMDD), or where none is written the one the number
    tells; `year` its year, or the one that is written alone.
    """
    side = batch.side
    place = "village_code" if side == "worker" else "NULL::BIGINT AS village_code"
    return f"""
        INSERT INTO {side}_keys BY NAME
        SELECT * EXCLUDE birth_year,
               coalesce(born // 10000, birth_year)::SMALLINT AS year
        FROM (SELECT row_id, nik, ({nik.state("nik")})::{nik.NIK_STATE} AS nik_state, birth_date,
                     {nik.born_on("nik", year)} AS born, birth_year, sex = 'F' AS woman, {place}
              FROM {side}_rows WHERE row_id BETWEEN {batch.first} AND {batch.last})
        JOIN batch_names USING (row_id)"""


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
    for side in SIDES:
        con.execute(no_keys(side))
    for batch in normalise_names(con, work.scratch):
        con.execute(keys(batch, work.request.month // 12))
    con.execute("DROP TABLE IF EXISTS batch_names")
    for side in SIDES:
        _prove_whole(con, side)
    for column in COUNTED:
        con.execute(counted(column))
    pair_by_number(con)
    con.execute(shared())
    con.execute(shared_by_members())
