"""The shapes of files sent and of runs."""

from datetime import datetime
from typing import Literal

from naungan.web.api.shapes.shape import Month, Shape


class Batch(Shape):
    """A file that came in."""

    number: int
    kind: str
    region_code: str
    month: Month
    mode: Literal["replace", "add"]
    name: str
    size: int
    sha256: str
    state: str
    counts: dict[str, int]
    messages: list[str]
    fault: str
    received_at: datetime
    tried_at: datetime | None
    decided_at: datetime | None
    reason: str


class Batches(Shape):
    """Files that came in, the newest first."""

    rows: list[Batch]
    next: str | None


class Run(Shape):
    """A run that made, or makes, a snapshot."""

    number: int
    region_code: str
    month: Month
    state: str
    cause: str
    fraction: float
    sentence: str
    fault: str
    queued_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    published_run: int | None


class Runs(Shape):
    """Runs that concern a region, the newest first."""

    rows: list[Run]
    next: str | None
