"""Shelves: packages that hold one regulated thing per module."""

import importlib
import pkgutil
from typing import Any


def items(package: str, name: str) -> dict[str, Any]:
    """Collect what every module of a package declares under `name`.

    By the module's name, which is the item's code, in alphabetical order. Adding
    an item means adding a file.
    """
    shelf = importlib.import_module(package)
    codes = sorted(module.name for module in pkgutil.iter_modules(shelf.__path__))
    return {
        code: getattr(importlib.import_module(f"{package}.{code}"), name)
        for code in codes
    }
