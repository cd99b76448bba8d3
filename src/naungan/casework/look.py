"""What a look is, and how it is written down: before what was looked at is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection

from naungan.casework.act import Doer


LONGEST_PURPOSE: Final = 240  # a code, a ground, and a reason of 200 letters
INSERT: Final = (
    "INSERT INTO audit_look "
    "(at, user_id, institution_id, noun, noun_id, purpose, unmasked, rows) VALUES "
)
ROW: Final = "(clock_timestamp(), %s, %s, %s, %s, %s, %s, %s)"


@dataclass(frozen=True)
class Seen:
    """One look: at what, what for, whether NIK were open, and how many rows."""

    noun: str
    noun_id: str
    purpose: str
    unmasked: bool = False
    rows: int = 1


def purpose(code: str, ground: str, reason: str = "") -> str:
    """Say what a look is for where a ground was chosen, and what was written to it."""
    return f"{code} {ground}: {reason}" if reason else f"{code} {ground}"


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
    seen = Seen(noun, str(noun_id), purpose, unmasked=unmasked, rows=rows)
    record_all(by=by, looks=[seen])


def record_all(*, by: Doer, looks: Sequence[Seen]) -> None:
    """Write several looks of one moment by one statement."""
    if not looks:
        return
    values = [
        [by.user_id, by.institution_id, one.noun, one.noun_id]
        + [one.purpose[:LONGEST_PURPOSE], one.unmasked, one.rows]
        for one in looks
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            INSERT + ", ".join([ROW] * len(looks)),
            [value for each in values for value in each],
        )
