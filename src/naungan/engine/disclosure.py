"""Small counts are hidden here, once."""

import duckdb


def hide_small_counts(con: duckdb.DuckDBPyConnection) -> None:
    """Hide small counts."""
