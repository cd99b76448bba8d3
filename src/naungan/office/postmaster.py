"""The database server as a process: whose it is, started and ended without a shell.

The server's own `pg_ctl` passes paths through a shell and forgets its child; so
the server is started directly, and its file `postmaster.pid` says the rest.
"""

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Final

from naungan.lib.errors import RoomRefused
from naungan.office import children
from naungan.office.unprivileged import Runner


START_SECONDS: Final = 60
STOP_SECONDS: Final = 30
PAUSE: Final = 0.02
NOBODY: Final = 2_147_483_646  # above every process number
READY: Final = "ready"
STATUS_LINE: Final = 7
ENVIRONMENT: Final = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
LOG_TAIL: Final = 2_000
_started: Final[dict[int, subprocess.Popen[bytes]]] = {}


def pid(data: Path) -> int | None:
    """Give the process number that a data folder names, or None."""
    first = _lines(data)[:1]
    return int(first[0]) if first and first[0].strip().isdecimal() else None


def serving(data: Path) -> int | None:
    """Give the number of the server that truly runs on a data folder, or None."""
    named = pid(data)
    return named if named is not None and _works_in(named, data) else None


def program_of(number: int) -> str | None:
    """Give the file that a process runs, where the system tells."""
    try:
        return str(Path(f"/proc/{number}/exe").readlink())
    except OSError:
        return None


def start(command: list[str], data: Path, log: Path, runner: Runner) -> None:
    """Start a server and wait until it accepts connections."""
    _forget_stranger(data)
    child = children.launch(
        command, ENVIRONMENT, log, signal.SIGINT, cwd=data.parent, **runner.options
    )
    _started[child.pid] = child
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if child.poll() is not None:
            raise RoomRefused(
                f"Basis data tidak dapat mulai: {_reason(log)}; lihat {log}."
            )
        if pid(data) == child.pid and _status(data) == READY:
            return
        time.sleep(PAUSE)
    end(child.pid, data)
    raise RoomRefused(
        f"Basis data tidak siap dalam {START_SECONDS} detik; lihat {log}."
    )


def end(number: int, data: Path, how: signal.Signals = signal.SIGINT) -> None:
    """End a server and wait: by default open transactions are rolled back first."""
    for wish in (how, signal.SIGQUIT, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, wish)
        deadline = time.monotonic() + STOP_SECONDS
        while time.monotonic() < deadline:
            if not _works_in(number, data):
                _bury(number)
                return
            time.sleep(PAUSE)


def _bury(number: int) -> None:
    """Take note of the end of our own child: unburied, its number stays in use."""
    child = _started.pop(number, None)
    if child is not None:
        child.wait(STOP_SECONDS)


def _works_in(number: int, data: Path) -> bool:
    """Tell whether a process lives and works in a data folder, as its server does."""
    child = _started.get(number)
    if child is not None and child.poll() is not None:
        return False
    if Path("/proc/self/cwd").exists():
        try:
            return Path(f"/proc/{number}/cwd").samefile(data)
        except OSError:
            return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _forget_stranger(data: Path) -> None:
    """Unname a process that got a dead server's number, as after a restart.

    The rest of the file stays, because by it the server sees whether memory of
    the dead one is still in use.
    """
    named = pid(data)
    if named is None or _works_in(named, data):
        return
    file = data / "postmaster.pid"
    text = file.read_text(encoding="utf-8", errors="surrogateescape")
    rest = text.partition("\n")[2]
    file.write_text(f"{NOBODY}\n{rest}", encoding="utf-8", errors="surrogateescape")


def _status(data: Path) -> str:
    lines = _lines(data)
    return lines[STATUS_LINE].strip() if len(lines) > STATUS_LINE else ""


def _lines(data: Path) -> list[str]:
    try:
        text = (data / "postmaster.pid").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.split("\n")


def _reason(log: Path) -> str:
    """Give the last thing a server complained of."""
    said = log.read_bytes()[-LOG_TAIL:].decode(errors="replace").splitlines()
    found = [line for line in said if "FATAL" in line or "PANIC" in line]
    return (found or said or ["tanpa keterangan"])[-1].strip()
