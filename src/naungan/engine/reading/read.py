"""Read every file of a run into the tables, each line accounted for."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb

from naungan.engine.format import Format
from naungan.engine.formats import all_formats
from naungan.engine.reading.account import Account
from naungan.engine.reading.columnar import read_parquet
from naungan.engine.reading.container import container_of
from naungan.engine.reading.layout import defaults_for
from naungan.engine.reading.memory import Memory, open_memory
from naungan.engine.reading.source import (
    Source,
    check_unchanged,
    open_source,
    sha256_of,
)
from naungan.engine.reading.tables import create_tables, pack_names
from naungan.engine.reading.text.table import read_delimited
from naungan.engine.reading.value import Setting
from naungan.engine.unknown import warn_of_unknown
from naungan.engine.work import Request, Work
from naungan.lib import identity_numbers
from naungan.lib.dates import month_end


@dataclass(frozen=True)
class Opened:
    """One file to read: its number within the run, what kind it is, its bytes."""

    file_id: int
    form: Format
    source: Source


KINDS = ("workers", "members", "employers", "contributions", "universe")


def read_inputs(work: Work) -> None:
    """Create the tables of the contract and fill them from the request's files.

    Lists of workers are read beside all other files. Raises `InputRefused` when a
    file cannot be used at all; damaged rows are recorded in `rejected`, unreadable
    optional cells in `warnings`.
    """
    create_tables(work.con)
    files = _opened(work.request)
    memory = open_memory(work.request.out)
    setting = Setting(month_end(work.request.month), work.request.region)
    with work.watch.cursor(work.con) as cursor, ThreadPoolExecutor(1) as beside:
        others = [file for file in files if file.form.kind != "workers"]
        rest = beside.submit(_read_all, Reader(cursor, setting, memory), others)
        try:
            for place, file in enumerate(files):
                work.watch.check()
                work.tell(f"Membaca {file.source.name}", place / len(files))
                if file.form.kind == "workers":
                    Reader(work.con, setting, memory).read(file)
            rest.result()
        except BaseException:
            cursor.interrupt()
            raise
    pack_names(work.con)
    warn_of_unknown(work.con)


def _read_all(reader: "Reader", files: list[Opened]) -> None:
    for file in files:
        reader.read(file)


def _opened(request: Request) -> list[Opened]:
    """Look at every file before the first is read, and number them."""
    files = list(_files(request))
    names = _names([path for _, path in files], request.names)
    return [
        Opened(
            place,
            all_formats()[kind],
            open_source(path, name, request.mappings.get(path)),
        )
        for place, ((kind, path), name) in enumerate(zip(files, names, strict=True))
    ]


def _files(request: Request) -> Iterator[tuple[str, Path]]:
    for kind in KINDS:
        for path in getattr(request, kind):
            yield kind, path
    if request.decisions is not None:
        yield "decisions", request.decisions


def _names(paths: list[Path], given: dict[Path, str]) -> list[str]:
    """Call each file as it was called, or by its own name.

    With its folder only where two share a name.

    A NIK in a file's name is hidden: names of files stand in every report. What
    then still shares a name is numbered.
    """
    plain = [given.get(path, path.name) for path in paths]
    names = [
        f"{path.parent.name}/{name}"
        if plain.count(name) > 1 and path not in given
        else name
        for path, name in zip(paths, plain, strict=True)
    ]
    hidden = [identity_numbers.mask_within(name) for name in names]
    return [
        f"{name} ({hidden[: at + 1].count(name)})" if hidden.count(name) > 1 else name
        for at, name in enumerate(hidden)
    ]


@dataclass
class Reader:
    """What reading one file after another needs."""

    con: duckdb.DuckDBPyConnection
    setting: Setting
    memory: Memory

    def read(self, file: Opened) -> Account:
        """Read one file into its format's table; return its account."""
        form, source = file.form, file.source
        account = Account(file.file_id, source.name, form, self._next_row_id(form))
        container = container_of(source)
        if container == "parquet":
            sha256, lines, mapping = self._parquet(source, account)
        elif container == "text":
            sha256, lines, mapping = read_delimited(
                self.con, source, account, self.setting, self.memory
            )
        else:
            # Imported here: most files are no spreadsheets, and this loads slowly.
            from naungan.engine.reading.books.spreadsheet import read_spreadsheet

            sha256, lines, mapping = read_spreadsheet(
                self.con, source, account, self.setting, self.memory, container
            )
        check_unchanged(source)
        self._close(source, account, sha256, lines, mapping)
        return account

    def _parquet(
        self, source: Source, account: Account
    ) -> tuple[str, int, dict[str, object]]:
        sha256 = sha256_of(source)
        mapping = read_parquet(
            self.con, source, account, self.setting, defaults_for(account.form, source)
        )
        return sha256, account.line, mapping

    def _next_row_id(self, form: Format) -> int:
        count = f"SELECT count(*) FROM {form.table}"
        [(rows,)] = self.con.execute(count).fetchall()
        return int(rows)

    def _close(
        self,
        source: Source,
        account: Account,
        sha256: str,
        lines: int,
        mapping: dict[str, object],
    ) -> None:
        """Prove that no line was lost, then enter the file in `inputs`."""
        taken = self._next_row_id(account.form) - account.row_ids
        assert taken == 0, f"{source.name}: row ids are not dense"
        total = account.accepted + account.rejected + account.set_aside
        assert total == lines, f"{source.name}: {lines} lines, {total} accounted for"
        self.con.execute(
            "INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                account.file_id,
                account.file,
                sha256,
                account.form.kind,
                source.stamp.size,
                lines,
                account.accepted,
                account.rejected,
                account.set_aside,
                json.dumps(mapping, ensure_ascii=False),
            ],
        )
