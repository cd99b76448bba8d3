"""What rows left out and the law took for them: a column of every row, and how many."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from naungan.law.question import codes_of


ASSUMED: Final = "dianggap"
"""The column of what was assumed of a row, as fields would state it; or empty."""

BETWEEN: Final = "; "
MOST_NAMED: Final = 100  # an assumption of one row alone stands in its row


def assumed_by(plans: Sequence[Any], place: NDArray[np.int64]) -> pa.Array:
    """Write what each row's plan assumed, every text once."""
    texts = [BETWEEN.join(codes_of(one.assumed)) for one in plans]
    return pa.DictionaryArray.from_arrays(pa.array(place, pa.int32()), texts)


def rows_by_assumption(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Count the answered rows of each assumption, the most frequent first."""
    if ASSUMED not in con.table("answers").columns:
        return {}
    found = con.execute(
        f"SELECT {ASSUMED}, count(*) FROM answers WHERE {ASSUMED} <> '' GROUP BY ALL"
    ).fetchall()
    counted: Counter[str] = Counter()
    for text, rows in found:
        for one in text.split(BETWEEN):
            counted[one] += rows
    return dict(counted.most_common(MOST_NAMED))
