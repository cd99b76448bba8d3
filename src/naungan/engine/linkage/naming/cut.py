"""Names as written, cut into raw tokens: every distinct name and token once.

Three names in four are borne by others too, and a million names hold some ten
thousand distinct tokens. So names come in batches of columns; each distinct name
of a batch is cut once and becomes a list of token numbers, which is all that
later steps need. Only names with other signs than letters and spaces go through
the costly cut by regular expression.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from naungan.lib import names


Ints = npt.NDArray[np.int64]

BATCH = 2_000_000  # rows whose names are held as letters at one time
UNLIKE_PLAIN = "[^A-Z ]"


@dataclass(frozen=True)
class Cut:
    """The names of one batch of rows.

    `bears` gives the distinct name of each row; name `n` consists of the raw tokens
    numbered `raws[starts[n]:starts[n + 1]]`.
    """

    bears: npt.NDArray[np.int32]
    starts: Ints
    raws: Ints

    def times(self, size: int) -> Ints:
        """Count how often each of `size` raw tokens stands in the rows."""
        borne = np.bincount(self.bears, minlength=len(self.starts) - 1)
        each = np.repeat(borne, np.diff(self.starts))
        counted: Ints = np.bincount(self.raws, weights=each, minlength=size).astype(
            np.int64
        )
        return counted


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
    """Cut the names of a table in its order; number new raw tokens in `seen`."""
    aside = con.cursor()
    arriving = con.sql(f"SELECT {written('name')} AS name FROM {rows}")
    for some in _gathered(arriving.to_arrow_reader(BATCH)):
        yield _cut(aside, some.dictionary_encode(), seen)
    aside.close()


def _gathered(arriving: Iterable[pa.RecordBatch]) -> Iterator[pa.Array]:
    """Join small batches into large ones, so that each distinct name is cut once."""
    held: list[pa.Array] = []
    for batch in arriving:
        held.append(batch.column(0))
        if sum(map(len, held)) >= BATCH:
            yield pa.concat_arrays(held)
            held = []
    if sum(map(len, held)):
        yield pa.concat_arrays(held)


def _cut(
    con: duckdb.DuckDBPyConnection, coded: pa.DictionaryArray, seen: dict[str, int]
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
        bears=place[numbers_of(coded.indices)],
        starts=np.concatenate([[0], np.cumsum(lengths)]),
        raws=number[numbers_of(coded_raws.indices)],
    )


def _by_expression(con: duckdb.DuckDBPyConnection, some: pa.Array) -> pa.ListArray:
    """Cut names by the regular expression that defines a raw token."""
    con.register("odd_names", pa.table({"name": some}))
    cut = con.sql(f"SELECT {names.raw_tokens_sql('name')} AS raws FROM odd_names")
    lists = cut.to_arrow_table().column(0).combine_chunks()
    con.unregister("odd_names")
    return lists
