"""Build a new snapshot beside the old one and swap it in by one rename.

`DIR/current` is a link to `DIR/runs/NNNN`; replacing the link is atomic, so a
reader sees the old snapshot whole or the new one whole, and a run killed at
any step leaves the last good state. An old run is never changed.
"""

import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import duckdb

from naungan.engine import parquet
from naungan.engine.table import LOOKED_UP_ROW_GROUP, Table, all_tables
from naungan.engine.work import Work
from naungan.lib.errors import RoomRefused, SnapshotRefused
from naungan.lib.sql_text import literal


BUILDING = ".building"
SCRATCH = ".scratch-"
SLICE_ROWS = 4_000_000
MOST_SLICES = 8
"""Each slice looks through all rows it may come from, so a nation is cut coarser."""
LARGE_SLICE_ROWS = 32_000_000
"""A table of more rows is put in order, and kept, in pieces that fit into memory."""
MOST_DISTINCT = 5_000
"""Beyond so many distinct values a column is kept without a dictionary."""


@contextmanager
def only_run(out: Path) -> Iterator[None]:
    """Hold DIR for one run; a second run at once is refused, a dead one is not."""
    with _open_lock(out) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"{out} sedang dipakai proses lain. Tunggu sampai selesai."
            raise SnapshotRefused(message) from None
        for left in (out / BUILDING, *out.glob(f"{SCRATCH}*")):
            shutil.rmtree(left, ignore_errors=True)
        yield


def _open_lock(out: Path) -> TextIO:
    """Make DIR where it is missing and open its lock, or say why that cannot be."""
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        return (out / ".lock").open("w")
    except (FileExistsError, NotADirectoryError):
        message = f"{out} bukan folder. Sebut folder lain dengan --out."
        raise RoomRefused(message) from None
    except OSError as error:
        if _is_full(error):
            raise RoomRefused(_full(out, str(error))) from error
        message = (
            f"Folder hasil {out} tidak dapat dibuat atau ditulisi. Periksa "
            "izinnya atau sebut folder lain dengan --out."
        )
        raise RoomRefused(message) from None


@contextmanager
def room_watched(out: Path) -> Iterator[None]:
    """Turn a full disk or exhausted memory into a sentence for the user."""
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise RoomRefused(_full(out, str(error))) from error
    except (duckdb.IOException, OSError) as error:
        if _is_full(error):
            raise RoomRefused(_full(out, str(error))) from error
        raise


def _is_full(error: Exception) -> bool:
    number = getattr(error, "errno", None)
    return number == errno.ENOSPC or "No space left" in str(error)


def _full(out: Path, detail: str) -> str:
    free = shutil.disk_usage(out).free // 2**20 if out.exists() else 0
    return (
        f"Ruang tidak cukup di {out} (tersisa {free} MiB): {detail.splitlines()[0]} "
        "Kosongkan ruang lalu jalankan lagi; hasil terakhir tetap utuh."
    )


def write_members(work: Work) -> None:
    """Write the tables that are final once all files are read."""
    _write_final(work, "read")


def write_people(work: Work) -> None:
    """Write the tables that are final once persons are known, and their index of names.

    Nothing but that index is made of the names, so they make room.
    """
    _write_final(work, "persons")
    work.con.execute("DROP TABLE IF EXISTS person_names")


def write_judgements(work: Work) -> None:
    """Write the tables that are final once coverage is known."""
    _write_final(work, "coverage")


def write_findings(work: Work) -> None:
    """Write the tables that are final once findings are known."""
    _write_final(work, "findings")


def write_rest(work: Work) -> dict[str, int]:
    """Write every other table of the shelf; return the rows of all."""
    _write_final(work, None)
    folder = work.request.out / BUILDING
    return {table.name: count_rows(work.con, table, folder) for table in all_tables()}


def _write_final(work: Work, step: str | None) -> None:
    for table in all_tables():
        if table.final_after == step:
            write_table(work.con, table, work.request.out / BUILDING)


def count_rows(con: duckdb.DuckDBPyConnection, table: Table, folder: Path) -> int:
    """Count the rows of a written table from the footers of its files."""
    path = parquet.files_of(folder, table.name)
    query = f"SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata({literal(path)})"
    return int(con.execute(query).fetchall()[0][0])


def write_table(con: duckdb.DuckDBPyConnection, table: Table, folder: Path) -> int:
    """Write one table in its fixed order; return its number of rows."""
    if table.part_rows is not None:
        return _write_parts(con, table, folder / table.name)
    if table.sliced_by is not None and _is_large(con, table.sliced_by):
        return _write_large(con, table, folder / table.name)
    path = folder / f"{table.name}.parquet"
    return _copy(con, table.query + _order(table), path, table.row_group)


def _order(table: Table) -> str:
    keys = ", ".join(f'"{key}" NULLS FIRST' for key in table.order_by)
    return f" ORDER BY {keys}" if keys else ""


def _is_large(con: duckdb.DuckDBPyConnection, query: str) -> bool:
    [(rows,)] = con.execute(f"SELECT count(*) FROM ({query})").fetchall()
    return int(rows) > LARGE_SLICE_ROWS


def _write_large(con: duckdb.DuckDBPyConnection, table: Table, folder: Path) -> int:
    """Write a table as one file per slice: to put it in order whole takes its size again."""
    folder.mkdir(mode=0o700)
    rows = 0
    for number, (piece, count) in enumerate(_slices(con, table, LARGE_SLICE_ROWS)):
        query = f"{table.query} WHERE {piece} {_order(table)}"
        _copy(con, query, folder / f"{number:05d}.parquet", table.row_group)
        rows += count
    return rows


