"""Zipped spreadsheets, opened with limits: a small file must not fill the memory."""

import zipfile
import zlib
from io import BytesIO

from naungan.engine.reading.source import Source, explained
from naungan.lib.errors import InputRefused


MOST_BYTES = 2 << 30
MOST_MEMBERS = 10_000
STEP = 1 << 20


def names_inside(source: Source) -> set[str]:
    """List the names in a zip file."""
    try:
        with explained(source.name), zipfile.ZipFile(source.path) as file:
            return set(file.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise damaged(source) from None


def read_whole(source: Source) -> bytes:
    """Read the file itself into memory; what is parsed is what is hashed."""
    with explained(source.name):
        if source.stamp.size > MOST_BYTES:
            raise too_large(source)
        return source.path.read_bytes()


def check_limits(source: Source, data: bytes) -> zipfile.ZipFile:
    """Unpack every member once, counting; refuse what grows beyond the limits.

    Sizes written in a zip file are claims, so the bytes are counted.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise too_large(source)
        left = MOST_BYTES
        for member in members:
            left -= _size(archive, member, left)
            if left < 0:
                raise too_large(source)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        RuntimeError,
    ):
        raise damaged(source) from None
    return archive


def _size(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> int:
    if member.file_size > most:
        return member.file_size
    size = 0
    with archive.open(member) as file:
        while size <= most and (step := file.read(STEP)):
            size += len(step)
    return size


def too_large(source: Source) -> InputRefused:
    """Say that the contents exceed what may be unpacked."""
    msg = (
        f"{source.name}: isinya melebihi {MOST_BYTES >> 30} GiB setelah dibuka; "
        "bagi menjadi beberapa berkas atau kirim sebagai CSV."
    )
    return InputRefused(msg)


def damaged(source: Source) -> InputRefused:
    """Say that the file does not open as what it claims to be."""
    msg = f"{source.name}: berkas rusak atau terpotong; minta pengirim mengirim ulang."
    return InputRefused(msg)
