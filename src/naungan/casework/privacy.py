"""What is said of every field that is kept: is it personal, why, how long, and after.

Each app declares the fields of its models in `privacy.py`; those of the libraries
that it brought are declared by the app that uses them. A consistency test fails on
a field that nobody declared.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


Kind = Literal["none", "personal", "secret"]


@dataclass(frozen=True)
class Held:
    """One field: what kind of data, why it is held, for which term, what erasure does.

    `term` is a code of `retention.toml`; `after` says what becomes of the field then.
    """

    kind: Kind
    why: str = ""
    term: str = ""
    after: str = ""


NOTHING = Held("none")
Declared = dict[str, dict[str, Held]]
"""Fields by the label of their model, then by their name."""


def of_nobody(*fields: str) -> dict[str, Held]:
    """Declare fields that say nothing about a person."""
    return dict.fromkeys(fields, NOTHING)


def declared() -> Declared:
    """Collect what every app of the casework declares."""
    return {label: fields for app in _apps() for label, fields in app.items()}


def _apps() -> Iterator[Declared]:
    casework = importlib.import_module("naungan.casework")
    for one in pkgutil.iter_modules(casework.__path__):
        if one.ispkg:
            app = importlib.import_module(f"naungan.casework.{one.name}.privacy")
            found: Declared = app.DECLARED
            yield found
