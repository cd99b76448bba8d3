"""Many schemes at a glance: their people by state, places and money, each by one question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, Sum

from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.models import (
    BilledMonth,
    Budget,
    Participation,
    Quota,
    Scheme,
    Tally,
)
from naungan.casework.protection.states import COVERED, FILLING, TAKEN


@dataclass(frozen=True)
class Summary:
    """One scheme in figures: places, people by state, ceiling and what was paid."""

    quota: int
    states: Mapping[str, int]
    ceiling_idr: int
    billed_idr: int
    paid_idr: int

    @property
    def listed(self) -> int:
        """Count who fills a place: whoever must be corrected or waits does not."""
        return self._sum(FILLING)

    @property
    def taken(self) -> int:
        """Count whom a decree names."""
        return self._sum(TAKEN)

    @property
    def covered(self) -> int:
        """Count whom a payment or the extract proves."""
        return self._sum(COVERED)

    def in_states(self, *states: str) -> int:
        """Count who is in one of some states."""
        return self._sum(states)

    def _sum(self, states: Sequence[str]) -> int:
        return sum(self.states.get(one, 0) for one in states)


def summaries(found: Sequence[Scheme]) -> dict[int, Summary]:
    """Sum up schemes by four questions, however many they are."""
    numbers = [one.pk for one in found]
    states: dict[int, dict[str, int]] = {number: {} for number in numbers}
    lines = Tally.objects.filter(scheme__in=numbers).order_by()
    counted = lines.values_list("scheme_id", "state").annotate(count=Sum("people"))
    for number, state, people in counted:
        states[number][state] = people
    places = _sums(Quota, numbers, "people")
    ceilings = _sums(Budget, numbers, "ceiling_idr")
    money = BilledMonth.objects.filter(scheme__in=numbers).order_by()
    billed = {
        number: (everything, paid or 0)
        for number, everything, paid in money.values_list("scheme_id").annotate(
            everything=Sum("amount_idr"),
            paid=Sum("amount_idr", filter=Q(billing__paid_on__isnull=False)),
        )
    }
    return {
        number: Summary(
            places.get(number, 0),
            states[number],
            ceilings.get(number, 0),
            *billed.get(number, (0, 0)),
        )
        for number in numbers
    }


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
