"""Errors a user is meant to read: one sentence, one exit code per cause.

A `Refusal` is shown without a traceback. Its text says, in Indonesian, what
is wrong, where, and how to mend it. Anything else that escapes is a fault.
"""

import errno
from typing import Final


REASONS: Final = {
    errno.ENOENT: "tidak ada",
    errno.EACCES: "tidak diizinkan",
    errno.EPERM: "tidak diizinkan",
    errno.EISDIR: "ini folder",
    errno.ENOTDIR: "bukan folder",
    errno.EEXIST: "sudah ada",
    errno.EROFS: "hanya dapat dibaca",
    errno.ENOSPC: "ruang habis",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EIO: "perangkatnya bermasalah",
}


def reason_of(error: OSError) -> str:
    """Say in Indonesian what the operating system answered, where words exist."""
    return REASONS.get(error.errno or 0, error.strerror or str(error))


class Refusal(Exception):  # noqa: N818 (it is an answer, not an accident)
    """The program declines and says why; `exit_code` tells scripts the cause."""

    exit_code = 1


class InputRefused(Refusal):
    """A file cannot be used as it is: missing, unreadable, of no known form."""

    exit_code = 3


class LawRefused(Refusal):
    """The law data do not answer, or a law file is broken."""

    exit_code = 4


class RoomRefused(Refusal):
    """The disk or the memory does not suffice for the work."""

    exit_code = 5


class SnapshotRefused(Refusal):
    """A snapshot is missing, damaged, or of another version."""

    exit_code = 6


class RunStopped(Refusal):
    """A run ended because it was told to; what was there before stays as it was."""

    exit_code = 8
