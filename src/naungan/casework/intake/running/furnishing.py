"""What the apps above add to the demonstration once a snapshot of it is published.

Each registers a function that adds what is missing of its own, through its own
actions, and leaves alone whatever is there.
"""

from collections.abc import Callable
from typing import Final

from naungan.casework.intake.models import Publication


Furnish = Callable[[Publication, bool], None]
"""Adds invented things; it is told whether a snapshot is the last of its district."""

_furnishers: Final[list[Furnish]] = []


def register(furnisher: Furnish) -> None:
    """Ask this function too when a snapshot of the demonstration was published."""
    if furnisher not in _furnishers:
        _furnishers.append(furnisher)


def furnish(publication: Publication, *, is_last: bool) -> None:
    """Let every app add its own."""
    for furnisher in _furnishers:
        furnisher(publication, is_last)
