"""Pairs that keys bring together, sorted into tiles: some left rows by some right rows.

The columns of all rows are too wide for memory, pairs of places are not. So each key
is joined once, its pairs are put aside by tile, and the columns of a tile are
fetched once for the pairs of all keys.
"""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
import numpy.typing as npt


Places = npt.NDArray[np.int32]

LEFT_ROWS: Final = 4_000_000  # rows of a tile, whose columns take half a gigabyte
RIGHT_ROWS: Final = 8_000_000
AT_ONCE: Final = 8_000_000  # pairs that are sorted, or looked at, at one time
HELD: Final = 1 << 26  # bytes of pairs that stay in memory
PAIR: Final = 8  # bytes


@dataclass(frozen=True)
class Span:
    """Rows from `start` on, up to and without `end`."""

    start: int
    end: int

    def sql(self, column: str) -> str:
        """Ask that a column lies in the span."""
        return f"{column} >= {self.start} AND {column} < {self.end}"


def spans(count: int, most: int) -> list[Span]:
    """Cut so many rows into spans of at most `most`; there is always one."""
    return [
        Span(start, min(start + most, count)) for start in range(0, max(count, 1), most)
    ]


class Tiles:
    """Pairs of places, put aside by tile; on disk where they are many."""

    def __init__(self, lefts: int, rights: int, scratch: Path) -> None:
        """Make empty tiles for so many left and right rows; `scratch` takes the files."""
        self.lefts, self.rights = spans(lefts, LEFT_ROWS), spans(rights, RIGHT_ROWS)
        count = len(self.lefts) * len(self.rights)
        self._open = ExitStack()
        self._files: list[IO[bytes]] = []
        for _ in range(count):
            file = tempfile.SpooledTemporaryFile(HELD // count, dir=str(scratch))  # noqa: SIM115
            self._files.append(self._open.enter_context(file))

    def __enter__(self) -> "Tiles":
        """Return the tiles, which are gone at the end of the block."""
        return self

    def __exit__(self, *_error: Any) -> None:
        """Remove the files."""
        self._open.close()

    def add(self, left: Places, right: Places) -> None:
        """Put pairs of places into their tiles."""
        if len(self._files) == 1:
            self._write(0, left, right)
            return
        tile = left // LEFT_ROWS + right // RIGHT_ROWS * len(self.lefts)
        order = np.argsort(tile.astype(np.uint16), kind="stable")
        ends = np.cumsum(np.bincount(tile, minlength=len(self._files)))
        for number, some in enumerate(np.split(order, ends[:-1])):
            if len(some):
                self._write(number, left[some], right[some])

    def _write(self, number: int, left: Places, right: Places) -> None:
        self._files[number].write(np.stack((left, right), axis=1).tobytes())

    def of(self, left: int, right: int) -> Iterator[tuple[Places, Places]]:
        """Yield the pairs of a tile, places counted from its first rows."""
        file = self._files[left + right * len(self.lefts)]
        file.seek(0)
        while data := file.read(AT_ONCE * PAIR):
            pairs = np.frombuffer(data, np.int32).reshape(-1, 2)
            yield (
                pairs[:, 0] - np.int32(self.lefts[left].start),
                pairs[:, 1] - np.int32(self.rights[right].start),
            )

    def is_empty(self, left: int, right: int) -> bool:
        """Say whether a tile holds no pair."""
        return self._files[left + right * len(self.lefts)].tell() == 0
