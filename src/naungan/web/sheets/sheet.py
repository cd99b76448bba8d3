"""What a table for download is: its columns, its rows, and where its figures are from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


Kind = Literal["text", "number", "rupiah", "percent", "date", "code"]


@dataclass(frozen=True)
class Column:
    """A column: its head, and what its cells hold.

    `percent` holds a percentage (37.7, not 0.377); `rupiah` and `number` an `int` or
    `Decimal`; `date` a `date` or `datetime`; `code` a text that only looks like a
    number (NIK, NPP, code of a region).
    """

    label: str
    kind: Kind = "text"

    @property
    def is_number(self) -> bool:
        """Tell whether the cells are amounts, which stand to the right."""
        return self.kind in ("number", "rupiah", "percent")


@dataclass(frozen=True)
class Sheet:
    """A table with its title and everything that its reader must know of it.

    `code` names the file and the act of taking it (a slug, at most 60 characters).
    `meta` are lines such as region, month of the data, run, universe and version of
    the law; `notes` stand below the table. `rows` are read once, one by one, with
    raw values; None is a cell without a value; `many` counts them where that is known
    beforehand. The page's `address`, and what is said
    of invented data (`demo`), are added where the file is made.
    """

    code: str
    title: str
    meta: tuple[str, ...]
    columns: Sequence[Column]
    rows: Iterable[Sequence[object]]
    notes: tuple[str, ...] = ()
    address: str = ""
    demo: str = ""
    many: int | None = None


def is_amount(value: object) -> bool:
    """Tell whether a value is an exact number; True and False are none."""
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)
