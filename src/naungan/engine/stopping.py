"""A run that is told to end: between steps, and within long statements of SQL.

A thread asks `stop` several times a second. Once it says yes, every connection of
the run is interrupted again and again until the run is over: between two statements
an interruption may find nothing to end.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import duckdb

from naungan.lib.errors import Refusal, RunStopped


Stop = Callable[[], bool]

EACH_SECONDS: Final = 0.1
AGAIN_SECONDS: Final = 0.02
SENTENCE: Final = "Dihentikan atas permintaan; hasil terakhir tetap utuh."


# What an interruption may look like: a stream of Arrow batches raises errors of its
# own, and a reader may take an interrupted statement for a damaged file.
STOPPED_BY: Final = (duckdb.Error, OSError, ValueError, RuntimeError, Refusal)


def never() -> bool:
    """Let a run go on to its end; the default when nobody can stop it."""
    return False


@dataclass
class Watch:
    """Whether a run was told to end, and the connections that are then interrupted."""

    connections: list[duckdb.DuckDBPyConnection] = field(default_factory=list)
    _told: threading.Event = field(default_factory=threading.Event)
    _over: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def cursor(
        self, con: duckdb.DuckDBPyConnection
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open a second connection that is interrupted with the first."""
        with con.cursor() as cursor:
            self.connections.append(cursor)
            try:
                yield cursor
            finally:
                self.connections.remove(cursor)

    def check(self) -> None:
        """Raise `RunStopped` once the run was told to end."""
        if self._told.is_set():
            raise RunStopped(SENTENCE)

    @contextmanager
    def over(self, con: duckdb.DuckDBPyConnection, stop: Stop) -> Iterator[None]:
        """Watch over `con` and its cursors; raise `RunStopped` where `stop` said so.

        Whatever an interrupted statement raises becomes `RunStopped` too.
        """
        self.connections.append(con)
        asking = threading.Thread(target=self._ask, args=(stop,), daemon=True)
        if stop is not never:
            asking.start()
        try:
            yield
            self.check()
        except STOPPED_BY as error:
            if not self._told.is_set() or isinstance(error, RunStopped):
                raise
            raise RunStopped(SENTENCE) from error
        finally:
            self._over.set()
            if asking.is_alive():
                asking.join()
            self.connections.remove(con)

    def _ask(self, stop: Stop) -> None:
        while not self._over.wait(EACH_SECONDS):
            if stop():
                self._told.set()
                break
        while not self._over.wait(AGAIN_SECONDS):
            for connection in list(self.connections):
                connection.interrupt()
