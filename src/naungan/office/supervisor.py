"""The office as one running thing: database, web, jobs, seals; started, watched, stopped."""

import contextlib
import fcntl
import http.client
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final

import psycopg

from naungan.lib.errors import RoomRefused
from naungan.office import roles, schema
from naungan.office.home import Home
from naungan.office.process import Process
from naungan.office.settings import OfficeSettings


READY_SECONDS: Final = 60
WATCH_SECONDS: Final = 0.5
SEAL_SECONDS: Final = 60
THREADS: Final = 8


@dataclass
class Office:
    """A whole office on one machine."""

    settings: OfficeSettings
    host: str
    port: int
    tell: Callable[[str], None]

    def prepare(self) -> None:
        """Start the database and bring its tables up to date."""
        home = self.settings.home
        home.make()
        cluster = self.settings.cluster
        if cluster is not None:
            cluster.start()
            roles.ensure(cluster)
        owner = self.settings.environment(owner=True)
        if schema.bring_up(owner, home.path / schema.STAMP):
            schema.run_django(owner, "collectstatic", "--noinput")

    def serve(self, ready: Callable[[], None]) -> None:
        """Run until told to stop; call `ready` when the first page answers."""
        processes = [self._web(), self._jobs()]
        for process in processes:
            process.clear()
        refuse_taken(self.host, self.port)
        stopping = threading.Event()
        with stopped_by_signals(stopping):
            try:
                for process in processes:
                    process.start()
                self._wait_until_ready(processes[0], stopping)
                if not stopping.is_set():
                    ready()
                self._watch(processes, stopping)
            finally:
                for process in processes:
                    process.stop()

    def stop(self) -> None:
        """Stop the embedded database; its data stay."""
        cluster = self.settings.cluster
        if cluster is not None:
            cluster.stop()

    def _watch(self, processes: list[Process], stopping: threading.Event) -> None:
        sealed_at = time.monotonic()
        while not stopping.wait(WATCH_SECONDS):
            self._keep_database()
            for process in processes:
                process.watch()
            if time.monotonic() - sealed_at >= SEAL_SECONDS:
                seal(self.settings.database_url())
                sealed_at = time.monotonic()

    def _keep_database(self) -> None:
        cluster = self.settings.cluster
        if cluster is not None and not alive(cluster.pid()) and not cluster.running():
            self.tell("Basis data berhenti; dijalankan lagi.")
            cluster.start()

    def _web(self) -> Process:
        command = [
            *(sys.executable, "-P", "-m", "granian", "--interface", "wsgi"),
            *("--host", self.host, "--port", str(self.port)),
            *("--workers", "1", "--blocking-threads", str(THREADS)),
            *("--no-ws", "--respawn-failed-workers", "naungan.config.wsgi:application"),
        ]
        return self._process("web", command)

    def _jobs(self) -> Process:
        command = [sys.executable, "-P", "-m", "django", "db_worker"]
        return self._process("jobs", command)

    def _process(self, name: str, command: list[str]) -> Process:
        log = self.settings.home.logs / f"{name}.log"
        return Process(name, command, self.settings.environment(), log, self.tell)

    def _wait_until_ready(self, web: Process, stopping: threading.Event) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while not stopping.is_set():
            if answers(self.host, self.port):
                return
            if web.running is not None and web.running.poll() is not None:
                raise RoomRefused(f"Peladen web tidak dapat mulai; lihat {web.log}.")
            if time.monotonic() > deadline:
                raise RoomRefused(f"Peladen web tidak menjawab; lihat {web.log}.")
            stopping.wait(0.05)


@contextlib.contextmanager
def only_one(home: Home) -> Iterator[None]:
    """Hold the office's lock: two supervisors would stop each other's processes."""
    home.make()
    with (home.path / "office.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RoomRefused(
                f"Kantor di {home.path} sedang berjalan; hentikan dahulu dengan Ctrl+C."
            ) from None
        yield


@contextlib.contextmanager
def stopped_by_signals(stopping: threading.Event) -> Iterator[None]:
    """Turn Ctrl+C and a polite end into an orderly stop."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    before = {one: signal.signal(one, stop) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def seal(url: str) -> None:
    """Close the looks of the last minute in a block; a lost database waits."""
    with contextlib.suppress(psycopg.OperationalError), psycopg.connect(url) as con:
        con.execute("SELECT audit_seal_looks()")


def answers(host: str, port: int) -> bool:
    """Tell whether the health page answers."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/sehat", headers={"Host": "localhost"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


def alive(pid: int | None) -> bool:
    """Tell whether a process exists."""
    return (
        pid is not None and Path(f"/proc/{pid}").exists()
        if os.name == "posix"
        else True
    )


def refuse_taken(host: str, port: int) -> None:
    """Refuse a port on which something else listens already."""
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((host, port)) == 0:
            raise RoomRefused(
                f"Port {port} sudah dipakai program lain; pilih lain dengan --port."
            )
