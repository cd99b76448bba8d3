"""Who has a place and who waits: the order of the list against the quota."""

from naungan.casework.protection.checks.joining import MANY, cursor_for
from naungan.casework.protection.models import Scheme
from naungan.casework.protection.policies import CAPPED


def place(scheme: Scheme, village_code: str = "") -> int:
    """Share out the places of a village anew, "" for all; tell how many people moved.

    Quotas that are no limit move nobody.
    """
    if scheme.policy not in CAPPED:
        return 0
    with cursor_for(0 if village_code else MANY + 1) as cursor:
        cursor.execute("SELECT protection_place(%s, %s)", [scheme.pk, village_code])
        moved: int = cursor.fetchone()[0]
    return moved
