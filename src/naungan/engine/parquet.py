"""Parquet tables of a folder as views, whether one file or a folder of parts.

A table that is looked up by key is cut into parts (`naungan.engine.store`), so
nobody but this module and the store needs to know which tables are.
"""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from naungan.lib.sql_text import listed


def source(*paths: Path) -> str:
    """Write the SQL that reads these files; a path may hold a pattern."""
    return f"read_parquet([{listed(map(str, paths))}])"


def parts_of(table: Path) -> Path:
    """Return the pattern of all parts of a table that is a folder."""
    return table / "*.parquet"


def make_views(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Create one view per table of a snapshot, under the table's name."""
    for path in sorted(folder.iterdir()):
        is_cut = any(path.glob("*.parquet"))
        if is_cut or path.suffix == ".parquet":
            make_view(con, path.stem, parts_of(path) if is_cut else path)


def make_view(con: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    """Create one view over one table."""
    con.execute(f'CREATE VIEW "{name}" AS FROM {source(path)}')


def has_table(folder: Path, name: str) -> bool:
    """Say whether a snapshot has a table; one of an earlier form may not."""
    return any(folder.glob(f"{name}.parquet")) or (folder / name).is_dir()


def files_of(folder: Path, name: str) -> Path:
    """Return the file of a table, or the pattern of its parts where it is a folder."""
    table = folder / name
    return parts_of(table) if table.is_dir() else folder / f"{name}.parquet"


def open_previous(
    con: duckdb.DuckDBPyConnection, previous: Path, names: Iterable[str]
) -> None:
    """Create views `old_<name>` over tables of the previous snapshot.

    They are seen by this connection alone: persons and employers are numbered
    beside each other, each with an `old_inputs` of its own.
    """
    for name in names:
        files = source(files_of(previous, name))
        con.execute(f"CREATE TEMP VIEW old_{name} AS FROM {files}")


def close_previous(con: duckdb.DuckDBPyConnection, names: Iterable[str]) -> None:
    """Drop the views of `open_previous`."""
    for name in names:
        con.execute(f"DROP VIEW old_{name}")
