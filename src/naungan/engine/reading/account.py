"""The account of one file: every line is accepted, rejected or set aside.

`row` counts data rows from 1 (accepted and rejected), `line` physical lines or
sheet rows from 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from naungan.engine.format import Format
from naungan.engine.reading.arrow import Ints, column


BLOCK = 60  # lines whose absence fits the bits of one BIGINT


@dataclass
class Account:
    """Running counts while one file is read, batch after batch.

    `row_ids` is the next free row_id of the table; `line` the last line taken.
    """

    file_id: int
    file: str
    form: Format
    row_ids: int = 0
    line: int = 0
    rows: int = 0
    accepted: int = 0
    rejected: int = 0
    set_aside: int = 0
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Shift:
    """Where in a batch lines are missing, so that the others can be counted on.

    `aside` are the lines that are no data rows; `out` these and the rejected ones;
    both sorted. `base` is the line before the batch.
    """

    base: int
    count: int
    aside: Ints
    out: Ints

    def rows_before(self, lines: Ints) -> Ints:
        """Say of each line which data row of the batch it is, from 1."""
        found: Ints = lines - self.base - np.searchsorted(self.aside, lines)
        return found

    def table(self) -> pa.Table:
        """Lay the missing lines out in blocks for a join in SQL, as bits."""
        first = self.base + 1
        blocks = -(-self.count // BLOCK)
        aside = _blocked(self.aside - first, blocks)
        out = _blocked(self.out - first, blocks)
        numbers = column(np.arange(blocks, dtype=np.int64))
        names = ["block", "aside_before", "aside_in", "out_before", "out_in"]
        return pa.Table.from_arrays([numbers, *aside, *out], names=names)

    @property
    def is_empty(self) -> bool:
        """Say whether every line is an accepted row."""
        return len(self.out) == 0

    def join(self) -> str:
        """Join the blocks to the view `cells c`."""
        if self.is_empty:
            return ""
        return f"JOIN shift ON shift.block = (c.line - {self.base + 1}) // {BLOCK}"

    def row(self, before: int) -> str:
        """Give the SQL of the data row's number; `before` rows came earlier."""
        if self.is_empty:
            return f"c.line - {self.base} + {before}"
        return f"c.line - {self.base} - {self._missing('aside')} + {before}"

    def row_id(self, first: int) -> str:
        """Give the SQL of the row's dense id; the batch begins at `first`."""
        if self.is_empty:
            return f"c.line - {self.base + 1} + {first}"
        return f"c.line - {self.base + 1} - {self._missing('out')} + {first}"

    def kept(self) -> str:
        """Say in SQL that a line is an accepted row."""
        if self.is_empty:
            return "true"
        return f"(shift.out_in >> {self._place}) & 1 = 0"

    @property
    def _place(self) -> str:
        """Give the SQL of a line's place within its block, from 0."""
        return f"((c.line - {self.base + 1}) % {BLOCK})"

    def _missing(self, which: str) -> str:
        """Count in SQL the missing lines before a line."""
        below = f"((1::BIGINT << {self._place}) - 1)"
        return f"(shift.{which}_before + bit_count(shift.{which}_in & {below}))"


def _blocked(places: Ints, blocks: int) -> tuple[pa.Array, pa.Array]:
    """Count the missing before each block, and mark those within it."""
    marks = np.zeros(blocks, np.int64)
    np.bitwise_or.at(marks, places // BLOCK, np.left_shift(1, places % BLOCK))
    before = np.searchsorted(places, np.arange(blocks) * BLOCK).astype(np.int64)
    return column(before), column(marks)


def shift_of(base: int, count: int, aside: Sequence[int], out: Sequence[int]) -> Shift:
    """Build a shift from line numbers in any order; `out` without the aside ones."""
    left = np.unique(np.asarray(aside, np.int64))
    gone = np.unique(np.concatenate((left, np.asarray(out, np.int64))))
    return Shift(base, count, left, gone)
