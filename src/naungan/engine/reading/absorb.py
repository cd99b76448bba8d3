"""Take one batch of a file into the tables: mend, judge, insert, report.

The view `cells` holds the batch (see `conversion`). Every line of the batch ends in
the format's table, in `rejected` or in `set_aside`.
"""

import duckdb

from naungan.engine.reading.account import Account, Shift, shift_of
from naungan.engine.reading.conversion import Cell, Conversion
from naungan.engine.reading.judge import judge
from naungan.engine.reading.mending import mend
from naungan.engine.reading.record import (
    Batch,
    Lines,
    record_asides,
    record_rejected,
    record_warnings,
)
from naungan.engine.reading.value import Setting


def absorb(
    con: duckdb.DuckDBPyConnection,
    cells: dict[str, Cell],
    account: Account,
    lines: Lines,
    setting: Setting,
    defaults: dict[str, str] | None = None,
) -> None:
    """Bring the batch in the view `cells` into the tables."""
    conversion = Conversion(account.form, cells, defaults=defaults or {})
    mend(con, conversion, setting)
    batch = Batch(con, conversion, account, lines, judge(con, conversion))
    shift = _shift(batch)
    _insert(batch, shift)
    record_asides(batch)
    record_rejected(batch, shift)
    record_warnings(batch, shift)
    _advance(batch, shift)


def _shift(batch: Batch) -> Shift:
    aside = [line for line, _ in batch.lines.aside]
    for verdict, lines in batch.verdicts.items():
        if verdict != "rejected":
            aside.extend(lines)
    rejected = batch.verdicts.get("rejected", [])
    gone = [*rejected, *(line for line, _ in batch.lines.broken)]
    shift = shift_of(batch.lines.base, batch.lines.count, aside, gone)
    if not shift.is_empty:
        batch.con.register("shift", shift.table())
    return shift


def _insert(batch: Batch, shift: Shift) -> None:
    account = batch.account
    for part in batch.conversion.parts():
        batch.con.execute(
            f"""
            INSERT INTO {account.form.table}
            SELECT {shift.row_id(account.row_ids)}, {account.file_id},
                {shift.row(account.rows)}, c.line, {part.select_list()}
            {part.from_clause()} {shift.join()}
            WHERE {shift.kept()}
            """
        )


def _advance(batch: Batch, shift: Shift) -> None:
    account, lines = batch.account, batch.lines
    rejected = len(batch.verdicts.get("rejected", [])) + len(lines.broken)
    accepted = lines.count - len(shift.out)
    account.rejected += rejected
    account.accepted += accepted
    account.rows += accepted + rejected
    account.row_ids += accepted
    account.line = lines.base + lines.count
    _clear(batch)


def _clear(batch: Batch) -> None:
    names = ["odd_cells", "texts", "doubted", "suspects", "places", "broken"]
    for cell in batch.conversion.cells.values():
        names.append(cell.mend)
        if cell.value.is_repetitive:
            names.append(cell.odd_texts)
    batch.con.execute("; ".join(f"DROP TABLE IF EXISTS {name}" for name in names))
    batch.con.unregister("shift")
