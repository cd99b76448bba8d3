"""The manifest of a snapshot: what went in, what came out, by which law.

It holds no clock and no path of the machine beyond the names of the files as
given, so that the same inputs give the same bytes.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

import naungan
from naungan.engine.rows import Row, as_dicts
from naungan.engine.work import Work
from naungan.law import as_table
from naungan.law.book import enacted
from naungan.lib import dates


FORMAT_VERSION = 1


def register_law(work: Work) -> None:
    """Create `law_parameters` and `law_bases`, the dated rules as rows for joins."""
    _fill(work.con, "law_parameters", as_table.COLUMN_TYPES, as_table.rows())
    _fill(work.con, "law_bases", as_table.BASIS_COLUMN_TYPES, as_table.basis_rows())


def _fill(
    con: duckdb.DuckDBPyConnection,
    table: str,
    types: Mapping[str, str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    columns = ", ".join(f'"{name}" {kind}' for name, kind in types.items())
    con.execute(f"CREATE OR REPLACE TABLE {table}({columns})")
    # One statement for all rows: one each costs more than everything else here.
    lists = (f"unnest(${n}::{kind}[])" for n, kind in enumerate(types.values(), 1))
    values = [list(column) for column in zip(*rows, strict=True)]
    con.execute(f"INSERT INTO {table} SELECT {', '.join(lists)}", values)


def describe(work: Work, tables: dict[str, int]) -> dict[str, Any]:
    """Return the manifest as plain data."""
    request = work.request
    return {
        "format": FORMAT_VERSION,
        "code": naungan.__version__,
        "law": enacted().version,
        "month": dates.month_text(request.month),
        "region": request.region,
        "publish": request.publish,
        "inputs": [_said(row, request.owners) for row in _inputs(work.con)],
        "tables": tables,
        "left_out": len(request.leave_out),
        "weights": _rows(work.con, "link_weights"),
        "weighing": _weighing(work.con),
        "status_changes": _status_changes(work.con),
    }


def _weighing(con: duckdb.DuckDBPyConnection) -> Row | None:
    """Say which run learnt the weights, from how many rows, and what made it learn anew."""
    for row in _rows(con, "link_basis"):
        return {**row, "shifts": _rows(con, "link_shifts")}
    return None


def _status_changes(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Count the persons whose status is another than in the run before, by cause."""
    query = "SELECT cause, count(*) FROM status_changes GROUP BY cause ORDER BY cause"
    return dict(con.execute(query).fetchall())


def _inputs(con: duckdb.DuckDBPyConnection) -> list[Row]:
    query = """SELECT file, kind, sha256, lines, accepted, rejected, set_aside, mapping
        FROM inputs ORDER BY kind, file"""
    return as_dicts(con.sql(query))


def _rows(con: duckdb.DuckDBPyConnection, table: str) -> list[Row]:
    known = "SELECT 1 FROM duckdb_tables() WHERE table_name = ?"
    if not con.execute(known, [table]).fetchall():
        return []
    return as_dicts(con.sql(f"FROM {table} ORDER BY ALL"))


def _said(row: dict[str, Any], owners: dict[str, str]) -> dict[str, Any]:
    """Add who owns a file, and which header each of our columns was read from."""
    mapping = json.loads(row["mapping"])
    columns = {
        name: header for name, header in mapping.items() if not name.startswith("_")
    }
    return {**row, "owner": owners.get(row["file"]), "mapping": columns}
