"""Who is paid for, or seen as active, before the first month of their protection."""

from collections.abc import Iterable

from django.db.models import Count

from naungan.casework import clock
from naungan.casework.protection.models import Entry
from naungan.casework.protection.states import COVERED
from naungan.lib.dates import month_of


Place = tuple[int, str, str]
"""A scheme by its key, a village by its code, a roster by its name."""


def to_begin(numbers: Iterable[int], village_code: str = "") -> dict[Place, int]:
    """Count, in some schemes, whose protection is proven and begins in a later month.

    Nobody is protected before their first month, however early somebody pays.
    """
    later = Entry.objects.filter(
        scheme__in=numbers, state__in=COVERED, first_month__gt=month_of(clock.today())
    )
    if village_code:
        later = later.filter(village_code=village_code)
    rows = later.order_by().values_list("scheme_id", "village_code", "roster")
    return {
        (number, code, roster): people
        for number, code, roster, people in rows.annotate(people=Count("pk"))
    }
