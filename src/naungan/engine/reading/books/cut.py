"""The first rows of a large workbook, as a small workbook of its own.

The sheets are cut after some rows and the shared texts thinned out to those that the
rows name, while the archive streams by; then the usual readers read what is left. So
a look at a file of any size costs little, and sees what a run would see.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Final

from naungan.engine.reading.books.archive import (
    MOST_BYTES,
    MOST_MEMBERS,
    STEP,
    damaged,
    explained_zip,
    too_large,
)
from naungan.engine.reading.source import Source


ROWS: Final = 120
MOST_SHEETS: Final = 40
MOST_HEAD: Final = 64 << 20
SHEETS: Final = "xl/worksheets/"
STRINGS: Final = "xl/sharedStrings.xml"
CONTENT: Final = "content.xml"

_ROW_END = re.compile(rb"</(?:\w+:)?row>|</(?:\w+:)?sheetData>")
_SHARED = re.compile(rb'<(?:\w+:)?c [^>]*t="s"[^>]*>\s*<(?:\w+:)?v>(\d+)<')
_STRING_END = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si\s*/>")
_ROOT = re.compile(rb"<((?:\w+:)?)(worksheet|sst)\b[^>]*>")
_TABLE = re.compile(rb"<table:table[ >]")
_TABLE_ROW_END = re.compile(rb"</table:table-row>|<table:table-row [^>]*/>")
_TABLE_END = b"</table:table>"
_ODS_END = b"</office:spreadsheet></office:body></office:document-content>"


def cut(source: Source, rows: int = ROWS) -> bytes:
    """Return a small workbook with the first rows of each sheet, so many of them.

    Raises `InputRefused` for what is damaged, locked, or too large by its own word.
    """
    with explained_zip(source), zipfile.ZipFile(source.path) as archive:
        members = archive.infolist()
        claimed = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or claimed > MOST_BYTES:
            raise too_large(source)
        small = BytesIO()
        with zipfile.ZipFile(small, "w", zipfile.ZIP_STORED) as target:
            for name, data in _members(source, archive, rows):
                target.writestr(name, data)
        return small.getvalue()


def _members(
    source: Source, archive: zipfile.ZipFile, most: int
) -> Iterator[tuple[str, bytes]]:
    wanted: set[int] = set()
    sheets = 0
    for member in archive.infolist():
        name = member.filename
        if name == CONTENT:
            yield name, _content(archive.open(member), most)
        elif name.startswith(SHEETS) and name.endswith(".xml"):
            sheets += 1
            if sheets <= MOST_SHEETS:
                rows = _rows(archive.open(member), most)
                wanted.update(int(one) for one in _SHARED.findall(rows))
                yield name, rows
        elif _is_needed(name):
            with archive.open(member) as file:
                data = file.read(MOST_HEAD + 1)
            if len(data) > MOST_HEAD:
                raise damaged(source)
            yield name, data
    if STRINGS in archive.namelist():
        yield STRINGS, _strings(archive.open(STRINGS), wanted)


def _is_needed(name: str) -> bool:
    """Say whether a reader looks at a member beside sheets and shared texts."""
    parts = ("xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "mimetype")
    return name in parts or name.endswith(".rels") or name == "META-INF/manifest.xml"


def _rows(file: IO[bytes], most: int) -> bytes:
    """Keep a sheet down to its last wanted row, and close what is open then."""
    with file:
        data, ends, at = b"", 0, 0
        while len(data) < MOST_HEAD and (step := file.read(STEP)):
            data += step
            for found in _ROW_END.finditer(data, max(at - 64, 0)):
                if found.start() < at:
                    continue
                at, ends = found.end(), ends + 1
                if found[0].endswith(b"sheetData>"):
                    return data[:at] + _closing(data)
                if ends == most:
                    return data[:at] + _closing(data, b"sheetData")
        return (
            data if len(data) < MOST_HEAD else data[:at] + _closing(data, b"sheetData")
        )


def _closing(data: bytes, *inner: bytes) -> bytes:
    root = _ROOT.search(data)
    prefix, name = (root[1], root[2]) if root else (b"", b"worksheet")
    return b"".join(b"</" + prefix + tag + b">" for tag in (*inner, name))


def _strings(file: IO[bytes], wanted: set[int]) -> bytes:
    """Keep the shared texts that are wanted, others as empty ones in their places."""
    last = max(wanted, default=-1)
    with file:
        held = file.read(STEP)
        root = _ROOT.search(held)
        if root is None or last < 0:
            return b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
        empty = b"<" + root[1] + b"si><" + root[1] + b"t/></" + root[1] + b"si>"
        kept = [held[: root.end()]]
        held, index = held[root.end() :], 0
        while index <= last:
            at = 0
            for found in _STRING_END.finditer(held):
                kept.append(held[at : found.end()] if index in wanted else empty)
                at, index = found.end(), index + 1
                if index > last:
                    break
            step = file.read(STEP)
            if not step or len(held) - at > MOST_HEAD:
                break
            held = held[at:] + step
        return b"".join(kept) + _closing(kept[0])


def _content(file: IO[bytes], most: int) -> bytes:
    """Keep the first rows of every table of an OpenDocument sheet."""
    with file:
        held = file.read(STEP)
        kept: list[bytes] = []
        while len(kept) <= MOST_SHEETS:
            held, before = _until(file, held, _TABLE, keep=not kept)
            if before is None:
                break
            if not kept:
                kept.append(before)
            table, held = _table(file, held, most)
            kept.append(table)
            held = _skip(file, held)
        return b"".join(kept) + _ODS_END if kept else held


def _until(
    file: IO[bytes], held: bytes, mark: re.Pattern[bytes], *, keep: bool
) -> tuple[bytes, bytes | None]:
    """Read on to a mark; return the rest from it on, and what stood before."""
    while (found := mark.search(held)) is None:
        step = file.read(STEP)
        if not step or len(held) > MOST_HEAD:
            return held, None
        held = (held if keep else held[-64:]) + step
    return held[found.start() :], held[: found.start()]


def _table(file: IO[bytes], held: bytes, most: int) -> tuple[bytes, bytes]:
    """Take the first rows of a table; return them closed, and what follows."""
    while True:
        ends = [one.end() for one in _TABLE_ROW_END.finditer(held)][:most]
        whole = held.find(_TABLE_END)
        if whole >= 0 and (len(ends) < most or whole < ends[-1]):
            return held[: whole + len(_TABLE_END)], held[whole:]
        if len(ends) == most or len(held) > MOST_HEAD:
            at = ends[-1] if ends else len(held)
            return held[:at] + _TABLE_END, held[at:]
        step = file.read(STEP)
        if not step:
            return held, b""
        held += step


def _skip(file: IO[bytes], held: bytes) -> bytes:
    """Leave out the rest of a table."""
    while (at := held.find(_TABLE_END)) < 0:
        step = file.read(STEP)
        if not step:
            return b""
        held = held[-len(_TABLE_END) :] + step
    return held[at + len(_TABLE_END) :]
