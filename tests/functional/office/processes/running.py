"""A whole office as processes, for tests that start it, kill it and ask it."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import time
from functools import cached_property
from pathlib import Path


FIRST_PORT, LAST_PORT = 20_000, 32_000
TABLES = "tcp", "tcp6"
PATIENCE = 120  # seconds; a busy machine is slow, a broken office never answers
TOLD = ("DATABASE_URL", "DATABASE_OWNER_URL", "DJANGO_SETTINGS_MODULE")


def free_port():
    """Give a port that nobody uses, below those that the system itself gives out.

    Each process begins to look at another place, so that two that look at once do not
    find the same.
    """
    tables = (Path(f"/proc/net/{name}").read_text().splitlines() for name in TABLES)
    used = {
        int(row.split()[1].rpartition(":")[2], 16)
        for _, *rows in tables
        for row in rows
    }
    many = LAST_PORT - FIRST_PORT
    ports = (FIRST_PORT + (os.getpid() * 97 + at) % many for at in range(many))
    return next(port for port in ports if port not in used)


def until(question, seconds=PATIENCE):
    """Ask again and again until the answer is true; give the last answer."""
    deadline = time.monotonic() + seconds
    while not (answer := question()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return answer


class Running:
    """An office of its own home and port, with everything that belongs to it."""

    def __init__(self, home, command="up", **environment):
        """Name what will be started."""
        self.home = home
        self.command = command
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in TOLD and not name.startswith("NAUNGAN_")
        } | {"NAUNGAN_HOME": str(home), **environment}
        self.supervisor = None
        self.said = Path(home) / "said.txt"

    @cached_property
    def port(self):
        """The port of the pages, found when first needed."""
        return free_port()

    def naungan(self, *arguments):
        """Run a command on this office's home and give what it said."""
        return subprocess.run(
            [sys.executable, "-P", "-m", "naungan", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def start(self, *options):
        """Start the office and wait for its first page; give the seconds."""
        began = time.monotonic()
        command = [sys.executable, "-P", "-m", "naungan", self.command]
        with self.said.open("wb") as said:
            self.supervisor = subprocess.Popen(
                [*command, "--port", str(self.port), *options],
                env=self.environment,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        ended = self.supervisor
        assert until(lambda: self.answers() or ended.poll() is not None)
        assert self.supervisor.poll() is None, self.said.read_text()
        assert until(
            lambda: (
                "terbuka" in self.said.read_text() or "/mulai/" in self.said.read_text()
            )
        )
        return time.monotonic() - began

    def stop(self, how=signal.SIGTERM):
        """Ask the office to end and give its exit code."""
        self.supervisor.send_signal(how)
        return self.supervisor.wait(PATIENCE)

    def get(self, path="/sehat", **headers):
        """Ask for a page; give its status, or None where nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            try:
                connection.request("GET", path, headers=headers)
                return connection.getresponse().status
            except (OSError, http.client.HTTPException):
                return None

    def answers(self):
        """Tell whether page and database answer."""
        return self.get() == http.HTTPStatus.OK

    def processes(self):
        """Give the numbers of all that belongs to this office, by what it runs."""
        found = {}
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                told = (process / "environ").read_bytes().split(b"\0")
                ours = f"NAUNGAN_HOME={self.home}".encode() in told
                place = (process / "cwd").readlink().is_relative_to(self.home)
                if ours or place:
                    words = (process / "cmdline").read_bytes().replace(b"\0", b" ")
                    if words:
                        found[int(process.name)] = words.decode(errors="replace")
        return found

    def find(self, word):
        """Give the numbers of our processes whose command holds a word."""
        return sorted(pid for pid, words in self.processes().items() if word in words)

    def memory(self):
        """Give the private memory of everything in bytes, shared parts counted once."""
        total = 0
        for pid in self.processes():
            with contextlib.suppress(OSError):
                for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                    if line.startswith("Pss:"):
                        total += int(line.split()[1]) * 1024
        return total

    def end(self):
        """Leave nothing behind, whatever happened."""
        if self.supervisor is not None and self.supervisor.poll() is None:
            self.stop()
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
