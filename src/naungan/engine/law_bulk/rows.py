"""The rows of a file as questions: which columns are fields, and what is carried."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from naungan.engine.law_bulk.lines import (
    LINE,
    Copied,
    copy_whole,
    form_of,
    line_count,
    scan,
)
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
    header_lines: int
    ragged: int = 0


def open_rows(
    con: duckdb.DuckDBPyConnection, source: Path, fields: Sequence[Field], folder: Path
) -> Rows:
    """Read a file into the table `rows`, numbered in the order of the file.

    Lines of a CSV file that are no rows go into the table `ragged` with their reason;
    a copy of the whole ones is made in `folder` then. Raises InputRefused for a file
    that is missing, broken, of another form, or without any field of the question.
    """
    ending = _checked(source)
    con.execute(f"CREATE TABLE ragged ({ROW} BIGINT, text VARCHAR, reason VARCHAR)")
    try:
        if ending == ".csv":
            _load_lines(con, source, fields, folder)
        else:
            _load(con, f"read_parquet({literal(source)})")
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
    whole, ragged = _count(con, "rows"), _count(con, "ragged")
    lines = int(ending == ".csv")
    return Rows(found, cells, tuple(types), carried, whole + ragged, lines, ragged)


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


def _checked(source: Path) -> str:
    if not source.is_file():
        raise InputRefused(f"{source} tidak ada; periksa jalurnya.")
    return ending_of(source)


def _load(con: duckdb.DuckDBPyConnection, scanned: str) -> None:
    con.execute(
        f"CREATE OR REPLACE TABLE rows AS SELECT row_number() OVER () AS {ROW}, * "
        f"FROM {scanned}"
    )


def _load_lines(
    con: duckdb.DuckDBPyConnection, source: Path, fields: Sequence[Field], folder: Path
) -> None:
    """Load a CSV file at once, or line by line where rows and lines do not add up."""
    form = form_of(source, [one.name for one in fields])
    lines = line_count(source)
    try:
        _load(con, scan(source, form.delimiter))
        if 1 + _count(con, "rows") == lines:
            return
    except duckdb.Error:  # some line is no row: which one is found out below
        pass
    copy = folder / "whole.csv"
    copied = copy_whole(source, form, copy)
    con.execute(
        f"CREATE OR REPLACE TABLE rows AS SELECT CAST({LINE} AS BIGINT) - 1 AS {ROW}, "
        f"* EXCLUDE ({LINE}) FROM {scan(copy, ',')}"
    )
    copy.unlink()
    _keep_ragged(con, copied)
    if _count(con, "rows") != copied.rows:
        raise InputRefused(
            f"{source}: {copied.rows} baris utuh, tetapi {_count(con, 'rows')} yang "
            "terbaca; simpan ulang sebagai CSV biasa."
        )


def _keep_ragged(con: duckdb.DuckDBPyConnection, copied: Copied) -> None:
    kept = pa.table(
        {
            "row": pa.array([one.line - 1 for one in copied.ragged], pa.int64()),
            "text": pa.array([one.text for one in copied.ragged], pa.string()),
            "reason": pa.array([one.reason for one in copied.ragged], pa.string()),
        }
    )
    con.register("ragged_now", kept)
    con.execute("INSERT INTO ragged FROM ragged_now")
    con.unregister("ragged_now")


def _count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    ((count,),) = con.execute(f"SELECT count(*) FROM {table}").fetchall()
    return int(count)
