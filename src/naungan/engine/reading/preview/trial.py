"""A dry run of one file: read exactly as a run would, told, and forgotten."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import duckdb

from naungan.engine.format import Format
from naungan.engine.formats import all_formats
from naungan.engine.pipeline import open_database
from naungan.engine.reading.preview.columns import masked
from naungan.engine.reading.preview.wrong_rows import WrongRows, wrong_rows
from naungan.engine.reading.read import read_inputs
from naungan.engine.reading.returned import write_returned, write_returned_csv
from naungan.engine.reading.source import SHEET
from naungan.engine.rows import as_dicts
from naungan.engine.stopping import Stop, never
from naungan.engine.work import Request, Tell, Work, silent
from naungan.lib.numbers import format_number


MOST_CELLS: Final = 50
MOST_IN_WORKBOOK: Final = 20_000
SCRATCH: Final = ".uji-"


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One kind of trouble: where it was noted, how often, and its first line.

    `table` is rejected, warnings or set_aside; `message` speaks of the first line.
    """

    table: str
    code: str
    column: str | None
    header: str
    count: int
    line: int
    message: str


@dataclass(frozen=True, kw_only=True)
class WrongCell:
    """One cell for which a row was rejected; `value` with every NIK masked."""

    file: str
    line: int
    column: str | None
    header: str
    value: str
    message: str


@dataclass(frozen=True, kw_only=True)
class TriedOut:
    """What a run would make of a file: read = accepted + rejected + set_aside.

    `duplicates` counts rows whose NIK stands in an earlier row of the file.
    `returned` is a workbook of the rejected rows with the wrong cells marked, where
    they are not too many, `returned_csv` the same as text; None without such rows.
    `mapping` says which header each of our columns was read from; `wrong` are the
    first rows that the sender should look at, with their neighbouring cells.
    """

    read: int
    accepted: int
    rejected: int
    set_aside: int
    duplicates: int
    reasons: tuple[Reason, ...]
    cells: tuple[WrongCell, ...]
    messages: tuple[str, ...]
    returned: Path | None
    returned_csv: Path | None
    sha256: str
    mapping: dict[str, str]
    wrong: WrongRows = WrongRows()


def try_out(
    path: Path,
    *,
    kind: str,
    mapping: Mapping[str, str],
    month: int,
    region: str | None,
    out: Path,
    name: str | None = None,
    tell: Tell = silent,
    stop: Stop = never,
) -> TriedOut:
    """Read a file as a run would, and say what became of every line.

    Nothing is changed but for the files for its sender, which are written to `out`.
    Raises `InputRefused` for a file that cannot be used, `RunStopped` on request.
    """
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=out))
    try:
        request = Request(
            month=month,
            out=scratch,
            region=region,
            mappings={path: dict(mapping)} if mapping else {},
            names={path: name} if name else {},
            stop=stop,
        )
        request = replace(request, **_as_kind(kind, path))
        with open_database(request, scratch) as con:
            work = Work(con, request, scratch, tell)
            with work.watch.over(con, stop):
                read_inputs(work)
                return _told(con, all_formats()[kind], out)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _as_kind(kind: str, path: Path) -> dict[str, Any]:
    """Name the file in a request as the kind that it is."""
    return {kind: (path,)}


def _told(con: duckdb.DuckDBPyConnection, form: Format, out: Path) -> TriedOut:
    [account] = as_dicts(con.sql("FROM inputs"))
    headers = _headers(str(account["mapping"]))
    reasons = _reasons(con, headers)
    returned, returned_csv = _return(con, str(account["file"]), out)
    duplicates = _duplicates(con, form)
    return TriedOut(
        read=account["lines"],
        accepted=account["accepted"],
        rejected=account["rejected"],
        set_aside=account["set_aside"],
        duplicates=duplicates,
        reasons=reasons,
        cells=_cells(con, headers),
        messages=tuple(_messages(reasons, duplicates)),
        returned=returned,
        returned_csv=returned_csv,
        sha256=account["sha256"],
        mapping=headers,
        wrong=wrong_rows(con, str(account["file"])),
    )


def _headers(mapping: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(mapping)
    return {
        ours: said
        for ours, said in found.items()
        if not ours.startswith("_") or ours == SHEET
    }


def _reasons(
    con: duckdb.DuckDBPyConnection, headers: dict[str, str]
) -> tuple[Reason, ...]:
    """Group what is said of lines by what is wrong; what is rejected comes first."""
    found = con.execute(
        """
        WITH said AS (
            SELECT 0 AS place, 'rejected' AS noted, code, "column", line, message
            FROM rejected
            UNION ALL SELECT 1, 'warnings', code, "column", line, message FROM warnings
            UNION ALL SELECT 2, 'set_aside', CASE WHEN why LIKE 'lanjutan%'
                THEN 'lanjutan baris' ELSE why END, NULL, line, NULL FROM set_aside)
        SELECT noted, code, "column", count(*), min(line), arg_min(message, line)
        FROM said GROUP BY place, noted, code, "column"
        ORDER BY place, count(*) DESC, code, "column"
        """
    ).fetchall()
    return tuple(
        Reason(
            table=noted,
            code=code,
            column=column,
            header=headers.get(column or "", ""),
            count=count,
            line=line,
            message=masked(message) if message else f"{code.capitalize()}.",
        )
        for noted, code, column, count, line, message in found
    )


def _cells(
    con: duckdb.DuckDBPyConnection, headers: dict[str, str]
) -> tuple[WrongCell, ...]:
    found = con.execute(
        'SELECT file, line, "column", value, message FROM rejected '
        f'ORDER BY line, "column", code LIMIT {MOST_CELLS}'
    ).fetchall()
    return tuple(
        WrongCell(
            file=file,
            line=line,
            column=column,
            header=headers.get(column or "", ""),
            value=masked(value or ""),
            message=masked(message),
        )
        for file, line, column, value, message in found
    )


def _duplicates(con: duckdb.DuckDBPyConnection, form: Format) -> int:
    if "nik" not in {name for column in form.columns for name in column.fills}:
        return 0
    query = f"SELECT count(nik) - count(DISTINCT nik) FROM {form.table}"
    return int(con.execute(query).fetchall()[0][0])


def _messages(reasons: tuple[Reason, ...], duplicates: int) -> list[str]:
    """Say in a few sentences what a person should know before sending the file on."""
    said = [
        f"{format_number(one.count)} baris, mis. {one.message}"
        for one in reasons
        if one.table == "rejected"
    ]
    # Line 0 is no line: a word about the file as a whole.
    said += [
        one.message
        if one.line == 0
        else f"{format_number(one.count)} sel, mis. {one.message}"
        for one in reasons
        if one.table == "warnings"
    ]
    if duplicates:
        said.append(
            f"{format_number(duplicates)} baris memuat NIK yang sudah ada pada baris "
            "lain dalam berkas ini."
        )
    return said


def _return(
    con: duckdb.DuckDBPyConnection, file: str, out: Path
) -> tuple[Path | None, Path | None]:
    """Write the rejected rows for their sender: a workbook unless they are too many."""
    [(count,)] = con.execute("SELECT count(*) FROM rejected_cells").fetchall()
    if not count:
        return None, None
    text = out / "ditolak.csv"
    write_returned_csv(con, file, text)
    if count > MOST_IN_WORKBOOK:
        return None, text
    book = out / "ditolak.xlsx"
    write_returned(con, file, book)
    return book, text
