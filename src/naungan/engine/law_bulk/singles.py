"""Asking the law one question after the other, for rows that have no columns."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from naungan.engine.law_bulk.assuming import ASSUMED, BETWEEN
from naungan.engine.law_bulk.keys import cells_of
from naungan.engine.law_bulk.rows import ROW
from naungan.engine.work import Tell
from naungan.law.book import Book
from naungan.law.kinds import answer
from naungan.law.question import Field, codes_of
from naungan.law.source.plain_yaml import parse_yaml
from naungan.lib.errors import LawRefused, Refusal


BATCH: Final = 20_000
WHOLE: Final = "__whole"


@dataclass(frozen=True)
class Asker:
    """A kind of question, asked of one row of texts at a time."""

    kind: str
    fields: Sequence[Field]
    book: Book

    def results(self, whole: str) -> dict[str, Any]:
        """Answer the joined cells of a row: results by flat names, as columns have them.

        Raises LawRefused with the reason why the row has no answer.
        """
        lists = {one.name for one in self.fields if one.kind == "records"}
        stated = {
            name: _listed(name, text) if name in lists else text
            for name, text in cells_of(whole, self.fields).items()
        }
        answered = answer(self.kind, stated, self.book)
        return {
            **_flat(answered.results),
            "confidence": answered.confidence,
            ASSUMED: BETWEEN.join(codes_of(answered.assumed)),
        }

    def reason_against(self, whole: str) -> str | None:
        """Give the reason why a row has no answer; None when it has one."""
        try:
            self.results(whole)
        except LawRefused as refusal:
            return str(refusal)
        return None


def one_by_one(
    con: duckdb.DuckDBPyConnection,
    asker: Asker,
    keys: Sequence[int],
    folder: Path,
    tell: Tell,
) -> list[Path]:
    """Answer rows of these keys, equal rows once; the refused go into `refused`."""
    con.register("single_keys", pa.table({"id": pa.array(keys, pa.int64())}))
    texts = con.execute(
        f"SELECT DISTINCT asked.whole FROM asked JOIN keyed USING ({ROW}) "
        f"JOIN single_keys USING (id) ANTI JOIN refused USING ({ROW}) ORDER BY ALL"
    ).fetchall()
    con.unregister("single_keys")
    files: list[Path] = []
    for start in range(0, len(texts), BATCH):
        tell(f"Menanyakan {start} baris satu per satu", start / len(texts))
        answered, refused = _batch(
            asker, [row[0] for row in texts[start : start + BATCH]]
        )
        _refuse(con, refused)
        if answered:
            files.append(folder / f"singles_{start}.parquet")
            pq.write_table(pa.Table.from_pylist(_squared(answered)), files[-1])
    return files


def _batch(
    asker: Asker, texts: Sequence[str]
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    answered: list[dict[str, Any]] = []
    refused: dict[str, str] = {}
    for whole in texts:
        try:
            answered.append({WHOLE: whole, **asker.results(whole)})
        except LawRefused as refusal:
            refused[whole] = str(refusal)
    return answered, refused


def _squared(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give every row the columns of all: the first row decides what Arrow keeps."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return [{name: row.get(name) for name in names} for row in rows]


def _refuse(con: duckdb.DuckDBPyConnection, refused: Mapping[str, str]) -> None:
    table = pa.table(
        {
            "whole": pa.array(list(refused), pa.string()),
            "reason": pa.array(list(refused.values()), pa.string()),
        }
    )
    con.register("refused_now", table)
    con.execute(
        f"INSERT INTO refused SELECT asked.{ROW}, refused_now.reason FROM asked "
        "JOIN refused_now USING (whole)"
    )
    con.unregister("refused_now")


def _listed(name: str, text: str) -> Any:
    """Read a cell that holds a list, [{nama: nilai}, …]."""
    try:
        return parse_yaml(text, name)
    except Refusal as refusal:
        raise LawRefused(str(refusal)) from refusal


def _flat(results: Mapping[str, Any], stem: str = "") -> dict[str, Any]:
    """Join nested names by `_`; lists become JSON, days become days."""
    made: dict[str, Any] = {}
    for name, value in results.items():
        flat = f"{stem}{name.lower().replace('+', '_')}"
        if isinstance(value, Mapping):
            made |= _flat(value, f"{flat}_")
        elif isinstance(value, list | tuple):
            made[flat] = json.dumps(value, ensure_ascii=False, default=str)
        else:
            day = flat.endswith("_on") and isinstance(value, str)
            made[flat] = date.fromisoformat(value) if day else value
    return made
