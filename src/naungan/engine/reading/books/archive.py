"""Zipped spreadsheets, opened with limits: a small file must not fill the memory."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from naungan.engine.reading.source import Source, explained
from naungan.lib.errors import InputRefused


MOST_BYTES = 2 << 30
MOST_MEMBERS = 10_000
STEP = 1 << 20
LOCKED = 1  # the flag of a member that a password closes
MANIFEST = "META-INF/manifest.xml"


def names_inside(source: Source) -> set[str]:
    """List the names in a zip file."""
    with explained_zip(source), zipfile.ZipFile(source.path) as file:
        names = set(file.namelist())
        if any(member.flag_bits & LOCKED for member in file.infolist()):
            raise locked(source)
        if MANIFEST in names:
            with file.open(MANIFEST) as manifest:
                if b"encryption-data" in manifest.read(STEP):
                    raise locked(source)
        return names


@contextmanager
def explained_zip(source: Source) -> Iterator[None]:
    """Turn what a damaged zip file raises into a sentence."""
    try:
        with explained(source.name):
            yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        RuntimeError,
    ):
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
    with explained_zip(source):
        archive = zipfile.ZipFile(BytesIO(data))
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise too_large(source)
        left = MOST_BYTES
        for member in members:
            left -= _size(archive, member, left)
            if left < 0:
                raise too_large(source)
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


def locked(source: Source) -> InputRefused:
    """Say that a password closes the file."""
    msg = (
        f"{source.name}: terkunci kata sandi; buka dengan kata sandinya, simpan ulang "
        "tanpa kata sandi, lalu kirim lagi."
    )
    return InputRefused(msg)
