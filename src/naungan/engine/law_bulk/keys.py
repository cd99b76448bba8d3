"""Rows that state the same but for their amounts have one key; amounts become numbers."""

from collections.abc import Sequence
from typing import Final

import duckdb
import pyarrow as pa

from naungan.engine.law_bulk.rows import ROW, Rows, quoted
from naungan.law.question import Field, read_facts
from naungan.lib.errors import LawRefused
from naungan.lib.sql_text import literal


SEPARATOR: Final = "\x1f"
"""Between the cells of a key: the unit separator, which no cell of text holds."""

STATED: Final = "1"
"""Stands in a key for an amount that the row states."""

PLAIN: Final = "[0-9]{1,15}"
"""Digits that need no reading; anything longer is too much money anyway."""


def make_keys(
    con: duckdb.DuckDBPyConnection, rows: Rows, amounts: Sequence[Field]
) -> None:
    """Make `asked` (every row as text), `keys`, `refused`, and `keyed` (as numbers)."""
    names = {one.name for one in amounts}
    parts = [
        f"if({cell} = '', '', '{STATED}')" if name in names else cell
        for name, cell in rows.cells.items()
    ]
    cells = "".join(f", {rows.cells[name]} AS {quoted(name)}" for name in names)
    con.execute(
        f"CREATE VIEW asked AS SELECT {ROW}, {_joined(parts)} AS key, "
        f"{_joined(list(rows.cells.values()))} AS whole{cells} FROM rows"
    )
    con.execute(
        "CREATE TABLE keys AS SELECT row_number() OVER (ORDER BY first) - 1 AS id, * "
        f"FROM (SELECT key, min({ROW}) AS first FROM asked GROUP BY key)"
    )
    con.execute(f"CREATE TABLE refused ({ROW} BIGINT, reason VARCHAR)")
    for one in amounts:
        _read_odd(con, one)
    _make_keyed(con, amounts)


def keys_of(con: duckdb.DuckDBPyConnection) -> list[tuple[int, str]]:
    """Give the id and the cells of every key, in order of first appearance."""
    return con.execute("SELECT id, key FROM keys ORDER BY id").fetchall()


def cells_of(key: str, fields: Sequence[Field]) -> dict[str, str]:
    """Give the cells of a key by field; an empty cell states nothing."""
    cells = zip(fields, key.split(SEPARATOR), strict=True)
    return {one.name: cell for one, cell in cells if cell}


def _make_keyed(con: duckdb.DuckDBPyConnection, amounts: Sequence[Field]) -> None:
    columns, joins = "", ""
    for place, one in enumerate(amounts):
        name = f"asked.{quoted(one.name)}"
        columns += (
            f", CASE WHEN regexp_full_match({name}, '{PLAIN}') "
            f"THEN TRY_CAST({name} AS BIGINT) ELSE odd_{place}.value END "
            f"AS {quoted(one.name)}"
        )
        joins += (
            f" LEFT JOIN odd AS odd_{place} ON odd_{place}.text = {name} "
            f"AND odd_{place}.field = {literal(one.name)}"
        )
    con.execute(
        f"CREATE TABLE keyed AS SELECT asked.{ROW}, keys.id{columns} "
        f"FROM asked JOIN keys USING (key){joins}"
    )


def _read_odd(con: duckdb.DuckDBPyConnection, field: Field) -> None:
    """Read amounts that are not plain digits, each distinct text once."""
    con.execute(
        "CREATE TABLE IF NOT EXISTS odd "
        "(field VARCHAR, text VARCHAR, value BIGINT, reason VARCHAR)"
    )
    name = quoted(field.name)
    texts = con.execute(
        f"SELECT DISTINCT {name} FROM asked WHERE {name} <> '' "
        f"AND NOT regexp_full_match({name}, '{PLAIN}')"
    ).fetchall()
    read = pa.Table.from_pylist(
        [_read(field, text) for (text,) in texts],
        schema=pa.schema(
            [
                ("field", pa.string()),
                ("text", pa.string()),
                ("value", pa.int64()),
                ("reason", pa.string()),
            ]
        ),
    )
    con.register("read_now", read)
    con.execute("INSERT INTO odd FROM read_now")
    con.unregister("read_now")
    con.execute(
        f"INSERT INTO refused SELECT asked.{ROW}, odd.reason FROM asked "
        f"JOIN odd ON odd.text = asked.{name} AND odd.field = {literal(field.name)} "
        "WHERE odd.reason IS NOT NULL"
    )


def _read(field: Field, text: str) -> dict[str, object]:
    try:
        value = read_facts({field.name: text}, [field]).need(field.name, int)
    except LawRefused as refusal:
        return {"field": field.name, "text": text, "reason": str(refusal)}
    return {"field": field.name, "text": text, "value": value}


def _joined(parts: Sequence[str]) -> str:
    return f"concat_ws(chr({ord(SEPARATOR)}), {', '.join(parts)})"
