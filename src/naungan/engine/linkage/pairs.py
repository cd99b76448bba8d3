"""Pairs of rows, looked at column by column.

A *sheet* holds the columns of some rows as plain integers; pairs are two lists of
places in two sheets. Nothing is NULL in a sheet: 0 stands for no number, date, year
or village, -1 for a sex not written, and a word that a name lacks is never equal to
another. SQL finds the pairs; gathering and comparing their columns costs a few
nanoseconds a pair, many times less than carrying them through the join.
"""

from collections.abc import Iterator
from typing import Any, Final

import duckdb
import numpy as np
import numpy.typing as npt


Ints = npt.NDArray[Any]
Columns = dict[str, Ints]

SLICE: Final = 1 << 16  # pairs whose columns fit the processor's cache
LEFT_LACKS, RIGHT_LACKS = -(2**31), -(2**31) + 1
BITS: Final = ("lo", "hi", "mid", "name", "birth", "employer", "most")


def _of_keys(lacks: int, number: str) -> str:
    words = ", ".join(
        f"coalesce(tok_{end}, {lacks}) AS {end}" for end in ("lo", "hi", "mid")
    )
    return f"""row_id, name_key, words, {words}, coalesce(head, 0::SMALLINT) AS head,
        coalesce(tail, 0::SMALLINT) AS tail, coalesce(born, 0) AS born,
        coalesce(year, 0::SMALLINT) AS year, coalesce(village_code, 0) AS village,
        coalesce(woman::TINYINT, (-1)::TINYINT) AS woman, coalesce({number}, 0) AS nik"""


def _fetched(con: duckdb.DuckDBPyConnection, sql: str) -> Columns:
    found: Columns = con.execute(sql).fetchnumpy()
    return found


def right_sheet(con: duckdb.DuckDBPyConnection, where: str = "") -> Columns:
    """Return the columns of worker_keys, all rows or some, in their order."""
    columns = _of_keys(RIGHT_LACKS, "nik")
    found = _fetched(con, f"SELECT {columns} FROM worker_keys {where}")
    return with_employers(con, "worker", found)


def with_employers(
    con: duckdb.DuckDBPyConnection, side: str, sheet: Columns
) -> Columns:
    """Add to the rows of one file, in any order, whom they work for (0: not known)."""
    order = np.argsort(sheet["row_id"], kind="stable")
    rows = sheet["row_id"][order]
    first, last = (rows[0], rows[-1]) if len(rows) else (0, -1)
    found = _fetched(
        con,
        f"""SELECT row_id, employer_id FROM {side}_employed
        WHERE row_id BETWEEN {first} AND {last}""",
    )
    at = np.searchsorted(rows, found["row_id"])
    here = at < len(rows)
    here[here] = rows[at[here]] == found["row_id"][here]
    employer = np.zeros(len(rows), np.int64)
    employer[order[at[here]]] = found["employer_id"][here]
    return sheet | {"employer": employer}


def left_sheet(con: duckdb.DuckDBPyConnection, where: str = "") -> Columns:
    """Return the columns of `residual`, all rows or some, with how rare each part is."""
    bits = ", ".join(f"bits_{part}" for part in BITS)
    return _fetched(
        con,
        f"""SELECT {_of_keys(LEFT_LACKS, "digits")}, side, prior, {bits},
            coalesce(regency, 0) AS regency, coalesce(employer, 0) AS employer
            FROM residual {where}""",
    )


def plain_sheet(con: duckdb.DuckDBPyConnection, side: int, where: str) -> Columns:
    """Return rows of either file as left rows, where rarity is not asked."""
    name, home = (
        ("member", "nik // 1000000000000")
        if side
        else ("worker", "village_code // 1000000")
    )
    bits = ", ".join(f"0 AS bits_{part}" for part in BITS)
    found = _fetched(
        con,
        f"""SELECT {_of_keys(LEFT_LACKS, "nik")}, {side}::UTINYINT AS side, 0 AS prior, {bits},
            coalesce({home}, 0) AS regency FROM {name}_keys {where}""",
    )
    return with_employers(con, name, found)


class Pairs:
    """Pairs of places in a left and a right sheet; columns are gathered when asked for.

    A column is named `a_…` or `b_…` after its side.
    """

    def __init__(self, left: Columns, right: Columns, a: Ints, b: Ints) -> None:
        """Pair the places `a` of the left sheet with the places `b` of the right."""
        self.sheets = {"a": left, "b": right}
        self.places = {"a": a, "b": b}
        self._gathered: Columns = {}

    def __len__(self) -> int:
        """Count the pairs."""
        return len(self.places["a"])

    def __getitem__(self, name: str) -> Ints:
        """Return one column of the pairs."""
        found = self._gathered.get(name)
        if found is None:
            side, _, column = name.partition("_")
            found = self.sheets[side][column][self.places[side]]
            self._gathered[name] = found
        return found

    def only(self, kept: Ints | slice) -> "Pairs":
        """Keep the pairs at the given places."""
        left, right = self.sheets["a"], self.sheets["b"]
        return Pairs(left, right, self.places["a"][kept], self.places["b"][kept])

    def slices(self) -> Iterator["Pairs"]:
        """Yield the pairs in slices that are quick to compare."""
        for start in range(0, len(self), SLICE):
            yield self.only(slice(start, start + SLICE))
