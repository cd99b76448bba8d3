"""Writing answered rows as they came, with their results, and refused rows apart."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from naungan.engine.law_bulk.rows import ROW, Rows, ending_of, quoted
from naungan.engine.law_bulk.singles import WHOLE
from naungan.lib.errors import InputRefused
from naungan.lib.sql_text import listed, literal


REASON = "alasan"
PLACE = "baris"
TEXT = "teks"
_OURS = (REASON, PLACE, TEXT)


def rejected_path(out: Path) -> Path:
    """Name the file of refused rows that belongs to a file of answers."""
    return out.with_name(f"{out.stem}_ditolak{out.suffix}")


def write(
    con: duckdb.DuckDBPyConnection,
    rows: Rows,
    columns: Sequence[Path],
    singles: Sequence[Path],
    out: Path,
) -> tuple[int, int]:
    """Write answered and refused rows in the order they came; give how many of each.

    Raises InputRefused where a column of the file is named like a result.
    """
    _make_answers(con, columns, singles)
    _refuse_clash(con, rows, out)
    answered = _copy(
        con,
        f"SELECT rows.* EXCLUDE ({ROW}), answers.* EXCLUDE ({ROW}) "
        f"FROM rows JOIN answers USING ({ROW}) ORDER BY {ROW}",
        out,
    )
    refused = _write_refused(con, rows, out)
    if answered + refused != rows.count:
        raise InputRefused(
            f"{out}: {rows.count} baris masuk, tetapi {answered} terjawab dan {refused} "
            "ditolak; jangan pakai hasil ini, periksa berkas masukannya."
        )
    return answered, refused


def _write_refused(con: duckdb.DuckDBPyConnection, rows: Rows, out: Path) -> int:
    """Write the refused rows, or take away the file of an earlier run if none is."""
    path = rejected_path(out)
    reasons = (
        f"SELECT {ROW}, string_agg(DISTINCT reason, ' ' ORDER BY reason) AS reason "
        f"FROM refused GROUP BY {ROW}"
    )
    ours = f"{ROW} + {rows.header_lines} AS {PLACE}, reason AS {REASON}"
    mended = [name for name in rows.columns if name.casefold() not in _OURS]
    columns = "".join(f", {quoted(name)}" for name in mended)
    query = f"SELECT {ours}{columns} FROM rows JOIN ({reasons}) USING ({ROW})"
    if rows.ragged:
        query += f" UNION ALL BY NAME SELECT {ours}, text AS {TEXT} FROM ragged"
    if not con.execute(f"SELECT 1 FROM ({query}) LIMIT 1").fetchall():
        path.unlink(missing_ok=True)
        return 0
    return _copy(con, f"FROM ({query}) ORDER BY {PLACE}", path)


def _make_answers(
    con: duckdb.DuckDBPyConnection, columns: Sequence[Path], singles: Sequence[Path]
) -> None:
    parts = []
    if columns:
        parts.append(f"SELECT * FROM {_scan(columns)}")
    if singles:
        parts.append(
            f"SELECT asked.{ROW}, found.* EXCLUDE ({WHOLE}) FROM {_scan(singles)} "
            f"AS found JOIN asked ON asked.whole = found.{WHOLE}"
        )
    union = " UNION ALL BY NAME ".join(parts)
    con.execute(
        f"CREATE VIEW answers AS {union or f'SELECT {ROW} FROM rows WHERE false'}"
    )


def _refuse_clash(con: duckdb.DuckDBPyConnection, rows: Rows, out: Path) -> None:
    results = {name.lower() for name in con.table("answers").columns} - {ROW}
    for name in rows.columns:
        if name.lower() in results:
            raise InputRefused(
                f"Kolom {quoted(name)} bernama sama dengan kolom hasil; ganti namanya "
                f"sebelum menulis {out}."
            )


def _copy(con: duckdb.DuckDBPyConnection, query: str, out: Path) -> int:
    form = "(FORMAT parquet)" if ending_of(out) == ".parquet" else "(HEADER true)"
    try:
        found = con.execute(f"COPY ({query}) TO {literal(out)} {form}").fetchall()
    except duckdb.IOException as error:
        reason = str(error).splitlines()[0]
        raise InputRefused(f"{out} tidak dapat ditulis ({reason}).") from error
    ((written,),) = found
    return int(written)


def _scan(files: Sequence[Path]) -> str:
    return f"read_parquet([{listed(map(str, files))}], union_by_name = true)"
