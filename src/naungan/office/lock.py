"""The office's lock: two supervisors would stop each other's processes."""

import contextlib
import fcntl
from collections.abc import Iterator

from naungan.lib.errors import RoomRefused, reason_of
from naungan.office.home import Home


@contextlib.contextmanager
def only_one(home: Home) -> Iterator[None]:
    """Hold the lock of an office, or refuse because it is running."""
    with perhaps(home) as held:
        if not held:
            raise RoomRefused(
                f"Kantor di {home.path} sedang berjalan; hentikan dahulu dengan Ctrl+C."
            )
        yield


@contextlib.contextmanager
def perhaps(home: Home) -> Iterator[bool]:
    """Hold the lock if nobody has it; tell whether it is held."""
    home.make()
    file = home.path / "office.lock"
    try:
        lock = file.open("a+")
    except OSError as error:
        raise RoomRefused(f"{file} tidak dapat dibuka ({reason_of(error)}).") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
