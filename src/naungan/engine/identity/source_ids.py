"""Numbers for persons and employers that hang on where they were first seen.

An identity number of ours must not be derived from a NIK: the few thousand
NIKs possible for one birth date and district make any hash of one reversible.
So the number of a new person is the place of the first row that names them:
35 bits of the file's SHA-256 and 28 bits of row number, a positive BIGINT.
The same file gives the same numbers on every machine; `person_ids` and
`employers` carry them on when files change.
"""

import duckdb

from naungan.engine.work import Work
from naungan.lib.errors import InputRefused


ROW_BITS = 28
FILE_BITS = 35


def file_key(sha256: str) -> int:
    """Return the file's share of an identity number: 35 bits, already shifted."""
    return (int(sha256[:16], 16) >> (64 - FILE_BITS)) << ROW_BITS


def refuse_repeated(work: Work) -> None:
    """Refuse one file given twice for one purpose, also as a copy.

    Its rows would be counted twice and two rows would claim one number.
    """
    found = work.con.execute(
        """SELECT string_agg(file, ' dan ' ORDER BY file_id) FROM inputs
        GROUP BY kind, sha256 HAVING count(*) > 1 ORDER BY 1"""
    ).fetchall()
    if found:
        raise InputRefused(f"Isi berkas sama: {found[0][0]}. Berikan salah satu saja.")


def make_file_keys(con: duckdb.DuckDBPyConnection) -> None:
    """Create the temporary `file_keys(file_id, file_key)` from `inputs`."""
    files = con.sql("SELECT file_id, sha256 FROM inputs ORDER BY file_id").fetchall()
    con.execute(
        "CREATE OR REPLACE TEMP TABLE file_keys(file_id SMALLINT, file_key BIGINT)"
    )
    if files:
        keys = [(file_id, file_key(sha256)) for file_id, sha256 in files]
        con.executemany("INSERT INTO file_keys VALUES (?, ?)", keys)


def source_id(key: str = "file_key", row: str = "row") -> str:
    """Return the SQL expression of an identity number from its two parts."""
    return f'({key} + "{row}")' if "." not in row else f"({key} + {row})"
