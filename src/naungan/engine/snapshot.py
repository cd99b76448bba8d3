"""The only door to a snapshot for outer rings: scoped, masked, recorded.

A snapshot holds raw identities outside any database that could guard them, so
the door does: every read takes a `Scope`, which has no default, returns only
rows of its regions and of the owners who let it see them, masks NIK unless the
scope may see them, and tells the recorder who looked at whom and why.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import duckdb

from naungan.engine import parquet
from naungan.engine.door import older
from naungan.engine.door.employers import Employers, Sought
from naungan.engine.door.gap import Gap, GapKind
from naungan.engine.door.payroll import Payroll
from naungan.engine.door.people import Whole
from naungan.engine.door.queue import Queue
from naungan.engine.door.scope import EVERYWHERE, Look, Owner, Recorder, Scope
from naungan.engine.door.search import Search
from naungan.engine.door.standing import Standing
from naungan.engine.door.targets import Targets, Weight
from naungan.engine.door.uncovered import Uncovered
from naungan.engine.listing.score import REASONS
from naungan.engine.rows import Row
from naungan.lib.errors import SnapshotRefused
from naungan.lib.sql_text import literal


__all__ = [
    "EVERYWHERE",
    "REASONS",
    "GapKind",
    "Look",
    "Owner",
    "Recorder",
    "Row",
    "Scope",
    "Snapshot",
    "Sought",
    "Weight",
    "Whole",
]

MEMORY_LIMIT = "512 MiB"


@dataclass
class Snapshot(Gap, Search, Employers, Uncovered, Queue, Payroll, Targets, Standing):
    """A published snapshot, opened read-only."""

    @classmethod
    def open(cls, directory: Path, record: Recorder) -> "Snapshot":
        """Open `DIR/current`, or DIR itself where it is one run's folder."""
        current = directory / "current"
        folder = (current if current.exists() else directory).resolve()
        manifest = folder / "manifest.json"
        if not manifest.exists():
            raise SnapshotRefused(
                f"Tidak ada potret di {directory}. "
                f"Jalankan dulu: naungan run --out {directory} …"
            )
        content = json.loads(manifest.read_text(encoding="utf-8"))
        return cls(folder, folder.name, content, record, _views(folder))


def _views(folder: Path) -> duckdb.DuckDBPyConnection:
    """Open a connection that can read this folder and nothing else."""
    con = duckdb.connect(config={"threads": "1", "memory_limit": MEMORY_LIMIT})
    con.execute("SET parquet_metadata_cache = true")
    con.execute(f"SET allowed_directories = [{literal(folder)}]")
    con.execute("SET enable_external_access = false")
    parquet.make_views(con, folder)
    older.make_missing(con)
    return con
