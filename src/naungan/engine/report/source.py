"""A snapshot opened for reporting: its tables as views, its manifest, its month.

The reports read nothing else, so a report can be made again from a snapshot
alone, on another machine.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from naungan.engine import parquet
from naungan.engine.rows import Row, as_dicts
from naungan.lib import dates
from naungan.lib.errors import SnapshotRefused


BATCH = 10_000


@dataclass(frozen=True)
class Source:
    """The views of one snapshot folder; `month` is the month index of its run."""

    con: duckdb.DuckDBPyConnection
    manifest: Row
    month: int
    run: int | None

    @property
    def is_published(self) -> bool:
        """Say whether the run was made for everybody: then no one is named.

        What is not hidden with the measures (states, findings, queues, rejected
        cells) is left out of the reports altogether.
        """
        return bool(self.manifest.get("publish"))

    def rows(self, query: str, **named: Any) -> list[Row]:
        """Return all rows of a query; `$name` in it takes the named value."""
        return as_dicts(self.con.sql(query, params=named))

    def stream(self, query: str, **named: Any) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query as tuples, a batch at a time."""
        found = self.con.execute(query, named) if named else self.con.execute(query)
        while batch := found.fetchmany(BATCH):
            yield from batch

    def value(self, query: str, **named: Any) -> Any:
        """Return the first cell of the first row, or None."""
        rows = self.rows(query, **named)
        return next(iter(rows[0].values())) if rows else None


@contextmanager
def opened(folder: Path) -> Iterator[Source]:
    """Open a snapshot folder; raises SnapshotRefused where there is none."""
    manifest_path = folder / "manifest.json"
    if not manifest_path.exists():
        raise SnapshotRefused(
            f"Tidak ada potret di {folder}: manifest.json tidak ditemukan. "
            "Jalankan naungan run dahulu."
        )
    manifest = json.loads(manifest_path.read_text(encoding="utf-8"))
    month = dates.parse_month(str(manifest["month"]))
    if month is None:
        raise SnapshotRefused(
            f"Bulan di {manifest_path} tidak terbaca: {manifest['month']}. "
            "Jalankan naungan run lagi."
        )
    name = folder.resolve().name
    with duckdb.connect() as con:
        parquet.make_views(con, folder)
        yield Source(con, manifest, month, int(name) if name.isdigit() else None)
