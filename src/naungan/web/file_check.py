"""What a file must be before it is kept: its name, its bytes, and what they unpack to.

The name and the type that a browser declares prove nothing; the first bytes decide.
Deeper reading, with its own limits, is the engine's.
"""

import zipfile
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from naungan.web.arrival import ArrivedFile


SHEETS: Final = {".xlsx": "xl/workbook.xml", ".ods": "content.xml"}
ENDINGS: Final = (".csv", ".xlsx", ".ods", ".parquet")
ACCEPT: Final = ",".join(ENDINGS)
OTHER_TYPES: Final = ("image/", "video/", "audio/", "application/pdf", "text/html")
ZIP: Final = b"PK\x03\x04"
PARQUET: Final = b"PAR1"
WIDE_TEXT: Final = (b"\xff\xfe", b"\xfe\xff")
BINARY: Final = (b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")
HEAD: Final = 4096

MOST_UNPACKED: Final = 2 << 30
MOST_MEMBERS: Final = 10_000
SUSPECT_FROM: Final = 256 << 20
MOST_TIMES: Final = 250  # a table of repeated cells shrinks to a fiftieth at most


def fault(file: ArrivedFile) -> str:
    """Say why a file cannot be taken, and how to mend it; nothing when it can."""
    name = file.name or ""
    ending = Path(name).suffix.lower()
    if ending not in ENDINGS:
        return _(
            "“%s” bukan CSV, XLSX, ODS, atau Parquet. Simpan tabelnya sebagai salah "
            "satu dari itu."
        ) % (name)
    if not file.size:
        return _("“%s” kosong. Periksa berkasnya, lalu pilih lagi.") % name
    with file.path.open("rb") as opened:
        head = opened.read(HEAD)
    if _is_other(file.content_type or "") or not _fits(ending, file.path, head):
        return _(
            "Isi “%(name)s” bukan %(ending)s yang utuh. Buka berkasnya, lalu simpan "
            "ulang sebagai XLSX atau CSV."
        ) % {"name": name, "ending": ending[1:].upper()}
    if ending in SHEETS and _is_bomb(file.path):
        return _("Isi “%s” terlalu besar setelah dibuka. Kirim sebagai CSV.") % name
    return ""


def _is_other(content_type: str) -> bool:
    return content_type.lower().startswith(OTHER_TYPES)


def _fits(ending: str, path: Path, head: bytes) -> bool:
    if ending in SHEETS:
        return head.startswith(ZIP) and _holds(path, SHEETS[ending])
    if ending == ".parquet":
        return head.startswith(PARQUET) and _tail(path) == PARQUET
    binary = head.startswith((ZIP, PARQUET, *BINARY))
    return not binary and (b"\0" not in head or head.startswith(WIDE_TEXT))


def _holds(path: Path, member: str) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return member in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return False


def _tail(path: Path) -> bytes:
    with path.open("rb") as opened:
        opened.seek(-len(PARQUET), 2)
        return opened.read()


def _is_bomb(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
    unpacked = sum(one.file_size for one in members)
    packed = max(sum(one.compress_size for one in members), 1)
    swollen = unpacked > SUSPECT_FROM and unpacked > packed * MOST_TIMES
    return len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or swollen
