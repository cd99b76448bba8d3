"""The rows of a file as questions: which columns are fields, and what is carried."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from naungan.law.question import Field
from naungan.lib.errors import InputRefused
from naungan.lib.sql_text import literal


ENDINGS: Final = (".csv", ".parquet")
ROW: Final = "__row"


@dataclass(frozen=True)
class Rows:
    """The table `rows` of a connection: its fields by name, and its other columns."""

    fields: tuple[Field, ...]
    carried: tuple[str, ...]
    count: int

    @property
    def columns(self) -> tuple[str, ...]:
        """Name every column that came in, fields first."""
        return (*(one.name for one in self.fields), *self.carried)


def open_rows(
    con: duckdb.DuckDBPyConnection, source: Path, fields: Sequence[Field]
) -> Rows:
    """Read a file into the table `rows`, numbered in the order of the file.

    Raises InputRefused for a file that is missing, broken, of another form, or
    without any field of the question.
    """
    try:
        con.execute(
            f"CREATE TABLE rows AS SELECT row_number() OVER () AS {ROW}, * "
            f"FROM {_scan(source)}"
        )
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise InputRefused(f"{source} tidak terbaca ({reason}).") from error
    names = [name for name in con.table("rows").columns if name != ROW]
    known = {one.name: one for one in fields}
    found = tuple(known[name] for name in names if name in known)
    if not found:
        raise InputRefused(
            f"{source}: tidak ada kolom yang dikenal; namai kolom seperti isian: "
            f"{', '.join(known)}."
        )
    carried = tuple(name for name in names if name not in known)
    ((count,),) = con.execute("SELECT count(*) FROM rows").fetchall()
    return Rows(found, carried, count)


def quoted(name: str) -> str:
    """Write the name of a column of a user's file in SQL."""
    return '"' + name.replace('"', '""') + '"'


def ending_of(path: Path) -> str:
    """Give `.csv` or `.parquet`; any other ending is refused."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InputRefused(
            f"{path}: bentuk tidak dikenal; pakai {' atau '.join(ENDINGS)}."
        )
    return ending


def _scan(source: Path) -> str:
    if not source.is_file():
        raise InputRefused(f"{source} tidak ada; periksa jalurnya.")
    if ending_of(source) == ".parquet":
        return f"read_parquet({literal(source)})"
    return f"read_csv({literal(source)}, header = true, all_varchar = true)"
