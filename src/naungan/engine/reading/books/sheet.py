"""A sheet of a workbook as columns of text, and marks for cells that need a word."""

from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa

from naungan.engine.reading.heading import SEARCHED_ROWS, Row


# A numeric cell keeps 15 digits; longer numbers get a decimal, as other exporters do.
SURE_DIGITS: Final = 15
# The sheet of our own templates that explains the other one.
GUIDE: Final = "Petunjuk pengisian"


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name and its rows, from the first; columns `h0`… of text."""

    name: str
    table: pa.Table

    @property
    def count(self) -> int:
        """The number of sheet rows down to the last used one."""
        return int(self.table.num_rows)

    def head(self, most: int = SEARCHED_ROWS + 2) -> list[Row]:
        """Return the first rows as texts, numbered from 1."""
        columns = [c.to_pylist() for c in self.table.slice(0, most).columns]
        rows = zip(*columns, strict=True)
        return [
            (line, [" ".join((cell or "").split()) for cell in cells])
            for line, cells in enumerate(rows, start=1)
        ]


def patched(table: pa.Table, patches: dict[tuple[int, int], str]) -> pa.Table:
    """Replace single cells, by (row, column) from 0; rows below the last are added."""
    missing = max(row for row, _ in patches) + 1 - table.num_rows
    if missing > 0:
        blank = [pa.nulls(missing, pa.string()) for _ in table.columns]
        below = pa.Table.from_arrays(blank, names=table.column_names)
        table = pa.concat_tables([table, below])
    by_column: dict[int, dict[int, str]] = {}
    for (row, column), text in patches.items():
        if 0 <= column < table.num_columns:
            by_column.setdefault(column, {})[row] = text
    for column, cells in by_column.items():
        texts: list[Any] = table.column(column).to_pylist()
        for row, text in cells.items():
            texts[row] = text
        name = table.column_names[column]
        table = table.set_column(column, name, pa.array(texts, pa.string()))
    return table
