"""What every cell says well enough, yet points at nothing: said once all is read."""

import duckdb

from naungan.lib import regions
from naungan.lib.numbers import format_number


# Why a line is set aside whose person asked to be erased; it keeps its place.
LEFT_OUT = "dihapus atas permintaan"
PLACED = ("worker_rows", "employer_in_rows")


def warn_of_unknown(con: duckdb.DuckDBPyConnection) -> None:
    """Warn of village codes that no region has, and of verdicts on nobody at hand.

    Codes stay as they are: a new village is in use before any list has it. What was
    said before is said anew: rows may have been taken out since.
    """
    con.execute(
        "DELETE FROM warnings WHERE line = 0 "
        "AND code IN ('village_unknown', 'verdict_on_nobody')"
    )
    for table in PLACED:
        _warn_of_villages(con, table)
    _warn_of_verdicts(con)


def _warn_of_villages(con: duckdb.DuckDBPyConnection, table: str) -> None:
    found = con.execute(
        f"""SELECT file_id, village_code, count(*) FROM {table}
        WHERE village_code IS NOT NULL GROUP BY ALL ORDER BY ALL"""
    ).fetchall()
    strange: dict[int, list[tuple[int, int]]] = {}
    for file_id, code, rows in found:
        if not regions.exists(code):
            strange.setdefault(file_id, []).append((code, rows))
    for file_id, codes in strange.items():
        example = regions.dotted(codes[0][0])
        rows = format_number(sum(rows for _, rows in codes))
        message = (
            f"{format_number(len(codes))} kode desa pada {rows} baris tidak ada dalam "
            f"daftar Kemendagri, mis. {example}. Periksa; bila desa baru, biarkan."
        )
        _warn(con, file_id, "village_code", example, "village_unknown", message)


def _warn_of_verdicts(con: duckdb.DuckDBPyConnection) -> None:
    """Count the verdicts with a side that no row of this run carries.

    Whom a number of a person names is known later, once persons have numbers.
    """
    lost = con.execute(_LOST).fetchall()
    if not lost:
        return
    file_id, line, side = lost[0]
    message = (
        f"{format_number(len({line for _, line, _ in lost}))} putusan menyebut baris "
        f"atau nomor yang tidak ada di antara berkas proses ini, mis. baris {line}: "
        f"“{side}”. Putusan itu tidak berpengaruh."
    )
    _warn(con, file_id, "left", side, "verdict_on_nobody", message)


def _warn(
    con: duckdb.DuckDBPyConnection, file_id: int, column: str, *said: str
) -> None:
    """Enter a warning about a whole file: line 0 is no line of it."""
    con.execute(
        "INSERT INTO warnings SELECT file, 0, 0, ?, ?, ?, ? FROM inputs "
        "WHERE file_id = ?",
        [column, *said, file_id],
    )


_LOST = f"""
    WITH counted AS (
        SELECT sha256, accepted + rejected + count(s.line) AS places FROM inputs i
        LEFT JOIN set_aside s ON s.file = i.file::VARCHAR AND s.why = '{LEFT_OUT}'
        GROUP BY sha256, accepted, rejected),
    sides AS (
        SELECT file_id, line, trim("left") AS side FROM decision_rows
        UNION ALL SELECT file_id, line, trim("right") FROM decision_rows),
    marked AS (
        SELECT *, lower(split_part(side, ':', 1)) AS mark,
            TRY_CAST(split_part(side, ':', 2) AS BIGINT) AS place,
            regexp_replace(side, '[^0-9A-Za-z]', '', 'g') AS bare
        FROM sides),
    numbers AS (
        SELECT unnest([nib, npp]) AS number FROM employer_in_rows
        UNION SELECT npp FROM member_rows WHERE npp IS NOT NULL)
    SELECT m.file_id, m.line, m.side FROM marked m
    ANTI JOIN counted n ON m.place BETWEEN 1 AND n.places
        AND length(m.mark) >= 8 AND starts_with(n.sha256, m.mark)
    ANTI JOIN member_rows k ON k.kpj = m.side
    ANTI JOIN numbers e ON regexp_replace(e.number, '[^0-9A-Za-z]', '', 'g') = m.bare
    WHERE m.mark <> 'orang'
    ORDER BY ALL"""
