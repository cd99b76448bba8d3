"""Who writes on a list when: one desk after another, and nobody while a decree names it."""

from typing import Final

from django.db import connection

from naungan.casework.protection.models import Scheme


TURN: Final = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"
BESIDE: Final = "SELECT pg_advisory_xact_lock_shared(hashtextextended(%s, 0))"


def take_turn(scheme: Scheme, village_code: str = "") -> None:
    """Wait until nobody else writes on the list of a village, "" for every list.

    Held to the end of the transaction. The order of a list has no gaps or ties then,
    and those who change its counts at once wait instead of blocking each other.
    """
    whole = f"protection {scheme.pk}"
    with connection.cursor() as cursor:
        if village_code:
            cursor.execute(BESIDE, [whole])
            cursor.execute(TURN, [f"{whole} {village_code}"])
        else:
            cursor.execute(TURN, [whole])
