"""Many schemes at a glance: their people by state, places and money, each by one question."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, Sum

from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.models import (
    BilledMonth,
    Budget,
    PaidMonth,
    Participation,
    Quota,
    Scheme,
    Tally,
)
from naungan.casework.protection.queries.beginning import Apart, apart
from naungan.casework.protection.queries.schemes import in_place
from naungan.casework.protection.states import COVERED, FILLING, TAKEN


@dataclass(frozen=True)
class Summary:
    """One scheme in figures: places, people by state, ceiling and what was paid.

    Those `apart` are proven, and not covered now.
    """

    quota: int
    states: Mapping[str, int]
    ceiling_idr: int
    billed_idr: int
    paid_idr: int
    apart: Apart = Apart()

    @property
    def listed(self) -> int:
        """Count who fills a place: whoever must be corrected or waits does not."""
        return self._sum(FILLING)

    @property
    def taken(self) -> int:
        """Count whom a decree names."""
        return self._sum(TAKEN)

    @property
    def proven(self) -> int:
        """Count whom a payment or the extract proves, whenever their months begin."""
        return self._sum(COVERED)

    @property
    def covered(self) -> int:
        """Count who is proven, lives, and whose months have come and are not over."""
        return self.proven - self.apart.people

    def in_states(self, *states: str) -> int:
        """Count who is in one of some states."""
        return self._sum(states)

    def _sum(self, states: Sequence[str]) -> int:
        return sum(self.states.get(one, 0) for one in states)


def summaries(found: Sequence[Scheme], place: str = "") -> dict[int, Summary]:
    """Sum up schemes by five questions, however many they are.

    For a `place`, a village or district at work, the months of its own people are
    summed: a bill for many villages is not its to see.
    """
    numbers = [one.pk for one in found]
    states: dict[int, dict[str, int]] = {number: {} for number in numbers}
    lines = Tally.objects.filter(scheme__in=numbers).order_by()
    counted = lines.values_list("scheme_id", "state").annotate(count=Sum("people"))
    for number, state, people in counted:
        states[number][state] = people
    places = _sums(Quota, numbers, "people")
    ceilings = _sums(Budget, numbers, "ceiling_idr")
    billed = _billed(numbers, place)
    beside: dict[int, Apart] = defaultdict(Apart)
    for (number, _village, _roster), some in apart(numbers).items():
        beside[number] += some
    return {
        number: Summary(
            places.get(number, 0),
            states[number],
            ceilings.get(number, 0),
            *billed.get(number, (0, 0)),
            beside[number],
        )
        for number in numbers
    }


def _billed(numbers: list[int], place: str) -> dict[int, tuple[int, int]]:
    """Sum what was billed and what of it was paid."""
    money: QuerySet[Any] = BilledMonth.objects.filter(scheme__in=numbers)
    is_paid = Q(billing__paid_on__isnull=False)
    if place:
        money = PaidMonth.objects.filter(in_place(place), scheme__in=numbers)
        is_paid = Q(paid_on__isnull=False)
    rows = money.order_by().values_list("scheme_id")
    sums = rows.annotate(all=Sum("amount_idr"), paid=Sum("amount_idr", filter=is_paid))
    return {number: (billed, paid or 0) for number, billed, paid in sums}


def _sums(
    model: type[Quota] | type[Budget], numbers: list[int], field: str
) -> dict[int, int]:
    found = model.objects.filter(scheme__in=numbers).order_by()
    return dict(found.values_list("scheme_id").annotate(sum=Sum(field)))


def is_inside(scope: Scope, one: Scheme) -> bool:
    """Tell whether one's institution owns a scheme or takes part in it."""
    if one.institution_id == scope.institution_id:
        return True
    part = Participation.objects.filter(
        scheme=one, institution_id=scope.institution_id, ended_on=None
    )
    return part.exists()
