"""One input file as bytes: what it is, its hash, and that it holds still."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from naungan.lib.errors import InputRefused, reason_of


BLOCK = 1 << 22
SHEET = "_sheet"


@dataclass(frozen=True)
class Stamp:
    """What the file system says of a file: if this changes, the file changed."""

    size: int
    modified_ns: int
    inode: int


@dataclass(frozen=True)
class Source:
    """A file to read: its path, the name it goes by, and how it looked at first.

    `given` says which header each of our columns is read from, and `sheet` from which
    sheet, where a person chose; None where the reader may guess.
    """

    path: Path
    name: str
    stamp: Stamp
    given: Mapping[str, str] | None = None
    sheet: str | None = None


def open_source(
    path: Path, name: str | None = None, mapping: Mapping[str, str] | None = None
) -> Source:
    """Look at a file before reading; refuse what is missing, empty or no file.

    `mapping` is what a person chose: our columns by the file's headers, and under
    `SHEET` the sheet.
    """
    name = name or path.name
    with explained(name):
        if path.is_dir():
            msg = f"{name}: ini folder; sebut berkas di dalamnya, mis. {name}/*."
            raise InputRefused(msg)
        if not path.is_file():
            msg = f"{name}: berkas tidak ditemukan; periksa nama dan foldernya."
            raise InputRefused(msg)
        stamp = stamp_of(path)
    if stamp.size == 0:
        msg = f"{name}: berkas kosong (0 bita); minta pengirim mengirim ulang."
        raise InputRefused(msg)
    columns = {
        ours: theirs for ours, theirs in (mapping or {}).items() if ours != SHEET
    }
    return Source(path, name, stamp, columns or None, (mapping or {}).get(SHEET))


def stamp_of(path: Path) -> Stamp:
    """Read size, time and identity of a file."""
    status = path.stat()
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


def check_unchanged(source: Source) -> None:
    """Refuse a file that vanished or changed while it was read."""
    try:
        now = stamp_of(source.path)
    except OSError:
        msg = f"{source.name}: berkas hilang ketika dibaca; letakkan kembali, ulangi."
        raise InputRefused(msg) from None
    if now != source.stamp:
        msg = f"{source.name}: berkas berubah ketika dibaca; tunggu selesai, ulangi."
        raise InputRefused(msg)


def sha256_of(source: Source) -> str:
    """Hash the whole file."""
    with explained(source.name), source.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn what the operating system says of a file into a sentence."""
    try:
        yield
    except FileNotFoundError:
        msg = f"{name}: berkas hilang ketika dibaca; letakkan kembali, ulangi."
        raise InputRefused(msg) from None
    except PermissionError:
        msg = f"{name}: tidak boleh dibaca; periksa izin berkasnya."
        raise InputRefused(msg) from None
    except OSError as error:
        msg = f"{name}: gagal dibaca ({reason_of(error)})."
        raise InputRefused(msg) from None
