"""Answering rows: over columns where the kind has them, one by one where not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from naungan.engine.law_bulk.counting import over_columns
from naungan.engine.law_bulk.keys import cells_of, keys_of, make_keys
from naungan.engine.law_bulk.rows import ROW, Rows
from naungan.engine.law_bulk.singles import Asker, one_by_one
from naungan.engine.law_bulk.twin import Twin, twin_of
from naungan.engine.work import Tell
from naungan.law.question import Field
from naungan.law.reader import Reader
from naungan.lib.errors import LawRefused


@dataclass
class _Sorted:
    """Keys by id: those with a plan, those asked one by one, and the refused."""

    plans: dict[int, Any] = field(default_factory=dict)
    single: list[int] = field(default_factory=list)
    refused: dict[int, str] = field(default_factory=dict)


def answer_rows(
    con: duckdb.DuckDBPyConnection,
    kind: str,
    rows: Rows,
    reader: Reader,
    folder: Path,
    tell: Tell,
) -> tuple[list[Path], list[Path]]:
    """Answer `rows` into Parquet files: by row over columns, by whole text singly.

    Rows without an answer go into the table `refused`, with their reason.
    """
    twin = twin_of(kind)
    varying = () if twin is None else twin.AMOUNTS
    amounts = [one for one in rows.fields if one.name in varying]
    make_keys(con, rows, amounts)
    asker = Asker(kind, rows.fields, reader.book)
    tell("Membaca hukum", 0.0)
    found = _sort(con, rows.fields, amounts, twin, asker, reader)
    _refuse(con, found.refused)
    columns: list[Path] = []
    if twin is not None and found.plans:
        names = [one.name for one in amounts]
        columns = over_columns(con, twin, found.plans, names, folder, tell)
    singles = one_by_one(con, asker, found.single, folder, tell)
    return columns, singles


def _sort(
    con: duckdb.DuckDBPyConnection,
    fields: Sequence[Field],
    amounts: Sequence[Field],
    twin: Twin | None,
    asker: Asker,
    reader: Reader,
) -> _Sorted:
    found = _Sorted()
    names = {one.name for one in amounts}
    for number, key in keys_of(con):
        if twin is None:
            found.single.append(number)
            continue
        stated = {
            name: int(cell) if name in names else cell
            for name, cell in cells_of(key, fields).items()
        }
        try:
            found.plans[number] = twin.plan_of(stated, reader)
        except LawRefused as refusal:
            _second_opinion(con, number, str(refusal), asker, found)
    return found


def _second_opinion(
    con: duckdb.DuckDBPyConnection,
    number: int,
    reason: str,
    asker: Asker,
    found: _Sorted,
) -> None:
    """Ask one row of a key alone: what columns cannot hold may still have an answer."""
    first = con.execute(
        f"SELECT whole FROM asked JOIN keys ON asked.{ROW} = keys.first WHERE keys.id = ?",
        [number],
    ).fetchall()
    ((whole,),) = first  # every key has one first row
    if asker.reason_against(whole) is None:
        found.single.append(number)
    else:
        found.refused[number] = reason


def _refuse(con: duckdb.DuckDBPyConnection, refused: dict[int, str]) -> None:
    table = pa.table(
        {
            "id": pa.array(list(refused), pa.int64()),
            "reason": pa.array(list(refused.values()), pa.string()),
        }
    )
    con.register("refused_keys", table)
    con.execute(
        f"INSERT INTO refused SELECT keyed.{ROW}, refused_keys.reason FROM keyed "
        f"JOIN refused_keys USING (id) ANTI JOIN refused USING ({ROW})"
    )
    con.unregister("refused_keys")
