"""The tables that reading fills, made empty before the first file."""

import duckdb

from naungan.engine.format import Column, Format
from naungan.engine.formats import all_formats
from naungan.engine.reading.value import value_of
from naungan.lib.sql_text import listed


HEAD = "row_id INTEGER, file_id SMALLINT, row INTEGER, line INTEGER"
CELL = '"column" VARCHAR, value VARCHAR, code VARCHAR, message VARCHAR'
# A list has one name; a file that puts other things there keeps them as text.
MOST_NAMES = 10_000
RECORDS = {
    "inputs": "file_id SMALLINT, file VARCHAR, sha256 VARCHAR, kind VARCHAR, "
    "size BIGINT, lines BIGINT, accepted BIGINT, rejected BIGINT, "
    "set_aside BIGINT, mapping VARCHAR",
    "rejected": f"file VARCHAR, line INTEGER, row INTEGER, {CELL}",
    "set_aside": "file VARCHAR, line INTEGER, why VARCHAR",
    "warnings": f"file VARCHAR, line INTEGER, row INTEGER, {CELL}",
    # The rows of `rejected` as they were written, to send them back.
    "rejected_cells": "file_id SMALLINT, line INTEGER, cells VARCHAR[]",
}


def create_tables(con: duckdb.DuckDBPyConnection) -> None:
    """Create every table of the contract, empty."""
    for name, columns in RECORDS.items():
        con.execute(f"CREATE OR REPLACE TABLE {name} ({columns})")
    for form in all_formats().values():
        con.execute(f"CREATE OR REPLACE TABLE {form.table} ({columns_of(form)})")


def columns_of(form: Format) -> str:
    """Write the columns of a format's table for SQL."""
    own = [
        f'"{name}" {sql_type}'
        for column in form.columns
        for name, sql_type in zip(column.fills, _types(column), strict=False)
    ]
    return ", ".join([HEAD, *own])


def _types(column: Column) -> tuple[str, ...]:
    """Words of the vocabulary take one byte a row; in order, they sort as text does."""
    if column.choices:
        return (f"ENUM ({listed(sorted(column.choices))})",)
    return value_of(column.type).types


def pack_names(con: duckdb.DuckDBPyConnection) -> None:
    """Keep names of files and lists in a byte or two, once all of them are known."""
    for table, column in (("inputs", "file"), ("worker_rows", "source")):
        words = _words(con, table, column)
        if 0 < len(words) <= MOST_NAMES:
            kind = f"ENUM ({listed(words)})"
            con.execute(f"ALTER TABLE {table} ALTER {column} TYPE {kind}")


def _words(con: duckdb.DuckDBPyConnection, table: str, column: str) -> list[str]:
    query = f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL"
    return sorted(word for (word,) in con.execute(query).fetchall())
