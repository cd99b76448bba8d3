"""Files on their way in: written to disk while they come, hashed and counted.

Nothing of a file is held in memory. What is too large is refused while it comes,
not after; what nobody takes over is gone when the request ends.
"""

import contextlib
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final
from uuid import uuid4

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import (
    FileUploadHandler,
    SkipFile,
    StopFutureHandlers,
)
from django.http import HttpRequest

from naungan.lib.identity_numbers import mask_within
from naungan.office.home import own_folder


MOST_BYTES: Final = 500 << 20
MOST_FILES: Final = 20
MOST_TOGETHER: Final = 2 << 30
SPARE_BYTES: Final = 200 << 20  # left to the database and to runs
STEP: Final = 1 << 20
FORGOTTEN_SECONDS: Final = 24 * 60 * 60
LONGEST_NAME: Final = 120
LONGEST_EXTENSION: Final = 10
PRIVATE: Final = 0o600
SUFFIX: Final = ".part"

TOO_LARGE: Final = "too_large"
TOO_MANY: Final = "too_many"
NO_ROOM: Final = "no_room"


@dataclass(frozen=True)
class Refused:
    """A file that was not kept, and why."""

    name: str
    why: str


NAMELESS: Final = "tanpa-nama"
NO_NAMES: Final = ("", ".", "..")  # what a path may leave of a name


class ArrivedFile(UploadedFile[bytes]):
    """A file that lies whole on disk, with its hash."""

    def __init__(
        self, name: str, content_type: str | None, size: int, path: Path, sha256: str
    ) -> None:
        """Name the file as it may be shown, and where it lies."""
        super().__init__(None, name, content_type, size)
        self.path = path
        self.sha256 = sha256

    def close(self) -> None:
        """Nothing is open."""


class Arrival(FileUploadHandler):
    """Write each file of one request into a folder while it comes."""

    chunk_size = STEP

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is made before a file comes."""
        super().__init__()
        self.refused: list[Refused] = []
        self._folder = folder
        self._paths: list[Path] = []
        self._why = ""
        self._writing: BinaryIO | None = None

    def handle_raw_input(
        self,
        input_data: object,
        META: dict[str, str],  # noqa: N803 (the name is the framework's)
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Refuse all files of a request that is announced too large for the disk."""
        del input_data, META, boundary, encoding
        own_folder(self._folder)
        sweep(self._folder)
        if content_length > MOST_TOGETHER:
            self._why = TOO_LARGE
        elif content_length + SPARE_BYTES > shutil.disk_usage(self._folder).free:
            self._why = NO_ROOM

    def new_file(self, *given: object, **rest: object) -> None:
        """Open a place for the next file; its own name never becomes a path."""
        super().new_file(*given, **rest)  # type: ignore[arg-type]
        if self._why:
            self._refuse(self._why)
        if len(self._paths) == MOST_FILES:
            self._refuse(TOO_MANY)
        path = self._folder / f"{uuid4().hex}{SUFFIX}"
        self._paths.append(path)
        self._hash = hashlib.sha256()
        try:
            opened = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE)
        except OSError:
            self._refuse(NO_ROOM)
        self._writing = os.fdopen(opened, "wb")
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a piece; give the file up once it is too large or the disk is full."""
        assert self._writing is not None
        if start + len(raw_data) > MOST_BYTES:
            self._refuse(TOO_LARGE)
        try:
            self._writing.write(raw_data)
        except OSError:
            self._refuse(NO_ROOM)
        self._hash.update(raw_data)

    def file_complete(self, file_size: int) -> ArrivedFile | None:
        """Close the file; it is safe on disk before anybody hears of it."""
        if self._writing is None:
            return None
        try:
            self._writing.flush()
            os.fsync(self._writing.fileno())
        except OSError:
            self._give_up(NO_ROOM)
            return None
        self._writing.close()
        self._writing = None
        name = shown_name(self.file_name or "")
        return ArrivedFile(
            NAMELESS if name in NO_NAMES else name,
            self.content_type,
            file_size,
            self._paths[-1],
            self._hash.hexdigest(),
        )

    def upload_interrupted(self) -> None:
        """Remove what had come of a file when the sender went away."""
        self._drop()

    def clear(self) -> None:
        """Remove whatever nobody took over."""
        self._drop()
        for path in self._paths:
            path.unlink(missing_ok=True)

    def _refuse(self, why: str) -> None:
        self._give_up(why)
        raise SkipFile

    def _give_up(self, why: str) -> None:
        self.refused.append(Refused(shown_name(self.file_name or ""), why))
        self._drop()

    def _drop(self) -> None:
        if self._writing is None:
            return
        with contextlib.suppress(OSError):  # a full disk refuses even to close
            self._writing.close()
        self._writing = None
        self._paths.pop().unlink(missing_ok=True)


@contextlib.contextmanager
def awaited(request: HttpRequest, folder: Path) -> Iterator[Arrival]:
    """Let the files of a request come into a folder; call before its form is read.

    A file that is still there afterwards was taken over by nobody and is removed.
    """
    coming = Arrival(folder)
    request.upload_handlers = [coming]
    try:
        yield coming
    finally:
        coming.clear()


Taker = Callable[[HttpRequest], AbstractContextManager[object]]
"""Takes the body of a request in, and removes at the end what nobody took over."""

TAKERS: Final[dict[str, Taker]] = {}
"""Of each address that takes files, by its name: what is done before the database
is asked for a transaction, which a slow sender would hold open."""


def sweep(folder: Path) -> None:
    """Remove what a killed process left behind of uploads, a day later."""
    limit = time.time() - FORGOTTEN_SECONDS
    for path in folder.glob(f"*{SUFFIX}"):
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_mtime < limit:
                path.unlink()


def shown_name(name: str) -> str:
    """Give the name of a file as it may be kept: no folders, no NIK, not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1].strip()
    plain = "".join(sign for sign in last if sign.isprintable())
    masked = mask_within(plain)
    stem, extension = Path(masked).stem, Path(masked).suffix
    if len(extension) > LONGEST_EXTENSION:
        return masked[:LONGEST_NAME]
    return stem[: LONGEST_NAME - len(extension)] + extension
