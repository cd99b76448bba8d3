"""The files of a world as they grow, chunk by chunk, in the form asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from naungan.engine.synthetic.draws import bits
from naungan.engine.synthetic.office.files import OfficeFile, PlainWorkbook
from naungan.engine.synthetic.world import FORMS
from naungan.lib.errors import InputRefused


MOST_SHEET_WORKERS = 1_000_000
TRUTH = "truth"
ROW_GROUP = 122_880
NEARLY_UNIQUE = ("nik", "name", "kpj", "row", "true_person", "nib", "npp")


class Growing(Protocol):
    """A file that takes rows until it is closed."""

    def add(self, table: pa.Table) -> None:
        """Append rows."""

    def close(self) -> None:
        """Finish the file."""


def shown(table: pa.Table) -> pa.Table:
    """Leave out the columns that are for writers only."""
    return table.select([c for c in table.column_names if not c.startswith("_")])


class ParquetFile:
    """Row groups of one size, however rows come."""

    def __init__(self, path: Path) -> None:
        """Write to `path` once rows come."""
        self._path: Path = path
        self._writer: Any = None
        self._held: list[pa.Table] = []

    def add(self, table: pa.Table) -> None:
        """Take rows and write the row groups that are full."""
        rows = shown(table)
        if self._writer is None:
            few = [name for name in rows.column_names if name not in NEARLY_UNIQUE]
            self._writer = pq.ParquetWriter(self._path, rows.schema, use_dictionary=few)
        self._held.append(rows)
        if sum(map(len, self._held)) >= ROW_GROUP:
            held = pa.concat_tables(self._held)
            full = len(held) // ROW_GROUP * ROW_GROUP
            self._writer.write_table(held.slice(0, full), row_group_size=ROW_GROUP)
            self._held = [held.slice(full)]

    def close(self) -> None:
        """Write the rest and finish the file."""
        if self._writer is not None:
            rest = pa.concat_tables(self._held)
            if len(rest):
                self._writer.write_table(rest, row_group_size=ROW_GROUP)
            self._writer.close()


class CsvFile:
    """Clean comma-separated text with our own column names."""

    def __init__(self, path: Path) -> None:
        """Write to `path` once rows come."""
        self._path: Path = path
        self._writer: Any = None

    def add(self, table: pa.Table) -> None:
        """Append lines."""
        rows = as_text(table)
        if self._writer is None:
            options = pacsv.WriteOptions(quoting_style="needed")
            self._writer = pacsv.CSVWriter(
                str(self._path), rows.schema, write_options=options
            )
        self._writer.write_table(rows)

    def close(self) -> None:
        """Finish the file."""
        if self._writer is not None:
            self._writer.close()


def as_text(table: pa.Table) -> pa.Table:
    """Write birth dates as text, so that a year alone can stand there too."""
    if "_birth_year" in table.column_names:
        place = table.column_names.index("birth_date")
        years = pc.cast(table.column("_birth_year"), pa.string())
        days = pc.cast(table.column("birth_date"), pa.string())
        table = table.set_column(place, "birth_date", pc.coalesce(days, years))
    return shown(table)


class Shelf:
    """All files of a world; knows how many rows each has so far."""

    def __init__(self, out: Path, form: str, seed: int) -> None:
        """Write files of one form below `out`; the truth is always Parquet."""
        self.out, self.form, self._seed = out, form, seed
        self._files: dict[str, Growing] = {}
        self.rows: dict[str, int] = {}

    def file_of(self, stem: str, part: int | None) -> str:
        """Name the file that takes a part of a list."""
        if self.form != "office":
            return f"{stem}.{self.form}"
        name = stem if part is None else f"{stem}-{part}"
        drawn = bits(self._seed, f"ending {name}", np.zeros(1, dtype=np.int64))
        return f"{name}.xlsx" if int(drawn[0] % np.uint64(2)) else f"{name}.csv"

    def parts(self, table: pa.Table) -> Iterator[tuple[int | None, pa.Array | None]]:
        """Cut a table into the parts that go to different files, as row numbers."""
        if self.form != "office" or "_part" not in table.column_names:
            yield None, None
            return
        part = table.column("_part").to_numpy()
        for value in np.unique(part).tolist():
            yield value, pa.array(np.flatnonzero(part == value))

    def add(self, path: str, table: pa.Table) -> int:
        """Append rows to a file; return how many stood there before."""
        if path not in self._files:
            target = self.out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            self._files[path] = self._open(target)
            self.rows[path] = 0
        before = self.rows[path]
        self._files[path].add(table)
        self.rows[path] += len(table)
        return before

    def _open(self, target: Path) -> Growing:
        if target.suffix == ".parquet":
            return ParquetFile(target)
        if self.form == "office":
            return OfficeFile(target, self._seed, target.parent.name)
        return CsvFile(target) if self.form == "csv" else PlainWorkbook(target)

    def close(self) -> None:
        """Finish all files."""
        for file in self._files.values():
            file.close()


def check_form(form: str, workers: int) -> None:
    """Refuse a form that does not exist or cannot hold so many rows."""
    if form not in FORMS:
        msg = f"Bentuk “{form}” tidak dikenal; pilih dari: {', '.join(FORMS)}."
        raise InputRefused(msg)
    if form in ("xlsx", "office") and workers > MOST_SHEET_WORKERS:
        msg = f"{workers} pekerja tidak muat dalam lembar XLSX; pakai parquet atau csv."
        raise InputRefused(msg)
