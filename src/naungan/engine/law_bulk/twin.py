"""The module of a kind over columns, if it has one."""

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

import naungan.law.columns
from naungan.law.reader import Reader


class Twin(Protocol):
    """What the module of a kind over columns offers."""

    AMOUNTS: Sequence[str]

    def plan_of(self, stated: Mapping[str, Any], reader: Reader) -> Any:
        """Read the plan of all rows that state these fields."""
        ...

    def evaluate(
        self,
        plans: Sequence[Any],
        key: NDArray[np.int64],
        amounts: Mapping[str, NDArray[np.int64]],
        **also: bool,
    ) -> dict[str, NDArray[Any]]:
        """Answer every row by its plan."""
        ...


def twin_of(kind: str) -> Twin | None:
    """Find the module of a kind over columns; None where there is none."""
    shelf = {one.name for one in pkgutil.iter_modules(naungan.law.columns.__path__)}
    if kind not in shelf:
        return None
    return cast(Twin, importlib.import_module(f"naungan.law.columns.{kind}"))
