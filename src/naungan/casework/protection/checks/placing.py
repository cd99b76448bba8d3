"""Who has a place and who waits: the order of the list against the quota."""

from naungan.casework.protection.checks.joining import MANY, cursor_for
from naungan.casework.protection.models import Entry, Scheme
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


def move_up(left: Entry) -> Entry | None:
    """Let whoever waits first take a place that fell free, as who follows its holder.

    Gives who it was; None where nobody waits or the quota is no limit.
    """
    waiting = Entry.objects.filter(scheme=left.scheme_id, state="reserve")
    waited = list(waiting.values_list("pk", flat=True))
    if not waited or not place(left.scheme, left.village_code):
        return None
    moved = Entry.objects.filter(pk__in=waited, state="valid", follows=None)
    first = moved.order_by("position", "pk").first()
    if first is not None:
        first.follows = left
        first.save(update_fields=["follows"])
    return first
