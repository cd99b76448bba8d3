"""report.xlsx: the snapshot as sheets that an office can sort, filter and print."""

from datetime import datetime, time
from pathlib import Path

import xlsxwriter

from naungan.engine.report.sheet import LAST_ROW, SheetWriter
from naungan.engine.report.sheets import SHEETS
from naungan.engine.report.source import Source, opened
from naungan.lib import dates


def write_workbook(
    snapshot_dir: Path, path: Path, *, last_row: int = LAST_ROW
) -> dict[str, int]:
    """Write the workbook of a snapshot; return the rows of each sheet.

    The file appears whole or not at all. `last_row` is the format's limit.
    """
    unfinished = path.with_name(f".{path.name}")
    with opened(snapshot_dir) as source:
        book = _open(unfinished, source)
        writer = SheetWriter(book, last_row=last_row)
        shown = [s for s in SHEETS if s.is_public or not source.is_published]
        written = {sheet.name: writer.write(sheet, source) for sheet in shown}
        book.close()
    unfinished.replace(path)
    return written


def _open(path: Path, source: Source) -> xlsxwriter.Workbook:
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(path, options)
    # The day of the data, not of the writing: same snapshot, same bytes.
    day = datetime.combine(dates.month_end(source.month), time())
    book.set_properties({"title": "Laporan Naungan", "created": day})
    return book
