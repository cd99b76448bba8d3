"""Parquet files with our own column names: read as they are, in SQL only."""

from collections.abc import Callable

import duckdb

from naungan.engine.format import Format
from naungan.engine.reading.absorb import absorb
from naungan.engine.reading.account import Account
from naungan.engine.reading.conversion import Cell
from naungan.engine.reading.record import Lines
from naungan.engine.reading.source import Source
from naungan.engine.reading.value import Setting
from naungan.lib.errors import InputRefused
from naungan.lib.sql_text import literal


FLOATS = ("DOUBLE", "FLOAT")
WHOLE_UP_TO = 10**15
NESTED = ("STRUCT", "MAP", "UNION")


def read_parquet(
    con: duckdb.DuckDBPyConnection,
    source: Source,
    account: Account,
    setting: Setting,
    defaults: dict[str, str],
) -> dict[str, object]:
    """Read a Parquet file whose columns carry our names; return its mapping."""
    form = account.form
    types = _types(con, source)
    cells = {
        column.name: _cell(form, column.name, types[column.name])
        for column in form.columns
        if column.name in types
    }
    _check_needs(form, set(cells), list(types), source)
    _check_types(cells, types, source)
    account.headers = {name: name for name in cells}
    count = _create_view(con, source, cells, types)
    if count:
        absorb(con, cells, account, Lines(0, count), setting, defaults)
    mapping: dict[str, object] = dict(account.headers)
    unmapped = [name for name in types if name not in cells]
    extra = {"_unmapped": unmapped} if unmapped else {}
    return {**mapping, **extra, "_headers": list(types)}


def _scan(source: Source) -> str:
    return f"read_parquet({literal(source.path)}, file_row_number = true)"


def _types(con: duckdb.DuckDBPyConnection, source: Source) -> dict[str, str]:
    try:
        rows = con.execute(f"DESCRIBE SELECT * FROM {_scan(source)}").fetchall()
    except duckdb.Error:
        msg = f"{source.name}: berkas Parquet rusak atau terpotong; kirim ulang."
        raise InputRefused(msg) from None
    return {row[0]: row[1] for row in rows if row[0] != "file_row_number"}


def _cell(form: Format, name: str, sql_type: str) -> Cell:
    cell = Cell(form.column(name), sql_type, name)
    return cell if cell.is_native else Cell(cell.column, "VARCHAR", name)


def _check_needs(
    form: Format, present: set[str], names: list[str], source: Source
) -> None:
    for need in form.required:
        if not need.met_by(present):
            msg = (
                f"{source.name}: Parquet ini tidak mempunyai kolom {need.text()}; "
                f"kolomnya: {', '.join(names)}."
            )
            raise InputRefused(msg)


def _check_types(cells: dict[str, Cell], types: dict[str, str], source: Source) -> None:
    for name in cells:
        if types[name].endswith("]") or types[name].startswith(NESTED):
            msg = (
                f"{source.name}: kolom {name} berisi susunan ({types[name]}), bukan "
                "satu nilai per baris; simpan ulang sebagai teks, angka, atau tanggal."
            )
            raise InputRefused(msg)


def _create_view(
    con: duckdb.DuckDBPyConnection,
    source: Source,
    cells: dict[str, Cell],
    types: dict[str, str],
) -> int:
    own = [
        _as_cell(cell, types[name], lambda test: _holds(con, source, test))
        for name, cell in cells.items()
    ]
    raw = ", ".join(f"{_quoted(name)}::VARCHAR" for name in types)
    con.execute(
        f"CREATE OR REPLACE TEMP VIEW cells AS SELECT (file_row_number + 1)::INTEGER "
        f"AS line, {', '.join(own)}, [{raw}] AS raw FROM {_scan(source)}"
    )
    [(count,)] = con.execute(f"SELECT count(*) FROM {_scan(source)}").fetchall()
    return int(count)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _holds(con: duckdb.DuckDBPyConnection, source: Source, test: str) -> bool:
    """Say whether any row passes a test; what a file says of its columns may do."""
    query = f"SELECT EXISTS (FROM {_scan(source)} WHERE {test})"
    return bool(con.execute(query).fetchall()[0][0])


def _as_cell(cell: Cell, sql_type: str, holds: Callable[[str], bool]) -> str:
    """Hand typed columns on that the value takes; write all others as text.

    A text is made NULL where it is empty, but only in columns with empty texts: the
    test would be done again in every condition.
    """
    if cell.is_native:
        return cell.name
    if sql_type == "VARCHAR":
        if not holds(f"{cell.name} = ''"):
            return cell.name
        return f"nullif({cell.name}, '') AS {cell.name}"
    if sql_type in FLOATS:
        whole = f"{cell.name} = trunc({cell.name}) AND abs({cell.name}) < {WHOLE_UP_TO}"
        return (
            f"CASE WHEN {whole} THEN {cell.name}::BIGINT::VARCHAR "
            f"ELSE {cell.name}::VARCHAR END AS {cell.name}"
        )
    return f"{cell.name}::VARCHAR AS {cell.name}"
