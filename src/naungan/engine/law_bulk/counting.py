"""Counting rows over columns, a batch at a time, into Parquet."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from naungan.engine.law_bulk.assuming import ASSUMED, assumed_by
from naungan.engine.law_bulk.rows import ROW, quoted
from naungan.engine.law_bulk.twin import Twin
from naungan.engine.work import Tell


BATCH: Final = 1 << 20
CONFIDENCE: Final = "confidence"


def over_columns(
    con: duckdb.DuckDBPyConnection,
    twin: Twin,
    plans: Mapping[int, Any],
    amounts: Sequence[str],
    folder: Path,
    tell: Tell,
) -> list[Path]:
    """Count every row whose key has a plan; give the Parquet files of the results."""
    total = _choose(con, plans)
    names = "".join(f", coalesce(keyed.{quoted(name)}, 0)" for name in amounts)
    batches = con.sql(
        f"SELECT keyed.{ROW}, planned.place{names} FROM keyed "
        f"JOIN planned USING (id) ANTI JOIN refused USING ({ROW})"
    ).to_arrow_reader(BATCH)
    files, done = [], 0
    for number, batch in enumerate(batches):
        row, place, *columns = (one.to_numpy(zero_copy_only=False) for one in batch)
        stated = dict(zip(amounts, columns, strict=True))
        results = _evaluated(twin, list(plans.values()), place, stated)
        files.append(folder / f"columns_{number}.parquet")
        table = _table(row, results).append_column(
            ASSUMED, assumed_by(list(plans.values()), place)
        )
        pq.write_table(table, files[-1], compression="zstd")
        done += len(row)
        tell(f"Menghitung {done} baris", done / max(total, 1))
    con.execute("DROP TABLE planned")
    return files


def _choose(con: duckdb.DuckDBPyConnection, plans: Mapping[int, Any]) -> int:
    """Number the plans in their order; give how many rows they are for."""
    places = pa.table({"id": list(plans), "place": list(range(len(plans)))})
    con.register("places", places)
    con.execute(
        "CREATE TABLE planned AS SELECT CAST(id AS BIGINT) AS id, "
        "CAST(place AS BIGINT) AS place FROM places"
    )
    con.unregister("places")
    ((count,),) = con.execute(
        "SELECT count(*) FROM keyed JOIN planned USING (id) "
        f"ANTI JOIN refused USING ({ROW})"
    ).fetchall()
    return int(count)


def _evaluated(
    twin: Twin,
    plans: Sequence[Any],
    place: NDArray[np.int64],
    stated: Mapping[str, NDArray[np.int64]],
) -> dict[str, NDArray[Any]]:
    sureness = getattr(twin, "SURENESS", None)
    if sureness is None:
        return twin.evaluate(plans, place, stated)
    results = twin.evaluate(plans, place, stated, confidence=True)
    ranks = results.pop(CONFIDENCE)
    return {**results, CONFIDENCE: np.array(sureness)[ranks]}


def _table(row: NDArray[np.int64], results: Mapping[str, NDArray[Any]]) -> pa.Table:
    """Name the rows; whole numbers under a name of days become days from 1970."""
    columns = {name: _column(name, values) for name, values in results.items()}
    return pa.table({ROW: pa.array(row), **columns})


def _column(name: str, values: NDArray[Any]) -> pa.Array:
    days = name.endswith("_on") and np.issubdtype(values.dtype, np.integer)
    if days:
        return pa.array(values.astype(np.int32), pa.int32()).cast(pa.date32())
    return pa.array(values)
