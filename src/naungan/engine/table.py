"""What a table of the snapshot is: its columns, their meaning, its order.

One module on the shelf `naungan.engine.tables` per table. A table says which
query over the work database fills it and by which key it is ordered; the
order is total, so the same inputs give the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from naungan.engine.shelves import items


@dataclass(frozen=True, kw_only=True)
class Table:
    """One Parquet file of a snapshot.

    `columns` maps each column to its meaning, in file order; `query` selects
    exactly these; `order_by` is a total order, or empty where the query
    already yields one. `row_group` is the number of rows read together:
    small for tables that are looked up by key. Such a table is cut into parts
    of `part_rows` rows, a folder of files, so that a look opens one small file. It is
    put in order by slices of `slice_span` values of its first key, counted in
    `sliced_by` where a cheaper query than its own has the same keys. A table that
    has `sliced_by` alone is one file, but one for each slice where it is large.
    `final_after` names the step after which a large table changes no more, so
    that it is written while later steps go on; others are written at the end.
    """

    name: str
    meaning: str
    columns: dict[str, str]
    query: str
    order_by: Sequence[str] = ()
    row_group: int = 122_880
    part_rows: int | None = None
    slice_span: int = 10**10  # NIK of one district
    sliced_by: str | None = None
    final_after: str | None = None


LOOKED_UP_ROW_GROUP = 8_192
PERSON_SPAN = 1 << 22
"""Person numbers are places in files: so many of them are no more persons than that."""
LOOKED_UP_PART = 30 * LOOKED_UP_ROW_GROUP


@cache
def all_tables() -> tuple[Table, ...]:
    """Collect the shelf, in alphabetical order."""
    return tuple(items("naungan.engine.tables", "TABLE").values())
