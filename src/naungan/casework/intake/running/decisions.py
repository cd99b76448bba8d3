"""What people decided about pairs, as a file that the next run reads.

Domains above this one know what was decided; each registers a function that tells it
for a region. The file has the columns of the engine's own format of decisions.
"""

import csv
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Final


@dataclass(frozen=True)
class Decision:
    """One verdict on a pair: its kind, both ends by their identifiers, who, when, why."""

    kind: str
    left: str
    right: str
    by: str
    at: str
    reason: str


Gatherer = Callable[[str], Iterable[Decision]]
"""Gives the verdicts that hold in a region."""

_gatherers: Final[list[Gatherer]] = []


def register(gatherer: Gatherer) -> None:
    """Ask this function too when a run gathers what was decided."""
    if gatherer not in _gatherers:
        _gatherers.append(gatherer)


def write(region_code: str, path: Path) -> Path | None:
    """Write every verdict of a region; None, and no file, where there is none.

    The same verdicts give the same bytes.
    """
    found = [one for gatherer in _gatherers for one in gatherer(region_code)]
    if not found:
        return None
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([field.name for field in fields(Decision)])
        writer.writerows(astuple(one) for one in found)
    return path
