"""The embedded database server of one office: made, started, watched, stopped.

It listens on a private socket only, asks every role for its password (SCRAM),
and its data folder belongs to whoever runs it. The application never gets the
superuser: see `roles`.
"""

import hashlib
import os
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from naungan.lib.errors import RoomRefused, reason_of
from naungan.office import server_files
from naungan.office.home import Home, own_folder
from naungan.office.unprivileged import Runner, runner as whoever


SUPERUSER: Final = "postgres"
PORT: Final = 5432  # part of the socket's name only; no port is opened
START_SECONDS: Final = 30
LONGEST_SOCKET_PATH: Final = 90  # systems allow about 104 bytes with the name
SETTINGS: Final = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "shared_buffers": "128MB",
    "max_connections": "60",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


@dataclass(frozen=True)
class Cluster:
    """One data folder and the server that runs on it."""

    home: Home
    runner: Runner

    @property
    def data(self) -> Path:
        """The data folder, owned by the runner."""
        return self.home.postgres / "data"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.home.postgres / "server.log"

    @property
    def socket_folder(self) -> Path:
        """The folder of the socket; a short one of its own where paths are long."""
        near = self.home.postgres / "run"
        if len(os.fsencode(near)) <= LONGEST_SOCKET_PATH:
            return near
        digest = hashlib.sha256(os.fsencode(near)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"naungan-{digest}"

    def start(self) -> None:
        """Start the server if it is not running, making its data when first."""
        self._lay()
        if not (self.data / "PG_VERSION").exists():
            self._make_data()
        if self.running():
            return
        options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
        options += f" -k '{self.socket_folder}' -p {PORT}"
        self._control(
            "start", "-w", "-t", str(START_SECONDS), "-l", self.log, "-o", options
        )

    def stop(self) -> None:
        """Stop the server and wait: open transactions are rolled back."""
        if self.running():
            self._control("stop", "-w", "-m", "fast")

    def running(self) -> bool:
        """Tell whether a server of this data folder runs and is alive."""
        pid = self.pid()
        return pid is not None and self._control("status", may_fail=True) == 0

    def pid(self) -> int | None:
        """Give the process number that the data folder names, or None."""
        try:
            first = (self.data / "postmaster.pid").read_text().split("\n", 1)[0]
        except OSError:
            return None
        return int(first) if first.strip().isdecimal() else None

    def kill(self) -> None:
        """End the server at once, as a power cut would; for tests of recovery."""
        pid = self.pid()
        if pid is not None:
            os.kill(pid, signal.SIGKILL)
            deadline = time.monotonic() + START_SECONDS
            while self.running() and time.monotonic() < deadline:
                time.sleep(0.05)

    def program(self, name: str) -> Path:
        """Give a program of the server, such as `pg_dump`."""
        return server_files.programs(self.home.postgres, self.runner) / name

    def _lay(self) -> None:
        self.home.make()
        folder = self.socket_folder
        for ours in (self.home.postgres, folder):
            if not ours.exists():
                own_folder(ours)
                self.runner.own(ours)
        self.runner.require_reach(self.home.postgres)
        if folder.stat().st_uid not in (os.geteuid(), self.runner.uid):
            raise RoomRefused(
                f"Folder {folder} milik orang lain; hapus atau pindahkan."
            )

    def _make_data(self) -> None:
        """Make the data folder beside and rename it: never half a database."""
        growing = self.data.with_name("data.growing")
        self._remove(growing)
        with tempfile.NamedTemporaryFile("w", dir=self.home.postgres) as password:
            password.write(self.home.secret("postgres-superuser"))
            password.flush()
            self.runner.own(Path(password.name))
            self._run(
                "initdb",
                f"--pgdata={growing}",
                f"--username={SUPERUSER}",
                f"--pwfile={password.name}",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--data-checksums",
            )
        growing.rename(self.data)

    def _remove(self, folder: Path) -> None:
        if folder.exists():
            subprocess.run(["rm", "-rf", "--", folder], check=True)

    def _control(self, *arguments: object, may_fail: bool = False) -> int:
        return self._run("pg_ctl", "-D", self.data, *arguments, may_fail=may_fail)

    def _run(self, name: str, *arguments: object, may_fail: bool = False) -> int:
        command = [str(one) for one in (self.program(name), *arguments)]
        with tempfile.TemporaryFile() as said:
            try:
                done = subprocess.run(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=subprocess.STDOUT,
                    env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
                    cwd=self.home.postgres,
                    check=False,
                    **self.runner.options,
                )
            except OSError as error:
                raise RoomRefused(
                    f"{command[0]} tidak dapat dijalankan ({reason_of(error)})."
                ) from error
            if done.returncode and not may_fail:
                said.seek(0)
                words = said.read().decode(errors="replace").strip()
                raise RoomRefused(
                    f"Basis data bawaan gagal ({name}): {words or done.returncode}; "
                    f"lihat {self.log}."
                )
        return done.returncode


def cluster(home: Home) -> Cluster:
    """Give the cluster of an office, run by the right user."""
    return Cluster(home, whoever())
