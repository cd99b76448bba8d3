"""What a file really is, told by its first bytes; its name proves nothing."""

from typing import Literal

from naungan.engine.reading.books.archive import names_inside
from naungan.engine.reading.source import Source, explained
from naungan.lib.errors import InputRefused


Container = Literal["text", "xlsx", "ods", "parquet"]


def container_of(source: Source) -> Container:
    """Tell by its first bytes what a file is; its name proves nothing."""
    with explained(source.name), source.path.open("rb") as file:
        head = file.read(4096)
        if head.startswith(b"PK\x03\x04"):
            return _zip_kind(source)
    if head.startswith(b"PAR1"):
        return "parquet"
    _refuse_strangers(source.name, head)
    return "text"


def _zip_kind(source: Source) -> Container:
    names = names_inside(source)
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names:
        return "ods"
    msg = f"{source.name}: arsip ZIP tanpa lembar kerja; ekstrak dulu isinya."
    raise InputRefused(msg)


STRANGERS = (
    (
        b"\xd0\xcf\x11\xe0",
        "format .xls lama atau terkunci kata sandi; simpan ulang sebagai .xlsx",
    ),
    (b"\x1f\x8b", "terkompresi gzip; ekstrak dulu isinya"),
    (b"%PDF", "berkas PDF; minta tabelnya sebagai XLSX atau CSV"),
    (b"Rar!", "arsip RAR; ekstrak dulu isinya"),
    (b"7z\xbc\xaf", "arsip 7z; ekstrak dulu isinya"),
    (b"\x89PNG", "berkas gambar; minta tabelnya sebagai XLSX atau CSV"),
    (b"\xff\xd8\xff", "berkas gambar; minta tabelnya sebagai XLSX atau CSV"),
)
UTF_32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
# One XML file: what LibreOffice calls flat, Excel 2003 a spreadsheet.
XML = b"<?xml"
PAGES = (b"<!doctype html", b"<html", b"<table")


def _refuse_strangers(name: str, head: bytes) -> None:
    for mark, what in STRANGERS:
        if head.startswith(mark):
            msg = f"{name}: {what}."
            raise InputRefused(msg)
    if head.startswith(UTF_32):
        msg = f"{name}: teks UTF-32; simpan ulang sebagai UTF-8 atau .xlsx."
        raise InputRefused(msg)
    if head.lstrip().lower().startswith(XML):
        msg = f"{name}: lembar kerja sebagai XML (mis. .fods); simpan ulang sebagai .xlsx."
        raise InputRefused(msg)
    if head.lstrip().lower().startswith(PAGES):
        msg = f"{name}: sebenarnya halaman web; buka lalu simpan ulang sebagai .xlsx."
        raise InputRefused(msg)
