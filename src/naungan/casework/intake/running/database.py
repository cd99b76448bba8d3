"""Work that outlives a pause of the database: short transactions, tried again.

A worker that computes for minutes holds no transaction meanwhile. When the database
went away in between, it is back soon (the office starts it again), and what was
computed need not be lost.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from django.db import InterfaceError, OperationalError, connection, transaction

from naungan.casework.accounts import scope


PATIENCE: Final = 180.0  # seconds that a database may be away
PAUSE: Final = 0.5
GONE: Final = (OperationalError, InterfaceError)

Given = TypeVar("Given")


@contextmanager
def whole_office() -> Iterator[None]:
    """Open a transaction that sees every institution: the office works, no person."""
    with transaction.atomic():
        scope.tell(None, None, every=True)
        yield


def patiently(do: Callable[[], Given], patience: float = PATIENCE) -> Given:
    """Do one transaction; begin it again for as long as the database is away."""
    deadline = time.monotonic() + patience
    while True:
        try:
            return do()
        except GONE:
            if connection.in_atomic_block or time.monotonic() > deadline:
                raise
            connection.close()
            time.sleep(PAUSE)


def one_at_a_time(region_code: str) -> None:
    """Let what changes the runs of a region wait for whoever does so already."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"run {region_code}"],
        )
