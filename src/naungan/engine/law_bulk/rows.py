"""The rows of a file as questions: which columns are fields, and what is carried."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from naungan.law.question import Field
from naungan.lib.errors import InputRefused
from naungan.lib.sql_text import literal


ENDINGS: Final = (".csv", ".parquet")
ROW: Final = "__row"
FRACTIONAL: Final = ("FLOAT", "DOUBLE", "DECIMAL")


@dataclass(frozen=True)
class Rows:
    """The table `rows` of a connection: its fields, its other columns, how many rows.

    `cells` writes each field as SQL that gives its text, empty where nothing is stated.
    """

    fields: tuple[Field, ...]
    cells: Mapping[str, str]
    columns: tuple[str, ...]
    carried: tuple[str, ...]
    count: int


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
    table = con.table("rows")
    types = dict(zip(table.columns, map(str, table.types), strict=True))
    del types[ROW]
    named = {name.strip().lower(): name for name in types}
    found = tuple(one for one in fields if one.name in named)
    if not found:
        known = ", ".join(one.name for one in fields)
        raise InputRefused(
            f"{source}: tidak ada kolom yang dikenal; namai kolom seperti isian: {known}."
        )
    cells = {one.name: _cell(named[one.name], types[named[one.name]]) for one in found}
    used = {named[one.name] for one in found}
    carried = tuple(name for name in types if name not in used)
    ((count,),) = con.execute("SELECT count(*) FROM rows").fetchall()
    return Rows(found, cells, tuple(types), carried, count)


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


def _cell(name: str, kind: str) -> str:
    """Write a column as text: lists joined by +, whole numbers without a fraction."""
    column = quoted(name)
    text = f"CAST({column} AS VARCHAR)"
    if kind.endswith("[]"):
        text = f"array_to_string({column}, '+')"
    elif kind.startswith(FRACTIONAL):
        whole = f"CAST(TRY_CAST({column} AS HUGEINT) AS VARCHAR)"
        text = f"if({column} = round({column}), {whole}, {text})"
    return f"coalesce(trim({text}), '')"


def _scan(source: Path) -> str:
    if not source.is_file():
        raise InputRefused(f"{source} tidak ada; periksa jalurnya.")
    if ending_of(source) == ".parquet":
        return f"read_parquet({literal(source)})"
    return f"read_csv({literal(source)}, header = true, all_varchar = true)"
