"""One process of the office that is kept alive until it is told to stop."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final


STOP_SECONDS: Final = 15
MARK: Final = "NAUNGAN_HOME"
LONGEST_PAUSE: Final = 30.0
STEADY_SECONDS: Final = 60.0
_END_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG


@dataclass
class Process:
    """A program with its environment and its log; started again when it dies."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    tell: Callable[[str], None]
    running: subprocess.Popen[bytes] | None = None
    starts: int = 0
    _pause: float = field(default=1.0)
    _started_at: float = field(default=0.0)
    _next_at: float = field(default=0.0)

    @property
    def _number_file(self) -> Path:
        return self.log.with_suffix(".pid")

    def clear(self) -> None:
        """End what an earlier supervisor left behind, if it is truly ours."""
        try:
            pid = int(self._number_file.read_text(encoding="ascii"))
            told = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        except (OSError, ValueError):
            return
        ours = f"{MARK}={self.environment[MARK]}".encode()
        if ours in told:
            end_group(pid)

    def start(self) -> None:
        """Start the program; it ends when this process ends."""
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(
                list(self.command),
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_end_with_parent if sys.platform == "linux" else None,
            )
        self._number_file.write_text(str(self.running.pid), encoding="ascii")
        self.starts += 1
        self._started_at = time.monotonic()

    def watch(self) -> None:
        """Start the program again if it died, each time a little later."""
        now = time.monotonic()
        if self.running is not None and self.running.poll() is None:
            if now - self._started_at > STEADY_SECONDS:
                self._pause = 1.0
            return
        if self.running is not None:
            code = self.running.returncode
            self.running = None
            self._next_at = now + self._pause
            self._pause = min(self._pause * 2, LONGEST_PAUSE)
            self.tell(f"{self.name} berhenti (kode {code}); dijalankan lagi.")
        if now >= self._next_at:
            self.start()

    def stop(self) -> None:
        """Ask the program to end, and end it when it does not."""
        if self.running is None or self.running.poll() is not None:
            return
        self.running.terminate()
        try:
            self.running.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            end_group(self.running.pid)
            self.running.wait()


def end_group(pid: int) -> None:
    """End a program and everything that it started, at once."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def _end_with_parent() -> None:
    """Ask the kernel to end this process when the supervisor is gone."""
    ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGTERM)
