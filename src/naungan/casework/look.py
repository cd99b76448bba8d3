"""What a look is, and how it is written down: before what was looked at is shown."""

from typing import Final

from django.db import connection

from naungan.casework.act import Doer


LONGEST_PURPOSE: Final = 200


def record(
    *,
    by: Doer,
    noun: str,
    noun_id: object,
    purpose: str,
    unmasked: bool = False,
    rows: int = 1,
) -> None:
    """Write that somebody looked at a guarded thing, why, and at how much of it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_look "
            "(at, user_id, institution_id, noun, noun_id, purpose, unmasked, rows) "
            "VALUES (clock_timestamp(), %s, %s, %s, %s, %s, %s, %s)",
            [
                by.user_id,
                by.institution_id,
                noun,
                str(noun_id),
                purpose[:LONGEST_PURPOSE],
                unmasked,
                rows,
            ],
        )
