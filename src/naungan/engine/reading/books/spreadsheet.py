"""A workbook into the tables: the sheet that says most, the others named."""

import hashlib
from collections.abc import Callable
from typing import Final

import duckdb
import numpy as np

from naungan.engine.format import Format
from naungan.engine.reading.absorb import absorb
from naungan.engine.reading.account import Account
from naungan.engine.reading.arrow import column
from naungan.engine.reading.books.archive import check_limits, read_whole
from naungan.engine.reading.books.ods import ods_sheets
from naungan.engine.reading.books.sheet import GUIDE, Sheet
from naungan.engine.reading.books.xlsx import xlsx_sheets
from naungan.engine.reading.heading import Heading, above, find_heading
from naungan.engine.reading.layout import (
    check_given,
    create_view,
    defaults_for,
    described,
    no_header,
    understand,
)
from naungan.engine.reading.memory import Memory
from naungan.engine.reading.record import Lines, record_aside
from naungan.engine.reading.source import Source
from naungan.engine.reading.text.delimited import MOST_COLUMNS, too_wide
from naungan.engine.reading.value import Setting
from naungan.lib.errors import InputRefused


READERS: Final[dict[str, Callable[..., list[Sheet]]]] = {
    "xlsx": xlsx_sheets,
    "ods": ods_sheets,
}


def read_spreadsheet(
    con: duckdb.DuckDBPyConnection,
    source: Source,
    account: Account,
    setting: Setting,
    memory: Memory,
    container: str,
) -> tuple[str, int, dict[str, object]]:
    """Read the file; return its hash, its sheet rows, and its mapping."""
    data = read_whole(source)
    archive = check_limits(source, data)
    sheets = READERS[container](source, data, archive)
    form = account.form
    check_given(form, source)
    sheet, heading = _choose(sheets, form, memory, source)
    understand(heading, form, source, memory)
    account.headers = heading.mapping()
    record_aside(con, account, above(sheet.head(), heading))
    account.line = heading.lines[-1]
    _absorb_sheet(con, sheet, heading, account, setting, source)
    mapping = described(heading)
    _name_others(con, sheets, sheet, account, mapping)
    return hashlib.sha256(data).hexdigest(), sheet.count, mapping


def _choose(
    sheets: list[Sheet], form: Format, memory: Memory, source: Source
) -> tuple[Sheet, Heading]:
    """Take the sheet whose header names most of our columns; the first among equals.

    Where a person chose a sheet, no other is looked at.
    """
    best: tuple[Sheet, Heading] | None = None
    for sheet in wanted(sheets, source):
        heading = find_heading(
            sheet.head(), form, memory.known(form.kind), source.given
        )
        if heading and (best is None or len(heading.columns) > len(best[1].columns)):
            best = (sheet, heading)
    if best is None:
        raise no_header(source, form)
    if best[0].table.num_columns > MOST_COLUMNS:
        raise too_wide(source, best[0].table.num_columns)
    return best


def wanted(sheets: list[Sheet], source: Source) -> list[Sheet]:
    """Keep the sheet that a person chose; all of them where nobody did."""
    if source.sheet is None:
        return sheets
    kept = [sheet for sheet in sheets if sheet.name == source.sheet]
    if not kept:
        there = ", ".join(sheet.name for sheet in sheets)
        msg = (
            f"{source.name}: tidak ada lembar “{source.sheet}”; yang ada: {there}. "
            "Pilih ulang lembarnya."
        )
        raise InputRefused(msg)
    return kept


def _absorb_sheet(
    con: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    heading: Heading,
    account: Account,
    setting: Setting,
    source: Source,
) -> None:
    first = heading.lines[-1]
    count = sheet.count - first
    if not count:
        return
    lines = column(np.arange(first + 1, sheet.count + 1, dtype=np.int32))
    table = sheet.table.slice(first).add_column(0, "line", lines)
    cells = create_view(con, table, heading, account.form)
    defaults = defaults_for(account.form, source)
    absorb(con, cells, account, Lines(first, count), setting, defaults)
    con.unregister("batch")


def _name_others(
    con: duckdb.DuckDBPyConnection,
    sheets: list[Sheet],
    chosen: Sheet,
    account: Account,
    mapping: dict[str, object],
) -> None:
    """Say which sheet was read, and warn of others that hold rows."""
    if len(sheets) == 1:
        return
    mapping["_sheet"] = chosen.name
    others = [
        sheet
        for sheet in sheets
        if sheet is not chosen and sheet.count and sheet.name != GUIDE
    ]
    for place, sheet in enumerate(others, start=1):
        message = (
            f"Lembar “{sheet.name}” ({sheet.count} baris) tidak dibaca; yang dibaca "
            f"lembar “{chosen.name}”. Kirim lembar itu sebagai berkas tersendiri."
        )
        # Line 0 is no line of the sheet; the row keeps several such words in order.
        con.execute(
            "INSERT INTO warnings VALUES (?, 0, ?, NULL, ?, 'sheet_not_read', ?)",
            [account.file, place, sheet.name, message],
        )
