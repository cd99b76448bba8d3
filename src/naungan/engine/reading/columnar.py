"""Parquet files, whose columns have names: read as they are, in SQL only."""

from collections.abc import Callable

import duckdb

from naungan.engine.format import Column, Format
from naungan.engine.reading.absorb import absorb
from naungan.engine.reading.account import Account
from naungan.engine.reading.conversion import Cell
from naungan.engine.reading.heading import mapped
from naungan.engine.reading.layout import check_given, header_missing
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
    """Read a Parquet file; return its mapping."""
    form = account.form
    types = parquet_types(con, source)
    columns = _columns(list(types), form, source)
    cells = {
        name: _cell(form.column(name), header, types[header])
        for name, header in columns.items()
    }
    _check_needs(form, set(cells), list(types), source)
    _check_types(cells, types, source)
    account.headers = columns
    count = _create_view(con, source, cells, types)
    if count:
        absorb(con, cells, account, Lines(0, count), setting, defaults)
    mapping: dict[str, object] = dict(account.headers)
    unmapped = [name for name in types if name not in columns.values()]
    extra = {"_unmapped": unmapped} if unmapped else {}
    return {**mapping, **extra, "_headers": list(types)}


def _scan(source: Source) -> str:
    return f"read_parquet({literal(source.path)}, file_row_number = true)"


def _columns(names: list[str], form: Format, source: Source) -> dict[str, str]:
    """Say which column of the file each of ours is read from: chosen, or by name."""
    if source.given is None:
        found = mapped([[name] for name in names], form)
        return {ours: names[at] for ours, at in found.items()}
    check_given(form, source)
    said = f"Kolomnya: {', '.join(names)}."
    for ours, label in source.given.items():
        if label not in names:
            raise header_missing(source, form, ours, label, said)
    return dict(source.given)


def parquet_types(con: duckdb.DuckDBPyConnection, source: Source) -> dict[str, str]:
    """Return the DuckDB type of every column; refuse a damaged file."""
    try:
        rows = con.execute(f"DESCRIBE SELECT * FROM {_scan(source)}").fetchall()
    except duckdb.Error:
        msg = f"{source.name}: berkas Parquet rusak atau terpotong; kirim ulang."
        raise InputRefused(msg) from None
    return {row[0]: row[1] for row in rows if row[0] != "file_row_number"}


def _cell(column: Column, header: str, sql_type: str) -> Cell:
    cell = Cell(column, sql_type, header)
    return cell if cell.is_native else Cell(column, "VARCHAR", header)


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
    for name in (cell.header for cell in cells.values()):
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
        _as_cell(cell, types[cell.header], lambda test: _holds(con, source, test))
        for cell in cells.values()
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
    own = _quoted(cell.header)
    if cell.is_native:
        return f"{own} AS {cell.name}"
    if sql_type == "VARCHAR":
        if not holds(f"{own} = ''"):
            return f"{own} AS {cell.name}"
        return f"nullif({own}, '') AS {cell.name}"
    if sql_type in FLOATS:
        whole = f"{own} = trunc({own}) AND abs({own}) < {WHOLE_UP_TO}"
        return (
            f"CASE WHEN {whole} THEN {own}::BIGINT::VARCHAR "
            f"ELSE {own}::VARCHAR END AS {cell.name}"
        )
    return f"{own}::VARCHAR AS {cell.name}"
