"""XLSX sheets: values by the Rust reader, what it cannot say by the sheet's XML.

The reader gives texts and typed values; whether a long number was a text or a numeric
cell, and whether a formula had a result, only the XML tells.
"""

import re
import zipfile
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final
from xml.etree import ElementTree as ET

import fastexcel
import pyarrow as pa

from naungan.engine.reading.books.archive import damaged
from naungan.engine.reading.books.sheet import Sheet, patched
from naungan.engine.reading.marks import ERROR, NO_RESULT
from naungan.engine.reading.source import Source


MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_LONG = re.compile(
    rb'<c r="([A-Z]+)(\d+)"(?: s="\d+")?(?: t="n")?>(?:<f[^>]*>[^<]*</f>|<f[^>]*/>)?'
    rb"<v>(\d{16,}(?:\.\d*)?|\d(?:\.\d+)?[eE]\+?1[5-9])</v>"
)
_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"([^>]*?)(/>|>(.*?)</c>)', re.DOTALL)
_ERROR = re.compile(rb"<v>([^<]*)</v>")
_FILLED = re.compile(
    rb'<c r="([A-Z]+)\d+"[^>/]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?(?:<v>[^<]|<is>)'
)


def xlsx_sheets(source: Source, data: bytes, archive: zipfile.ZipFile) -> list[Sheet]:
    """Read every visible worksheet; raise `InputRefused` when the file is damaged."""
    parts = _parts(source, archive)
    try:
        reader = fastexcel.read_excel(data)
        # The Rust reader lets go of the interpreter: both look at the sheet at once.
        with ThreadPoolExecutor(1) as pool:
            return [
                sheet
                for name in reader.sheet_names
                if name in parts
                for sheet in _sheet(
                    reader, name, pool.submit(_look, archive, parts[name])
                )
            ]
    except (fastexcel.FastExcelError, KeyError, ValueError):
        raise damaged(source) from None


def _sheet(reader: Any, name: str, looking: Future["Look"]) -> list[Sheet]:
    """Load one sheet; an empty list when it is hidden."""
    loaded = reader.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    if loaded.visible != "visible":
        return []
    table = _table(loaded.to_arrow())
    look = looking.result()
    places = {
        (int(row) - 1, _column(letters) - look.left): text
        for (letters, row), text in look.marks.items()
    }
    return [Sheet(name, patched(table, places) if places else table)]


def _table(batch: pa.RecordBatch) -> pa.Table:
    names = [f"h{at}" for at in range(batch.num_columns)]
    return pa.table(dict(zip(names, batch.columns, strict=True)))


def _parts(source: Source, archive: zipfile.ZipFile) -> dict[str, str]:
    """Map sheet names to the files inside the archive."""
    try:
        book = ET.fromstring(archive.read("xl/workbook.xml"))
        links = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ET.ParseError):
        raise damaged(source) from None
    target = {link.get("Id"): link.get("Target", "") for link in links}
    return {
        sheet.get("name", ""): _inside(target.get(sheet.get(f"{LINK}id"), ""))
        for sheet in book.iter(f"{MAIN}sheet")
    }


def _inside(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


@dataclass(frozen=True)
class Look:
    """What the XML of a sheet says: cells to mark, and the first column with values."""

    marks: dict[tuple[bytes, bytes], str]
    left: int


def _look(archive: zipfile.ZipFile, part: str) -> Look:
    """Find long numeric cells, errors, and formulas without a result."""
    xml = archive.read(part)
    marks: dict[tuple[bytes, bytes], str] = {
        (found[1], found[2]): _long(found[3]) for found in _LONG.finditer(xml)
    }
    if b't="e"' in xml or b"<f" in xml:
        marks |= _troubles(xml)
    if not marks:
        return Look({}, 0)
    return Look(marks, min(map(_column, set(_FILLED.findall(xml))), default=0))


def _long(written: bytes) -> str:
    """Write a long number with a decimal: it was a number, not a text."""
    whole, _, _ = written.decode().partition(".")
    if b"e" in written.lower():
        whole = str(int(float(written)))
    return f"{whole}.0"


def _troubles(xml: bytes) -> dict[tuple[bytes, bytes], str]:
    """Find cells that hold an error, and formulas that no program computed."""
    found: dict[tuple[bytes, bytes], str] = {}
    for cell in _CELL.finditer(xml):
        attributes, body = cell[3], cell[5] or b""
        value = _ERROR.search(body)
        if b't="e"' in attributes:
            found[cell[1], cell[2]] = ERROR + (value[1].decode() if value else "#ERR!")
        elif body.startswith(b"<f") and not _has_result(attributes, value):
            found[cell[1], cell[2]] = NO_RESULT
    return found


def _has_result(attributes: bytes, value: re.Match[bytes] | None) -> bool:
    """Say whether a formula was computed; an empty text is a result too."""
    return bool(value and value[1]) or b't="str"' in attributes


def _column(letters: Any) -> int:
    """Turn "A" into 0, "AA" into 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
