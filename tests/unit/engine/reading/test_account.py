"""Counting around missing lines, in NumPy and in SQL alike."""

import duckdb
import numpy as np
from hypothesis import given, settings, strategies as st

from naungan.engine.reading.account import shift_of


@given(
    st.integers(0, 50),
    st.integers(1, 2000),
    st.lists(st.integers(1, 2000), max_size=60),
    st.lists(st.integers(1, 2000), max_size=60),
)
@settings(deadline=None)  # DuckDB opens slowly on a busy machine
def test_rows_and_ids_are_counted_past_the_missing_lines(base, count, aside, out):
    lines = list(range(base + 1, base + count + 1))
    aside = [base + at for at in aside if at <= count]
    out = [base + at for at in out if at <= count]
    shift = shift_of(base, count, aside, out)
    data = [line for line in lines if line not in set(aside)]
    kept = [line for line in data if line not in set(out)]
    rows = shift.rows_before(np.array(data, np.int64))
    assert rows.tolist() == list(range(1, len(data) + 1))
    con = duckdb.connect()
    con.execute("CREATE TABLE lines AS SELECT unnest(?::INTEGER[]) AS line", [lines])
    if not shift.is_empty:
        con.register("shift", shift.table())
    found = con.execute(
        f"SELECT c.line, {shift.row(100)}, {shift.row_id(7)} FROM lines c "
        f"{shift.join()} WHERE {shift.kept()} ORDER BY c.line"
    ).fetchall()
    row_of = dict(zip(data, range(101, 101 + len(data)), strict=True))
    assert found == [(line, row_of[line], 7 + at) for at, line in enumerate(kept)]
