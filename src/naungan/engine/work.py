"""What one run carries from step to step: its request, its database, its voice."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb


Tell = Callable[[str, float | None], None]


def silent(_text: str, _fraction: float | None) -> None:
    """Report progress to nobody; the default when no terminal listens."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """The files and choices of one run, as the user gave them.

    `month` is a month index (year * 12 + month - 1); `region` a dotted
    Kemendagri code that limits the published measures, or None for all.
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


@dataclass(frozen=True)
class Work:
    """One run in progress; every step reads and adds tables of `con`.

    `scratch` is a private folder that disappears with the run; `tell`
    takes a sentence for the user and the fraction done, if known.
    """

    con: duckdb.DuckDBPyConnection
    request: Request
    scratch: Path
    tell: Tell = silent
