"""Statements that join a long list of numbers with a table that was just written."""

import contextlib
from collections.abc import Iterator
from typing import Final

from django.db import connection
from django.db.backends.utils import CursorWrapper


MANY: Final = 500


@contextlib.contextmanager
def cursor_for(rows: int) -> Iterator[CursorWrapper]:
    """Open a cursor for a statement about so many rows.

    The planner has no statistics of rows written in this transaction and takes the
    table for small: it would compare every row with every other. Of many rows it is
    told to join by hashing.
    """
    with connection.cursor() as cursor:
        if rows > MANY:
            cursor.execute("SET LOCAL enable_nestloop = off")
        try:
            yield cursor
        finally:
            if rows > MANY and not connection.needs_rollback:
                cursor.execute("SET LOCAL enable_nestloop = on")
