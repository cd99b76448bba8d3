"""Take one batch of a file into the tables: mend, judge, insert, report.

The view `cells` holds the batch (see `conversion`). Every line of the batch ends in
the format's table, in `rejected` or in `set_aside`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import duckdb
import numpy as np

from naungan.engine.format import Format, Need
from naungan.engine.reading import reasons
from naungan.engine.reading.account import Account, Shift, shift_of
from naungan.engine.reading.conversion import Cell, Conversion, mend
from naungan.engine.reading.value import Setting


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

    @property
    def form(self) -> Format:
        """The format being read."""
        return self.account.form


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
    batch = Batch(con, conversion, account, lines)
    _judge(batch)
    shift = _shift(batch)
    _insert(batch, shift)
    _record_aside(batch)
    _record_rejected(batch, shift)
    _record_warnings(batch, shift)
    _advance(batch, shift)


def _judge(batch: Batch) -> None:
    """Give a verdict on every line that may be no row, in the table `suspects`."""
    conversion = batch.conversion
    met = " AND ".join(_met(conversion, need) for need in batch.form.required)
    suspicious = f"NOT ({met}) OR {_head_words(batch)}"
    if not _count_suspects(batch, suspicious):
        return
    reasons_sql = ", ".join(_faults(conversion, need) for need in batch.form.required)
    batch.con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE suspects AS
        SELECT c.line, c.raw, NOT ({met}) AS is_bad,
            {_identified(conversion)} AS is_identified,
            list_filter([{reasons_sql}], lambda x: x IS NOT NULL) AS faults,
            NULL::VARCHAR AS verdict
        {conversion.from_clause()}
        WHERE {suspicious}
        """
    )
    batch.con.execute(
        f"UPDATE suspects SET verdict = {_verdict()}", [list(_headers(batch))]
    )
    found = batch.con.execute(
        "SELECT verdict, list(line ORDER BY line) FROM suspects "
        "WHERE verdict IS NOT NULL GROUP BY verdict ORDER BY verdict"
    ).fetchall()
    batch.verdicts = dict(found)


def _count_suspects(batch: Batch, suspicious: str) -> int:
    """Count first: most files need not be read again for their whole rows."""
    source = batch.conversion.from_clause()
    count = f"SELECT count(*) {source} WHERE {suspicious}"
    [(found,)] = batch.con.execute(count).fetchall()
    return int(found)


def _met(conversion: Conversion, need: Need) -> str:
    groups = (
        " AND ".join(conversion.filled(name) for name in group) for group in need.groups
    )
    return "(" + " OR ".join(f"({group})" for group in groups) + ")"


def _faults(conversion: Conversion, need: Need) -> str:
    """Describe in SQL the cell for which a need is not met; NULL when it is."""
    names = [n for group in need.groups for n in group if n in conversion.cells]
    cell = conversion.cells[names[0]]
    value = f"c.{cell.name}::VARCHAR"
    note = f"{cell.mend}.note" if names[0] in conversion.mended else "''"
    return (
        f"CASE WHEN NOT {_met(conversion, need)} THEN {{'column': '{names[0]}', "
        f"'header': {_quoted(cell.header)}, 'value': {value}, "
        f"'need': {_quoted(need.text())}, 'note': coalesce({note}, '')}} END"
    )


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _head_words(batch: Batch) -> str:
    """Say in SQL that a required text begins like a total or repeats its header."""
    tests = ["false"]
    heads = ", ".join(f"'{head}'" for head in reasons.TOTAL_HEADS)
    for need in batch.form.required:
        for name in {name for group in need.groups for name in group}:
            cell = batch.conversion.cells.get(name)
            if cell is None or cell.column.type not in ("text", "identifier"):
                continue
            tests.append(f"left(c.{cell.name}, 3) IN ({heads})")
            tests.append(f"c.{cell.name} = {_quoted(cell.header)}")
    return "(" + " OR ".join(tests) + ")"


def _headers(batch: Batch) -> set[str]:
    return {" ".join(h.split()) for h in batch.account.headers.values()}


def _identified(conversion: Conversion) -> str:
    """Say in SQL that a row names a person by number or birth date."""
    names = [
        name
        for name, cell in conversion.cells.items()
        if cell.column.type in ("nik", "birth")
    ]
    return (
        "(" + " OR ".join(conversion.filled(n) for n in names or ()) + ")"
        if names
        else "false"
    )


def _verdict() -> str:
    filled = "list_filter(raw, lambda x: x IS NOT NULL AND trim(x) <> '')"
    heads = "list_filter(raw, lambda x: list_contains($1, trim(x)))"
    strict = f"list_filter(raw, lambda x: regexp_full_match(x, '{reasons.TOTAL}', 'i'))"
    loose = (
        f"list_filter(raw, lambda x: regexp_matches(x, '{reasons.TOTAL_LOOSE}', 'i'))"
    )
    return f"""CASE
        WHEN len({filled}) = 0 THEN 'blank'
        WHEN len({heads}) >= 2 AND len({heads}) * 2 > len({filled}) THEN 'header'
        WHEN NOT is_identified AND len({strict}) > 0 THEN 'total'
        WHEN NOT is_identified AND is_bad AND len({loose}) > 0 THEN 'total'
        WHEN is_bad THEN 'rejected' END"""


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
    batch.con.execute(
        f"""
        INSERT INTO {batch.form.table}
        SELECT {shift.row_id(account.row_ids)}, {account.file_id},
            {shift.row(account.rows)}, c.line, {batch.conversion.select_list()}
        {batch.conversion.from_clause()} {shift.join()}
        WHERE {shift.kept()}
        """
    )


def _record_aside(batch: Batch) -> None:
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


def _record_rejected(batch: Batch, shift: Shift) -> None:
    account = batch.account
    if batch.verdicts.get("rejected"):
        batch.con.execute(
            f"""
            INSERT INTO rejected
            SELECT ?, c.line, {shift.row(account.rows)}, faults[1]."column",
                faults[1].value, {reasons.CODE}, {reasons.MESSAGE}
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


def _record_warnings(batch: Batch, shift: Shift) -> None:
    for name, has_notes in batch.conversion.mended.items():
        if has_notes:
            cell = batch.conversion.cells[name]
            join = f"JOIN {cell.mend} m ON m.text = c.{cell.name}::VARCHAR AND m.note <> ''"
            _warn(batch, shift, cell, join, "m.code")
    if batch.conversion.has_places:
        cell = batch.conversion.cells["village"]
        join = (
            "JOIN places m ON m.village = c.village AND m.note <> '' AND "
            f"m.district IS NOT DISTINCT FROM {_district(batch.conversion)}"
        )
        _warn(batch, shift, cell, join, "'village_unsure'")


def _district(conversion: Conversion) -> str:
    return "c.district" if "district" in conversion.cells else "NULL"


def _warn(batch: Batch, shift: Shift, cell: Cell, join: str, code: str) -> None:
    account = batch.account
    message = reasons.warning(_quoted(cell.header))
    batch.con.execute(
        f"""
        INSERT INTO warnings
        SELECT ?, c.line, {shift.row(account.rows)} AS row, '{cell.column.name}',
            c.{cell.name}::VARCHAR, {code}, {message}
        FROM cells c {join} {shift.join()}
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
    mended = [batch.conversion.cells[name].mend for name in batch.conversion.mended]
    for name in (*mended, "suspects", "odd", "places", "broken"):
        batch.con.execute(f"DROP TABLE IF EXISTS {name}")
    batch.con.unregister("shift")
