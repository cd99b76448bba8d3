"""One process of the office that is kept alive until it is told to stop."""

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from naungan.lib.errors import reason_of
from naungan.office import children


PATIENCE: Final = 10.0
MARK: Final = "NAUNGAN_HOME"
FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 30.0
STEADY_SECONDS: Final = 60.0
LARGEST_LOG: Final = 5_000_000


@dataclass
class Process:
    """A program with its environment and its log; started again when it dies."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    tell: Callable[[str], None]
    patience: float = PATIENCE  # seconds between asking it to end and ending it
    running: subprocess.Popen[bytes] | None = None
    starts: int = 0
    _pause: float = field(default=FIRST_PAUSE)
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
            children.end_group(pid)

    def start(self) -> None:
        """Start the program; it ends when this process ends."""
        children.cut(self.log, LARGEST_LOG)
        environment = {**os.environ, **self.environment}
        self.running = children.launch(self.command, environment, self.log)
        self.starts += 1
        self._started_at = time.monotonic()
        # Without room for its number the program still runs.
        with contextlib.suppress(OSError):
            self._number_file.write_text(str(self.running.pid), encoding="ascii")

    def watch(self) -> None:
        """Start the program again if it died, each time a little later."""
        now = time.monotonic()
        if self.running is not None and self.running.poll() is None:
            if now - self._started_at > STEADY_SECONDS:
                self._pause = FIRST_PAUSE
            children.cut(self.log, LARGEST_LOG)
            return
        if self.running is not None:
            self._gone(f"kode {self.running.returncode}", now)
        if now >= self._next_at:
            try:
                self.start()
            except OSError as error:
                self._gone(reason_of(error), now)

    def stop(self) -> None:
        """Ask the program to end, and end it and what it started when it does not."""
        if self.running is None:
            return
        pid = self.running.pid
        self.running.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.running.wait(self.patience)
        children.end_group(pid)
        self.running.wait()
        self._number_file.unlink(missing_ok=True)

    def _gone(self, why: str, now: float) -> None:
        """Note that the program is gone, and end what it left behind."""
        if self.running is not None:
            children.end_group(self.running.pid)
            self.running = None
        self._next_at = now + self._pause
        self.tell(f"{self.name} berhenti ({why}); dijalankan lagi.")
        self._pause = min(self._pause * 2, LONGEST_PAUSE)
