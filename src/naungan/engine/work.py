"""What one run carries from step to step: its request, its database, its voice."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from naungan.engine.stopping import Stop, Watch, never


Tell = Callable[[str, float | None], None]


def silent(_text: str, _fraction: float | None) -> None:
    """Report progress to nobody; the default when no terminal listens."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """The files and choices of one run, as the user gave them.

    `month` is a month index (year * 12 + month - 1); `region` a dotted
    Kemendagri code that limits the published measures, or None for all.
    `mappings` says of a file which header each of our columns is read from, where
    nobody shall guess (`naungan.engine.reading.given`); `names` what a file is called
    in reports, where not as on disk. `leave_out` are the numbers of persons whose
    erasure was asked for. The run ends when `stop` says so, from any thread.
    """

    month: int
    out: Path
    workers: tuple[Path, ...] = ()
    members: tuple[Path, ...] = ()
    employers: tuple[Path, ...] = ()
    contributions: tuple[Path, ...] = ()
    universe: tuple[Path, ...] = ()
    decisions: Path | None = None
    region: str | None = None
    publish: bool = False
    owners: dict[str, str] = field(default_factory=dict)
    mappings: dict[Path, dict[str, str]] = field(default_factory=dict)
    names: dict[Path, str] = field(default_factory=dict)
    leave_out: frozenset[int] = frozenset()
    stop: Stop = never


@dataclass(frozen=True)
class Work:
    """One run in progress; every step reads and adds tables of `con`.

    `scratch` is a private folder that disappears with the run; `tell`
    takes a sentence for the user and the fraction done, if known; `watch` knows
    whether the run shall end, and every connection that is then interrupted.
    """

    con: duckdb.DuckDBPyConnection
    request: Request
    scratch: Path
    tell: Tell = silent
    watch: Watch = field(default_factory=Watch)
