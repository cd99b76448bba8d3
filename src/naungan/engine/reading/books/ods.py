"""ODS sheets, read with the standard library: repeated cells unfolded, types kept."""

import zipfile
from collections.abc import Iterator
from typing import IO, Final
from xml.etree import ElementTree as ET

import pyarrow as pa

from naungan.engine.reading.books.archive import damaged, too_large
from naungan.engine.reading.books.sheet import SURE_DIGITS, Sheet
from naungan.engine.reading.marks import ERROR
from naungan.engine.reading.source import Source


OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
MOST_ROWS: Final = 1 << 20
MOST_COLUMNS: Final = 1 << 14
MOST_CELLS: Final = 100_000_000

Cells = list[str | None]


def ods_sheets(source: Source, _data: bytes, archive: zipfile.ZipFile) -> list[Sheet]:
    """Read every sheet; raise `InputRefused` when the file is damaged or locked."""
    try:
        with archive.open("content.xml") as content:
            return list(_sheets(source, content))
    except (KeyError, ET.ParseError, ValueError, UnicodeDecodeError):
        raise damaged(source) from None


def _sheets(source: Source, content: IO[bytes]) -> Iterator[Sheet]:
    name, blank, cells = "", 0, 0
    rows: list[Cells] = []
    for event, node in ET.iterparse(content, events=("start", "end")):
        if event == "start":
            if node.tag == f"{TABLE}table":
                name, rows, blank = node.get(f"{TABLE}name", ""), [], 0
        elif node.tag == f"{TABLE}table-row":
            row, times = _row(node), int(node.get(f"{TABLE}number-rows-repeated", "1"))
            node.clear()
            if not row:
                blank += times
                continue
            cells += len(row) * times
            if len(rows) + blank + times > MOST_ROWS or cells > MOST_CELLS:
                raise too_large(source)
            rows.extend([[]] * blank + [row] * times)
            blank = 0
        elif node.tag == f"{TABLE}table":
            yield Sheet(name, _columns(rows))
            node.clear()


def _row(node: ET.Element) -> Cells:
    """Read a row without the empty cells at its end."""
    cells: Cells = []
    empty = 0
    for child in node:
        if child.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        times = int(child.get(f"{TABLE}number-columns-repeated", "1"))
        text = _text(child)
        if text is None:
            empty += times
        elif len(cells) + empty + times <= MOST_COLUMNS:
            cells.extend([None] * empty + [text] * times)
            empty = 0
    return cells


def _text(cell: ET.Element) -> str | None:
    kind = cell.get(f"{OFFICE}value-type")
    if kind in ("float", "percentage", "currency"):
        return _number(cell.get(f"{OFFICE}value", ""))
    if kind == "date":
        return cell.get(f"{OFFICE}date-value")
    written = "\n".join("".join(p.itertext()) for p in cell.iter(f"{TEXT}p"))
    if written.startswith(("#", "Err:")) and cell.get(f"{TABLE}formula"):
        return ERROR + written
    return written or None


def _number(value: str) -> str:
    """Write a number as text; one too long to be sure of keeps a decimal."""
    try:
        number = float(value)
    except ValueError:
        return value
    if number != number or number in (float("inf"), float("-inf")):
        return value
    if number != int(number):
        return repr(number)
    whole = value if value.isdigit() else str(int(number))
    return f"{whole}.0" if len(whole) > SURE_DIGITS else whole


def _columns(rows: list[Cells]) -> pa.Table:
    width = max((len(row) for row in rows), default=0)
    columns = {
        f"h{at}": pa.array(
            [row[at] if at < len(row) else None for row in rows], pa.string()
        )
        for at in range(width)
    }
    return pa.table(columns)
