"""NumPy integers as Arrow columns, without a copy.

`pyarrow.array` would do, but it imports pandas where that happens to be installed,
which costs more than reading a small file.
"""

from typing import Any, Final

import numpy as np
import pyarrow as pa


Ints = np.ndarray[Any, np.dtype[np.int64]]

TYPES: Final = {"int64": pa.int64(), "int32": pa.int32()}


def column(values: np.ndarray[Any, Any]) -> pa.Array:
    """Return an Arrow array over 32- or 64-bit integers."""
    kept = np.ascontiguousarray(values)
    buffers = [None, pa.py_buffer(kept)]
    return pa.Array.from_buffers(TYPES[kept.dtype.name], len(kept), buffers)


def no_rows(width: int) -> pa.Table:
    """Return an empty table of `width` text columns, named h0, h1 and so on."""
    fields = [pa.field(f"h{at}", pa.string()) for at in range(width)]
    return pa.Table.from_batches([], schema=pa.schema(fields))
