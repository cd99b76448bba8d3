"""Rows of a query as dictionaries, for the few that people and documents read."""

from typing import Any

import duckdb


Row = dict[str, Any]


def as_dicts(relation: duckdb.DuckDBPyRelation) -> list[Row]:
    """Fetch all rows by column name.

    All of them at once: a connection with rows left over refuses other work.
    """
    names = relation.columns
    return [dict(zip(names, row, strict=True)) for row in relation.fetchall()]
