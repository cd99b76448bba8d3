"""Names as written, cut into raw tokens: every distinct name and token once.

Three names in four are borne by others too, and a million names hold some ten
thousand distinct tokens. So names come in batches of columns; each distinct name
of a batch is cut once and becomes a list of token numbers, which is all that
later steps need. Only names with other signs than letters and spaces go through
the costly cut by regular expression.
"""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from naungan.lib import names


Ints = npt.NDArray[np.int64]

BATCH = 2_000_000  # rows whose names are held as letters at one time
HELD = 4  # batches whose numbers stay in memory
UNLIKE_PLAIN = "[^A-Z ]"


@dataclass(frozen=True)
class Cut:
    """The names of one batch of rows.

    `rows` gives the id of each row and `bears` its distinct name; name `n` consists of
    the raw tokens numbered `raws[starts[n]:starts[n + 1]]`.
    """

    rows: Ints
    bears: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int32]
    raws: npt.NDArray[np.int32]

    def times(self, size: int) -> Ints:
        """Count how often each of `size` raw tokens stands in the rows."""
        borne = np.bincount(self.bears, minlength=len(self.starts) - 1)
        each = np.repeat(borne, np.diff(self.starts))
        counted: Ints = np.bincount(self.raws, weights=each, minlength=size).astype(
            np.int64
        )
        return counted


class Kept:
    """The cuts of a table in their order; beyond the first few on disk.

    A nation's names, even as numbers, are larger than what a run may hold.
    """

    def __init__(self, scratch: Path) -> None:
        """Keep nothing yet; `scratch` takes what is not held in memory."""
        self._scratch = scratch
        self._held: list[Cut] = []
        self._file: IO[bytes] | None = None
        self._on_disk = 0

    def keep(self, cut: Cut) -> None:
        """Keep one cut more."""
        if len(self._held) < HELD:
            self._held.append(cut)
            return
        if self._file is None:
            self._file = tempfile.TemporaryFile(dir=self._scratch)  # noqa: SIM115
        for part in (cut.rows, cut.bears, cut.starts, cut.raws):
            np.save(self._file, part)
        self._on_disk += 1

    def taken(self) -> Iterator[Cut]:
        """Yield the cuts, which are then kept no longer."""
        yield from self._held
        self._held = []
        if self._file is None:
            return
        with self._file as file:
            file.seek(0)
            for _ in range(self._on_disk):
                yield Cut(*(np.load(file) for _ in range(4)))


def written(column: str) -> str:
    """Return the SQL of a name as it is cut: capitals, nothing for no name."""
    return f"upper(coalesce({column}, ''))"


def numbers_of(array: pa.Array) -> npt.NDArray[np.int32]:
    """Return 32-bit integers without a copy (`to_numpy` would import pandas)."""
    found = np.frombuffer(array.buffers()[1], np.int32)
    return found[array.offset : array.offset + len(array)]


def cut_names(
    con: duckdb.DuckDBPyConnection, rows: str, seen: dict[str, int]
) -> Iterator[Cut]:
    """Cut the names of a table, as they come; number new raw tokens in `seen`.

    Each name brings the id of its row: two looks at a table need not agree in order.
    """
    aside = con.cursor()
    arriving = con.sql(f"SELECT row_id, {written('name')} AS name FROM {rows}")
    for ids, some in _gathered(arriving.to_arrow_reader(BATCH)):
        yield _cut(aside, ids, some.dictionary_encode(), seen)
    aside.close()


def _gathered(
    arriving: Iterable[pa.RecordBatch],
) -> Iterator[tuple[pa.Array, pa.Array]]:
    """Join small batches into large ones, so that each distinct name is cut once."""
    held: list[pa.RecordBatch] = []
    for batch in arriving:
        held.append(batch)
        if sum(map(len, held)) >= BATCH:
            yield _joined(held)
            held = []
    if sum(map(len, held)):
        yield _joined(held)


def _joined(some: list[pa.RecordBatch]) -> tuple[pa.Array, pa.Array]:
    ids, written_names = (
        pa.concat_arrays([batch.column(at) for batch in some]) for at in (0, 1)
    )
    return ids, written_names


def _cut(
    con: duckdb.DuckDBPyConnection,
    ids: pa.Array,
    coded: pa.DictionaryArray,
    seen: dict[str, int],
) -> Cut:
    distinct = coded.dictionary
    odd = pc.match_substring_regex(distinct, UNLIKE_PLAIN)
    plain = pc.split_pattern(distinct.filter(pc.invert(odd)), " ")
    others = _by_expression(con, distinct.filter(odd))
    coded_raws = pa.concat_arrays([plain.values, others.values]).dictionary_encode()
    number = np.fromiter(
        (seen.setdefault(raw, len(seen)) for raw in coded_raws.dictionary.to_pylist()),
        np.int64,
    )
    lengths = np.concatenate(
        [np.diff(numbers_of(one.offsets)) for one in (plain, others)]
    )
    # The plain names come first, the others after them.
    is_odd = np.unpackbits(
        np.frombuffer(odd.buffers()[1], np.uint8), bitorder="little"
    )[: len(distinct)]
    place = np.empty(len(distinct), np.int32)
    place[np.argsort(is_odd, kind="stable")] = np.arange(len(distinct), dtype=np.int32)
    return Cut(
        rows=np.asarray(ids.cast(pa.int64())),
        bears=place[numbers_of(coded.indices)],
        starts=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32),
        raws=number[numbers_of(coded_raws.indices)].astype(np.int32),
    )


def _by_expression(con: duckdb.DuckDBPyConnection, some: pa.Array) -> pa.ListArray:
    """Cut names by the regular expression that defines a raw token."""
    con.register("odd_names", pa.table({"name": some}))
    cut = con.sql(f"SELECT {names.raw_tokens_sql('name')} AS raws FROM odd_names")
    lists = cut.to_arrow_table().column(0).combine_chunks()
    con.unregister("odd_names")
    return lists
