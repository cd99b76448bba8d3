"""A copy of the office's files beside the copy of its database: all that it names.

Nearly all of them never change, so only what is not there yet is copied. Copied after
the database, they hold every file that it names.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from naungan.lib.errors import InputRefused, RoomRefused, reason_of
from naungan.office.home import Home, own_folder


GROWING: Final = ".growing"
UNFINISHED: Final = (GROWING, ".part", ".lock")
LEFT_OUT: Final = ("arriving", ".building", ".scratch-", ".uji-")
WORKING: Final = "runs"  # below uploads: links that one run needs


@dataclass(frozen=True)
class Copied:
    """How many files were copied now, and how many bytes they have."""

    files: int
    size: int


def copy_files(home: Home, to: Path) -> Copied:
    """Copy what came in, papers and snapshots into a folder; what is there stays."""
    if to.resolve().is_relative_to(home.path.resolve()):
        raise InputRefused(f"{to} ada di dalam {home.path}; sebut tempat lain.")
    sizes = []
    try:
        for place in (home.uploads, home.papers, home.snapshots):
            for file in _files(place, outermost=place == home.uploads):
                # What is past its term may go while we copy.
                with contextlib.suppress(FileNotFoundError):
                    sizes += _copied(file, to / file.relative_to(home.path))
    except OSError as error:
        raise RoomRefused(
            f"Berkas tidak dapat disalin ke {to} ({reason_of(error)})."
        ) from error
    return Copied(len(sizes), sum(sizes))


def _files(place: Path, *, outermost: bool) -> Iterator[Path]:
    if not place.is_dir():
        return
    for path in sorted(place.iterdir()):
        passing = path.name.startswith(LEFT_OUT) or path.name.endswith(UNFINISHED)
        if passing or (outermost and path.name == WORKING):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path, outermost=False)
        else:
            yield path


def _copied(file: Path, target: Path) -> list[int]:
    """Copy one file that is not there as it is; give its size in a list of its own."""
    own_folder(target.parent, 0o700)
    growing = target.with_name(target.name + GROWING)
    if file.is_symlink():
        growing.unlink(missing_ok=True)
        growing.symlink_to(file.readlink())
        growing.replace(target)
        return []
    now = file.stat()
    if target.exists():
        there = target.stat()
        if (there.st_size, there.st_mtime_ns) == (now.st_size, now.st_mtime_ns):
            return []
    shutil.copy2(file, growing)
    with growing.open("rb") as copy:
        os.fsync(copy.fileno())
    growing.replace(target)
    return [now.st_size]
