"""What is said of lines that are no accepted row, and of cells that were emptied."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import duckdb
import numpy as np

from naungan.engine.reading import reasons
from naungan.engine.reading.account import Account, Shift
from naungan.engine.reading.conversion import Cell, Conversion
from naungan.engine.reading.marks import ERROR
from naungan.lib.sql_text import literal


LONGEST_SHOWN = 200


@dataclass(frozen=True)
class Lines:
    """The lines of a batch: `count` after `base`, some of them known to be no row."""

    base: int
    count: int
    aside: Sequence[tuple[int, str]] = ()
    broken: Sequence[tuple[int, str]] = ()
    separator: str = ","


@dataclass
class Batch:
    """A batch in the making."""

    con: duckdb.DuckDBPyConnection
    conversion: Conversion
    account: Account
    lines: Lines
    verdicts: dict[str, list[int]] = field(default_factory=dict)


def record_asides(batch: Batch) -> None:
    known = list(batch.lines.aside)
    for verdict, lines in batch.verdicts.items():
        if verdict != "rejected":
            known.extend((line, verdict) for line in lines)
    if known:
        record_aside(batch.con, batch.account, known)


def record_aside(
    con: duckdb.DuckDBPyConnection,
    account: Account,
    lines: Sequence[tuple[int, str]],
) -> None:
    """Write down lines that are no data rows, each with why."""
    con.execute(
        "INSERT INTO set_aside SELECT $1, unnest($2::INTEGER[]), unnest($3::VARCHAR[])",
        [
            account.file,
            [line for line, _ in lines],
            [reasons.why(code) for _, code in lines],
        ],
    )
    account.set_aside += len(lines)


def record_rejected(batch: Batch, shift: Shift) -> None:
    account = batch.account
    if batch.verdicts.get("rejected"):
        batch.con.execute(
            f"""
            INSERT INTO rejected
            SELECT ?, c.line, {shift.row(account.rows)}, faults[1]."column",
                {_shown("faults[1].value")}, {reasons.CODE}, {reasons.MESSAGE}
            FROM suspects c {shift.join()} WHERE verdict = 'rejected'
            """,
            [account.file],
        )
        batch.con.execute(
            "INSERT INTO rejected_cells SELECT ?, line, raw FROM suspects "
            "WHERE verdict = 'rejected'",
            [account.file_id],
        )
    if batch.lines.broken:
        _record_broken(batch, shift)


def _record_broken(batch: Batch, shift: Shift) -> None:
    account = batch.account
    lines = np.array([line for line, _ in batch.lines.broken], np.int64)
    rows = shift.rows_before(lines) + account.rows
    texts = [text for _, text in batch.lines.broken]
    cells = [text.split(batch.lines.separator) for text in texts]
    batch.con.execute(
        "CREATE OR REPLACE TEMP TABLE broken AS SELECT unnest($1::INTEGER[]) AS line, "
        "unnest($2::INTEGER[]) AS row, unnest($3::VARCHAR[]) AS value, "
        "unnest($4::VARCHAR[][]) AS cells",
        [lines.tolist(), rows.tolist(), [t[:LONGEST_SHOWN] for t in texts], cells],
    )
    batch.con.execute(
        f"INSERT INTO rejected SELECT ?, line, row, NULL, value, 'broken_line', "
        f"{reasons.BROKEN} FROM broken",
        [account.file],
    )
    batch.con.execute(
        "INSERT INTO rejected_cells SELECT ?, line, cells FROM broken",
        [account.file_id],
    )


def _shown(text: str) -> str:
    """Write the SQL of a cell as its sender sees it: without our private mark."""
    return f"replace({text}, '{ERROR}', '')"


def record_warnings(batch: Batch, shift: Shift) -> None:
    """Write down every cell that was emptied or read with a doubt."""
    for name, has_notes in batch.conversion.mended.items():
        if has_notes:
            cell = batch.conversion.cells[name]
            _warn(batch, shift, cell, _noted(cell))
    if batch.conversion.has_places:
        cell = batch.conversion.cells["village"]
        _warn(batch, shift, cell, _unsure_places(batch.conversion))


def _noted(cell: Cell) -> str:
    """Select the lines of a column whose texts have a note."""
    noted = f"(SELECT text, note, code FROM {cell.mend} WHERE note <> '')"
    source = cell.odd_texts
    if cell.value.is_repetitive:
        source = f"(SELECT c.line, {cell.as_text} AS text FROM cells c)"
    return f"SELECT * FROM {source} JOIN {noted} USING (text)"


def _unsure_places(conversion: Conversion) -> str:
    return (
        "SELECT c.line, c.village AS text, p.note, 'village_unsure' AS code "
        "FROM cells c JOIN places p ON p.village = c.village AND p.note <> '' "
        f"AND p.district IS NOT DISTINCT FROM {conversion.district}"
    )


def _warn(batch: Batch, shift: Shift, cell: Cell, noted: str) -> None:
    account = batch.account
    batch.con.execute(
        f"""
        INSERT INTO warnings
        SELECT ?, c.line, {shift.row(account.rows)} AS row, '{cell.column.name}',
            {_shown("c.text")}, c.code, {reasons.warning(literal(cell.header))}
        FROM ({noted}) c {shift.join()}
        {_without_suspects(batch, cell.column.name)}
        """,
        [account.file],
    )


def _without_suspects(batch: Batch, column: str) -> str:
    """Leave out lines set aside, and the cell for which a row was rejected."""
    if not batch.verdicts:
        return ""
    told = f"verdict = 'rejected' AND faults[1].\"column\" = '{column}'"
    lines = f"SELECT line FROM suspects WHERE verdict <> 'rejected' OR ({told})"
    return f"ANTI JOIN ({lines}) s ON s.line = c.line"
