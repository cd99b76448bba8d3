"""Writing answered rows as they came, with their results, and refused rows apart."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from naungan.engine.law_bulk.rows import ROW, Rows, ending_of, quoted
from naungan.engine.law_bulk.singles import WHOLE
from naungan.lib.errors import InputRefused
from naungan.lib.sql_text import listed, literal


REASON = "alasan"


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
    refused = rows.count - answered
    if refused:
        _copy(
            con,
            f"SELECT rows.* EXCLUDE ({ROW}), refused.reason AS {REASON} "
            f"FROM rows JOIN (SELECT {ROW}, string_agg(DISTINCT reason, ' ' "
            f"ORDER BY reason) AS reason FROM refused GROUP BY {ROW}) AS refused "
            f"USING ({ROW}) ORDER BY {ROW}",
            rejected_path(out),
        )
    return answered, refused


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
