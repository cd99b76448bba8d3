"""Who is proven and not protected now: too early, after a death, or once all is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, IntegerField, Q, QuerySet, Sum, Value

from naungan.casework import clock
from naungan.casework.protection.models import Entry, Scheme, Tally
from naungan.casework.protection.states import COVERED
from naungan.lib.dates import month_of, month_start


Place = tuple[int, str, str]
"""A scheme by its key, a village by its code, a roster by its name."""
PLACE: Final = ("scheme_id", "village_code", "roster")
NOBODY: Final = Value(0, IntegerField())


@dataclass(frozen=True)
class Apart:
    """How many are proven and not covered now.

    The protection of `to_begin` begins in a later month; of `died` a death was reported
    that fell in an earlier one; the last month of the scheme of `over` is past. Nobody
    is counted twice.
    """

    to_begin: int = 0
    died: int = 0
    over: int = 0

    def __add__(self, other: "Apart") -> "Apart":
        """Sum two places up."""
        return Apart(
            self.to_begin + other.to_begin,
            self.died + other.died,
            self.over + other.over,
        )

    @property
    def people(self) -> int:
        """Count everybody."""
        return self.to_begin + self.died + self.over


def apart(numbers: Iterable[int], village_code: str = "") -> dict[Place, Apart]:
    """Count, in some schemes, who is proven and not covered now.

    Nobody is protected before their first month, however early somebody pays, nor after
    the month of their death, nor after the last month of the scheme: whoever goes on is
    covered in the scheme after it, and nowhere twice.
    """
    month = month_of(clock.today())
    kept = Q(scheme__in=numbers, state__in=COVERED)
    if village_code:
        kept &= Q(village_code=village_code)
    rows = _among(kept, month).union(_over(kept, month), all=True)
    return {
        (number, code, roster): Apart(to_begin, died, over)
        for number, code, roster, to_begin, died, over in rows
    }


def _among(kept: Q, month: int) -> QuerySet[Any, tuple[Any, ...]]:
    """Count those whose scheme is not over, by place."""
    later = Q(first_month__gt=month)
    died = Q(died_on__lt=month_start(month))
    alive = Q(died_on=None) | Q(died_on__gte=month_start(month))
    found = Entry.objects.filter(later | died, kept, scheme__until_month__gte=month)
    return (
        found.order_by()
        .values_list(*PLACE)
        .annotate(
            later=Count("pk", filter=later & alive),
            died=Count("pk", filter=died),
            over=NOBODY,
        )
    )


def _over(kept: Q, month: int) -> QuerySet[Any, tuple[Any, ...]]:
    """Count everybody of the schemes whose last month is past, by place."""
    found = Tally.objects.filter(kept, people__gt=0, scheme__until_month__lt=month)
    rows = found.order_by().values_list(*PLACE)
    return rows.annotate(later=NOBODY, died=NOBODY, over=Sum("people"))


def proven_and_dead(found: Iterable[Scheme], day: date) -> int:
    """Count whom a payment or the extract proves and who died before the month of a day.

    They stay counted once their scheme is over: nobody comes back.
    """
    first = day.replace(day=1)
    dead = Entry.objects.filter(scheme__in=found, state__in=COVERED, died_on__lt=first)
    return dead.count()


def apart_in(numbers: Iterable[int], village_code: str = "") -> Apart:
    """Sum them up over all places."""
    return sum(apart(numbers, village_code).values(), Apart())
