"""The office as one running thing: database, web, jobs, seals; started, watched, stopped."""

import contextlib
import http.client
import signal
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from types import FrameType
from typing import Final

import psycopg

from naungan.lib.errors import RoomRefused
from naungan.office import assets, external, ports, roles, schema
from naungan.office.lock import only_one
from naungan.office.process import FIRST_PAUSE, LONGEST_PAUSE, PATIENCE, Process
from naungan.office.settings import OfficeSettings


READY_SECONDS: Final = 60
WATCH_SECONDS: Final = 0.5
SEAL_SECONDS: Final = 60
THREADS: Final = 8
JOBS_PATIENCE: Final = 3.0  # work cut short is found by its lease and run again


@dataclass
class Office:
    """A whole office on one machine."""

    settings: OfficeSettings
    host: str
    port: int
    tell: Callable[[str], None]
    _pause: float = field(default=FIRST_PAUSE)
    _database_at: float = field(default=0.0)

    def open(self, ready: Callable[[], None]) -> None:
        """Prepare, serve until told to stop, and leave nothing running."""
        if self.settings.cluster is not None:
            self.settings.cluster.require_reach()
        with only_one(self.settings.home), Stop() as stopping:
            try:
                ports.require(self.host, self.port)
                self.prepare()
                if not stopping.is_set():
                    self.serve(ready, stopping)
            finally:
                self._close_database()

    def prepare(self) -> None:
        """Start the database and bring its tables up to date."""
        home = self.settings.home
        home.make()
        owner = self.settings.environment(owner=True)
        with ThreadPoolExecutor(1) as beside:
            # Assets need no database: they are laid out while it starts.
            laid = beside.submit(assets.collect, owner, home.path / assets.STAMP)
            self._prepare_database(owner)
            laid.result()

    def _prepare_database(self, owner: dict[str, str]) -> None:
        cluster = self.settings.cluster
        if cluster is not None:
            cluster.start()
            roles.ensure(cluster)
            schema.bring_up(owner)
        else:
            url = self.settings.database_url()
            external.prepare(url, owner[external.APPLICATION])
            schema.bring_up(owner)
            external.require_held(url)

    def serve(self, ready: Callable[[], None], stopping: threading.Event) -> None:
        """Run until told to stop; call `ready` when the first page answers."""
        processes = [self._web(), self._jobs("jobs"), self._jobs("trials", "trials")]
        for process in processes:
            process.clear()
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
            seal(self.settings.database_url())

    def _close_database(self) -> None:
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
        """Start the embedded server again if it died; one that cannot is retried."""
        cluster = self.settings.cluster
        if cluster is None or cluster.running():
            return
        if time.monotonic() < self._database_at:
            return
        self.tell("Basis data berhenti; dijalankan lagi.")
        try:
            cluster.start()
            self._pause = FIRST_PAUSE
        except RoomRefused as refusal:
            self.tell(str(refusal))
            self._database_at = time.monotonic() + self._pause
            self._pause = min(self._pause * 2, LONGEST_PAUSE)

    def _web(self) -> Process:
        command = [
            *(sys.executable, "-P", "-m", "granian", "--interface", "wsgi"),
            *("--host", self.host, "--port", str(self.port)),
            *("--workers", "1", "--blocking-threads", str(THREADS)),
            *("--workers-kill-timeout", "5", "--respawn-failed-workers"),
            *("--no-ws", "naungan.config.wsgi:application"),
        ]
        return self._process("web", command)

    def _jobs(self, name: str, *queue: str) -> Process:
        command = [sys.executable, "-P", "-m", "naungan.config.jobs", *queue]
        return self._process(name, command, JOBS_PATIENCE)

    def _process(
        self, name: str, command: list[str], patience: float = PATIENCE
    ) -> Process:
        log = self.settings.home.logs / f"{name}.log"
        told = {**self.settings.environment(), "NAUNGAN_PORT": str(self.port)}
        return Process(name, command, told, log, self.tell, patience)

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


class Stop(contextlib.AbstractContextManager[threading.Event]):
    """Turn Ctrl+C, a polite end and a closed terminal into an orderly stop."""

    SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def __enter__(self) -> threading.Event:
        """Listen to the signals; the event is set by the first one."""
        self._stopping = threading.Event()
        asked = [one for one in self.SIGNALS if not _ignored_by_wish(one)]
        self._before = {one: signal.signal(one, self._stop) for one in asked}
        return self._stopping

    def __exit__(self, *_why: object) -> None:
        """Leave the signals as they were."""
        for one, handler in self._before.items():
            signal.signal(one, handler)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping.set()


def _ignored_by_wish(one: signal.Signals) -> bool:
    """Tell whether we were started with `nohup`, to outlive the terminal."""
    return one == signal.SIGHUP and signal.getsignal(one) == signal.SIG_IGN


def seal(url: str) -> None:
    """Close the looks of the last minute in a block; a lost database waits."""
    with (
        contextlib.suppress(psycopg.OperationalError),
        psycopg.connect(url, connect_timeout=5) as con,
    ):
        con.execute("SELECT audit_seal_looks()")


def answers(host: str, port: int) -> bool:
    """Tell whether the health page answers."""
    asked = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    connection = http.client.HTTPConnection(asked, port, timeout=5)
    headers = {"Host": "localhost", "X-Forwarded-Proto": "https"}
    try:
        connection.request("GET", "/sehat", headers=headers)
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
