"""Small tables that come in as files: rows by our names, found by their heads."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final

import fastexcel

from naungan.lib.errors import InputRefused


Heads = Mapping[str, tuple[str, ...]]
MOST_ROWS: Final = 50_000
MOST_UNPACKED: Final = 100 << 20  # bytes of a workbook once unpacked
LAST_HEAD: Final = 20  # rows in which the heads may stand; titles come before them
ZIP: Final = b"PK\x03\x04"


def read(content: bytes, heads: Heads, needed: Sequence[str]) -> list[dict[str, str]]:
    """Read a workbook or a delimited text as texts under our names.

    `heads` gives the heads, without case, that name each of ours. Titles above the
    heads are passed over. Raises InputRefused for anything else.
    """
    table = _workbook(content) if content.startswith(ZIP) else _text(content)
    for place, row in enumerate(table[:LAST_HEAD]):
        columns = _columns(row, heads)
        if set(needed) <= columns.keys():
            return _rows(table[place + 1 :], columns)
    raise InputRefused("Berkas ini tidak memuat kolom yang diperlukan.")


def _rows(table: list[list[str]], columns: dict[str, int]) -> list[dict[str, str]]:
    rows = [
        {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
        for row in table
    ]
    kept = [row for row in rows if any(row.values())]
    if len(kept) > MOST_ROWS:
        raise InputRefused("Berkas ini terlalu besar; bagi dahulu berkasnya.")
    return kept


def _columns(head: Sequence[str], heads: Heads) -> dict[str, int]:
    written = [" ".join(one.lower().replace(".", " ").split()) for one in head]
    return {
        name: next(written.index(alias) for alias in aliases if alias in written)
        for name, aliases in heads.items()
        if set(aliases) & set(written)
    }


def _workbook(content: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(one.file_size for one in archive.infolist()) > MOST_UNPACKED:
                raise InputRefused("Berkas ini terlalu besar setelah dibuka.")
        sheet = fastexcel.read_excel(content).load_sheet(
            0, header_row=None, dtypes="string"
        )
    except (zipfile.BadZipFile, fastexcel.FastExcelError) as fault:
        raise InputRefused("Berkas ini bukan buku kerja Excel yang utuh.") from fault
    columns = sheet.to_arrow().to_pydict().values()
    return [[cell or "" for cell in row] for row in zip(*columns, strict=True)]


def _text(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InputRefused("Berkas ini bukan CSV UTF-8 dan bukan Excel.") from fault
    if "\0" in text:
        raise InputRefused("Berkas ini bukan CSV UTF-8 dan bukan Excel.")
    mark = max(";,\t|", key=text[:4_000].count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error as fault:
        raise InputRefused("Baris CSV berkas ini tidak terbaca.") from fault
