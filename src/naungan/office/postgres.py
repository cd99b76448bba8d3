"""The embedded database server of one office: made, started, stopped.

It listens on a private socket only, asks every role for its password (SCRAM),
and its data folder belongs to whoever runs it. The application never gets the
superuser: see `roles`.
"""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from naungan.lib.errors import RoomRefused, reason_of
from naungan.office import children, postmaster, server_files
from naungan.office.home import VARIABLE, Home, own_folder
from naungan.office.unprivileged import Runner, runner as whoever


SUPERUSER: Final = "postgres"
PORT: Final = 5432  # part of the socket's name only; no port is opened
LONGEST_SOCKET_PATH: Final = 90  # systems allow about 104 bytes with the name
PLAIN_PATH: Final = re.compile(r"[\w/. +@=-]+")  # what every reader of paths agrees on
SHORT_PATHS: Final = Path("/tmp")
LARGEST_LOG: Final = 5_000_000
ATTEMPTS: Final = 5
ATTEMPT_PAUSE: Final = 0.5
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
        """The folder of the socket; a short plain one where the path is neither."""
        near = self.home.postgres / "run"
        short = len(os.fsencode(near)) <= LONGEST_SOCKET_PATH
        if short and PLAIN_PATH.fullmatch(str(near)):
            return near
        digest = hashlib.sha256(os.fsencode(near)).hexdigest()[:16]
        return SHORT_PATHS / f"naungan-{digest}"

    def start(self) -> None:
        """Start the server if it is not running, making its data when first."""
        self._lay()
        if not (self.data / "PG_VERSION").exists():
            self._make_data()
        self._require_version()
        running = postmaster.serving(self.data)
        if running is not None:
            if self._is_current(running):
                return
            postmaster.end(running, self.data)
        children.cut(self.log, LARGEST_LOG)
        self._start()
        server_files.forget_others(self.home.postgres, self.runner)

    def stop(self) -> None:
        """Stop the server and wait: open transactions are rolled back."""
        running = postmaster.serving(self.data)
        if running is not None:
            postmaster.end(running, self.data)

    def running(self) -> bool:
        """Tell whether a server of this data folder runs and is alive."""
        return postmaster.serving(self.data) is not None

    def pid(self) -> int | None:
        """Give the process number of the running server, or None."""
        return postmaster.serving(self.data)

    def kill(self) -> None:
        """End the server at once, as a power cut would; for tests of recovery."""
        running = postmaster.serving(self.data)
        if running is not None:
            postmaster.end(running, self.data, signal.SIGKILL)

    def require_reach(self) -> None:
        """Refuse, before anything is made, a place that the server cannot enter."""
        self.runner.require_reach(self.home.postgres)

    def _start(self) -> None:
        """Start; what a killed server left in memory may take a moment to go."""
        command = [str(self._program("postgres")), "-D", str(self.data)]
        command += ["-k", str(self.socket_folder), "-p", str(PORT)]
        for name, value in SETTINGS.items():
            command += ["-c", f"{name}={value}"]
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return postmaster.start(command, self.data, self.log, self.runner)
            except RoomRefused as refusal:
                if attempt == ATTEMPTS or "still in use" not in str(refusal):
                    raise
                time.sleep(ATTEMPT_PAUSE)
        return None

    def _program(self, name: str) -> Path:
        return server_files.programs(self.home.postgres, self.runner) / name

    def _is_current(self, running: int) -> bool:
        """Tell whether a server left from earlier is of the version now installed."""
        program = postmaster.program_of(running)
        return program is None or program == str(self._program("postgres").resolve())

    def _require_version(self) -> None:
        made_by = (self.data / "PG_VERSION").read_text(encoding="ascii").strip()
        ours = server_files.version().partition(".")[0]
        if made_by != ours:
            raise RoomRefused(
                f"Data di {self.data} dibuat PostgreSQL {made_by}, sedangkan yang "
                f"terpasang {ours}. Pasang lagi Naungan yang lama, jalankan `backup` "
                f"dengannya, pindahkan folder {self.home.postgres}, lalu pasang yang "
                "baru dan pulihkan salinan itu dengan `restore`."
            )

    def _lay(self) -> None:
        self.require_reach()
        self.home.make()
        if not self.home.postgres.exists():
            # Ours, not the server's: nobody else may swap what lies in it.
            own_folder(self.home.postgres, 0o711)
        folder = self.socket_folder
        if not folder.exists():
            own_folder(folder)
            self.runner.own(folder)
        if folder.lstat().st_uid not in (os.geteuid(), self.runner.uid):
            raise RoomRefused(
                f"Folder {folder} milik orang lain; hapus atau pindahkan."
            )

    def _make_data(self) -> None:
        """Make the data folder beside and rename it: never half a database."""
        growing = self.data.with_name("data.growing")
        shutil.rmtree(growing, ignore_errors=True)
        self._require_plain_programs()
        try:
            own_folder(growing)
            self.runner.own(growing)
            self._initialise(growing)
            growing.rename(self.data)
        except OSError as error:
            raise RoomRefused(
                f"Basis data tidak dapat dibuat di {self.home.postgres} "
                f"({reason_of(error)})."
            ) from error
        finally:
            shutil.rmtree(growing, ignore_errors=True)

    def _require_plain_programs(self) -> None:
        """The server's own first step passes its path through a shell."""
        if re.search(r"[\"$`\\\n]", str(self._program("initdb"))):
            raise RoomRefused(
                f'Nama folder {self.home.path} memuat tanda ", $, ` atau \\; pilih '
                f"nama lain dengan {VARIABLE}."
            )

    def _initialise(self, growing: Path) -> None:
        command = [
            str(self._program("initdb")),
            *("--pgdata", str(growing), "--username", SUPERUSER),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
            "--data-checksums",
            *(["--sync-method=syncfs"] if sys.platform == "linux" else []),
        ]
        with tempfile.NamedTemporaryFile("w", dir=self.home.postgres) as password:
            password.write(self.home.secret("postgres-superuser"))
            password.flush()
            self.runner.own(Path(password.name))
            done = subprocess.run(
                [*command, "--pwfile", password.name],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=postmaster.ENVIRONMENT,
                cwd=self.home.postgres,
                check=False,
                **self.runner.options,
            )
        if done.returncode:
            raise RoomRefused(
                f"Basis data tidak dapat dibuat di {self.home.postgres}: "
                f"{_complaint(done.stderr.decode(errors='replace'))}"
            )


def _complaint(said: str) -> str:
    """Give the line with the cause: what follows it only cleans up."""
    words = said.strip().splitlines()
    causes = [one for one in words if re.search("No space|could not|FATAL", one)]
    return (causes or words or ["tanpa keterangan"])[0]


def cluster(home: Home) -> Cluster:
    """Give the cluster of an office, run by the right user."""
    return Cluster(home, whoever())
