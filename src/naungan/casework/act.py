"""What an act is, and how it is written down: inside the transaction that did it.

The log's tables, its reading and its proof are in `audit`; every other domain
only writes, and does so through here.
"""

import json
from typing import Any, Final, Protocol

from django.db import connection
from django.dispatch import Signal


recorded: Final = Signal()
"""An act was written: sent inside its transaction, with `by` and `noun`."""


class Doer(Protocol):
    """Whoever acts: a person, for an institution."""

    @property
    def user_id(self) -> int:
        """The person."""
        ...

    @property
    def institution_id(self) -> int | None:
        """The institution for which the person acts."""
        ...


def record(
    *, by: Doer | None, verb: str, noun: str, noun_id: object, **details: Any
) -> None:
    """Write an act; it stands or falls with the transaction around it.

    `details` are plain values that explain the act; a person's own data does not
    belong there. The number and the hashes of the chain are made by the database.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_act "
            "(at, user_id, institution_id, verb, noun, noun_id, details) "
            "VALUES (clock_timestamp(), %s, %s, %s, %s, %s, %s::jsonb)",
            [
                by.user_id if by else None,
                by.institution_id if by else None,
                verb,
                noun,
                str(noun_id),
                json.dumps(details, ensure_ascii=False, sort_keys=True),
            ],
        )
    recorded.send(None, by=by, noun=noun)
