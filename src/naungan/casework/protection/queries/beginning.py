"""Who is proven and not protected now: before the first month, or after a death."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from naungan.casework import clock
from naungan.casework.protection.models import Entry
from naungan.casework.protection.states import COVERED
from naungan.lib.dates import month_of, month_start


Place = tuple[int, str, str]
"""A scheme by its key, a village by its code, a roster by its name."""


@dataclass(frozen=True)
class Apart:
    """How many are proven and not covered now.

    The protection of `to_begin` begins in a later month; of `died` a death was reported
    that fell in an earlier one.
    """

    to_begin: int = 0
    died: int = 0

    def __add__(self, other: "Apart") -> "Apart":
        """Sum two places up."""
        return Apart(self.to_begin + other.to_begin, self.died + other.died)

    @property
    def people(self) -> int:
        """Count everybody."""
        return self.to_begin + self.died


def apart(numbers: Iterable[int], village_code: str = "") -> dict[Place, Apart]:
    """Count, in some schemes, who is proven and not covered now.

    Nobody is protected before their first month, however early somebody pays, nor after
    the month of their death.
    """
    month = month_of(clock.today())
    later = Q(first_month__gt=month)
    died = Q(died_on__lt=month_start(month))
    alive = Q(died_on=None) | Q(died_on__gte=month_start(month))
    found = Entry.objects.filter(later | died, scheme__in=numbers, state__in=COVERED)
    if village_code:
        found = found.filter(village_code=village_code)
    rows = found.order_by().values_list("scheme_id", "village_code", "roster")
    counted = rows.annotate(
        later=Count("pk", filter=later & alive), died=Count("pk", filter=died)
    )
    return {
        (number, code, roster): Apart(to_begin, dead)
        for number, code, roster, to_begin, dead in counted
    }


def apart_in(numbers: Iterable[int], village_code: str = "") -> Apart:
    """Sum them up over all places."""
    return sum(apart(numbers, village_code).values(), Apart())
