"""Programs that we start: none of them outlives the office that started it.

Each is the head of a group of its own, so that a Ctrl+C in the terminal reaches
only the supervisor, which stops the others in order. When the supervisor itself
is ended at once, the kernel (Linux) tells its children to end.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final


_END_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG
_LIBC: Final = ctypes.CDLL(None) if sys.platform == "linux" else None


def launch(
    command: Sequence[str],
    environment: Mapping[str, str],
    log: Path,
    farewell: signal.Signals = signal.SIGTERM,
    **options: Any,
) -> subprocess.Popen[bytes]:
    """Start a program that writes to a log; `farewell` is sent when we are gone."""
    with log.open("ab") as written:
        return subprocess.Popen(
            list(command),
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_bound_to(os.getpid(), farewell) if _LIBC else None,
            **options,
        )


def end_group(pid: int) -> None:
    """End a program and everything that it started, at once."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def cut(log: Path, most: int) -> None:
    """Keep a log small: its content moves to `.1`, and it begins anew.

    It is emptied in place, because a running program holds it open.
    """
    with contextlib.suppress(OSError):
        if log.stat().st_size > most:
            kept = log.with_name(f"{log.name}.1")
            kept.write_bytes(log.read_bytes()[-most:])
            kept.chmod(0o600)
            os.truncate(log, 0)


def _bound_to(parent: int, farewell: signal.Signals) -> Callable[[], None]:
    def bind() -> None:
        assert _LIBC is not None
        _LIBC.prctl(_END_WITH_PARENT, int(farewell))
        if os.getppid() != parent:  # it was gone before the kernel knew
            os.kill(os.getpid(), farewell)

    return bind
