"""The shelf of input formats: each module declares one `FORMAT`."""

from functools import cache

from naungan.engine.format import Format
from naungan.engine.shelves import items


@cache
def all_formats() -> dict[str, Format]:
    """Collect the formats of this shelf by their kind, in alphabetical order."""
    found: dict[str, Format] = items(__name__, "FORMAT")
    assert all(declared.kind == name for name, declared in found.items())
    return found