def _write_parts(con: duckdb.DuckDBPyConnection, table: Table, folder: Path) -> int:
    """Write a looked-up table as parts in order of its key; return its rows.

    The cut is by row number: the option of COPY that splits files by row
    groups cuts elsewhere on each run. A large table is put in order slice by
    slice, so that no second copy of it lies beside the first.
    """
    folder.mkdir(mode=0o700)
    assert table.part_rows is not None
    rows = parts = 0
    for piece, count in _slices(con, table, SLICE_ROWS):
        joined = "AND" if " WHERE " in table.query else "WHERE"
        query = f"{table.query} {joined} {piece} {_order(table)}"
        for part in _parts_of(con, query, count, table.part_rows):
            _copy(con, part, folder / f"{parts:05d}.parquet", table.row_group)
            parts += 1
        rows += count
    if not parts:
        _copy(con, table.query, folder / "00000.parquet", table.row_group)
    con.execute("DROP TABLE IF EXISTS in_order")
    return rows


def _parts_of(
    con: duckdb.DuckDBPyConnection, query: str, count: int, part_rows: int
) -> Iterator[str]:
    """Yield the queries of the parts of one slice; one that is a part needs no copy.

    A plain table keeps its order, and parts begin where its row groups do.
    """
    if count <= part_rows:
        yield query
        return
    con.execute(f"CREATE OR REPLACE TEMP TABLE in_order AS {query}")
    for start in range(0, count, part_rows):
        within = f"rowid >= {start} AND rowid < {start + part_rows}"
        yield f"SELECT * FROM in_order WHERE {within}"


def _slices(
    con: duckdb.DuckDBPyConnection, table: Table, most: int
) -> Iterator[tuple[str, int]]:
    """Yield SQL conditions that cut the table into slices, and their rows."""
    key, span = table.order_by[0], table.slice_span
    bins = con.execute(
        f"SELECT {key} // {span} AS bin, count(*) "
        f"FROM ({table.sliced_by or table.query}) GROUP BY bin ORDER BY bin NULLS FIRST"
    ).fetchall()
    most = max(most, sum(count for _, count in bins) // MOST_SLICES)
    held, low = 0, f"({key} IS NULL OR {key} < {{}})"
    for bin_, count in bins:
        if held and bin_ is not None and held + count > most:
            yield low.format(bin_ * span), held
            held, low = 0, f"({key} >= {bin_ * span} AND {key} < {{}})"
        held += count
    if bins:
        yield low.format(2**63 - 1), held


def _copy(con: duckdb.DuckDBPyConnection, query: str, path: Path, group: int) -> int:
    written = con.execute(
        f"COPY ({_spelled(con, query)}) TO {literal(path)} ({_form(group)})"
    ).fetchone()
    assert written is not None
    return int(written[0])


def _spelled(con: duckdb.DuckDBPyConnection, query: str) -> str:
    """Write words out that the database keeps as codes.

    The writer of codes lists the words that any thread has met so far, so the same
    rows would not give the same bytes (DuckDB 2.0, from two row groups on).
    """
    coded = [
        f'"{name}"::VARCHAR AS "{name}"'
        for name, kind, *_ in con.execute(f"DESCRIBE {query}").fetchall()
        if kind.startswith("ENUM")
    ]
    return f"SELECT * REPLACE ({', '.join(coded)}) FROM ({query})" if coded else query


def _form(group: int) -> str:
    """Keep numbers by their differences, but where single rows are looked up.

    That is smaller and sooner written; to find one row all before it must be added up.
    """
    version = "v1" if group <= LOOKED_UP_ROW_GROUP else "v2"
    return (
        f"FORMAT parquet, COMPRESSION snappy, PARQUET_VERSION {version}, "
        f"DICTIONARY_SIZE_LIMIT {MOST_DISTINCT}, ROW_GROUP_SIZE {group}"
    )


def write_json(folder: Path, name: str, value: Any) -> None:
    """Write a document with sorted keys, so that same content is same bytes."""
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / name).write_text(text + "\n", encoding="utf-8")


def next_number(out: Path) -> int:
    """Return the number of the run that is about to be written."""
    runs = [int(path.name) for path in (out / "runs").glob("[0-9]*")]
    return max(runs, default=0) + 1


def begin(out: Path) -> Path:
    """Make the folder in which a new snapshot grows unseen."""
    folder = out / BUILDING
    folder.mkdir(mode=0o700)
    return folder


def publish(out: Path, number: int) -> Path:
    """Give the grown snapshot its number and point `current` at it."""
    (out / "runs").mkdir(mode=0o700, exist_ok=True)
    home = out / "runs" / f"{number:04d}"
    _to_disk(out / BUILDING)
    (out / BUILDING).rename(home)
    link = out / ".current"
    link.unlink(missing_ok=True)
    link.symlink_to(home.relative_to(out), target_is_directory=True)
    link.replace(out / "current")
    return home


def prune(out: Path, keep: int) -> list[Path]:
    """Remove all but the newest `keep` runs; never the current one."""
    current = (out / "current").resolve()
    runs = sorted((out / "runs").glob("[0-9]*"))[: -keep or None]
    gone = [run for run in runs if run.resolve() != current]
    for run in gone:
        shutil.rmtree(run)
    return gone


def _to_disk(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        handle = os.open(path, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
