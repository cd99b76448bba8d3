"""The shelf of input formats: each module declares one `FORMAT`."""

import importlib
import pkgutil
from functools import cache

from naungan.engine.format import Format


@cache
def all_formats() -> dict[str, Format]:
    """Collect the formats of this shelf by their kind, in alphabetical order."""
    found: dict[str, Format] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        declared: Format = importlib.import_module(f"{__name__}.{module.name}").FORMAT
        assert declared.kind == module.name, module.name
        found[declared.kind] = declared
    return found
