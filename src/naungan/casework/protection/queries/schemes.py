"""Schemes, their states apart, and their villages against the quota."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q, QuerySet, Sum

from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.models import (
    Check,
    Participation,
    Quota,
    ReportedFigure,
    Scheme,
    Tally,
)
from naungan.casework.protection.policies import standing
from naungan.casework.protection.queries.beginning import Apart, apart
from naungan.casework.protection.states import COVERED, FILLING, STATES, TAKEN
from naungan.lib import regions


DISTRICT_DOTS: Final = 2  # in the code of a district: 16.04.10


def schemes(scope: Scope) -> QuerySet[Scheme]:
    """Give the schemes one may see: one's own, those one takes part in, one's village's."""
    part = Participation.objects.filter(
        institution_id=scope.institution_id, ended_on=None
    )
    seen = Q(institution_id=scope.institution_id) | Q(pk__in=part.values("scheme_id"))
    if scope.region_code:
        around = [
            ".".join(scope.region_code.split(".")[:end])
            for end in range(len(scope.region_code.split(".")) + 1)
        ]
        below = Q(region_code__startswith=f"{scope.region_code}.")
        seen |= Q(state__in=("open", "closed")) & (Q(region_code__in=around) | below)
    return Scheme.objects.filter(seen).select_related("institution", "campaign")


def place_of(scope: Scope) -> str:
    """Give the district or village at work; nothing where it is a larger region.

    Bills for many villages are not theirs to see; the months of their people are.
    """
    is_small = scope.region_code.count(".") >= DISTRICT_DOTS
    return scope.region_code if is_small else ""


def in_place(code: str) -> Q:
    """Keep the rows of the villages of a district, or of one village."""
    return Q(village_code=code) | Q(village_code__startswith=f"{code}.")


def scheme(scope: Scope, number: int) -> Scheme | None:
    """Give a scheme that one may see."""
    return schemes(scope).filter(pk=number).first()


def states_of(one: Scheme, village_code: str = "") -> dict[str, int]:
    """Count everybody of a scheme by state; the counts add up to the list."""
    lines = Tally.objects.filter(scheme=one)
    if village_code:
        lines = lines.filter(village_code=village_code)
    counted = lines.order_by().values_list("state").annotate(count=Sum("people"))
    found = dict(counted)
    return {state: found.get(state, 0) for state in STATES}


@dataclass(frozen=True)
class Progress:
    """How far a village is: its quota, and its people by state.

    Those `apart` are proven, and not covered now.
    """

    village_code: str
    quota: int | None
    states: Mapping[str, int]
    policy: str
    roster: str = ""
    apart: Apart = Apart()

    @property
    def listed(self) -> int:
        """Count who fills a place: whoever must be corrected or waits does not."""
        return sum(self.states.get(state, 0) for state in FILLING)

    @property
    def flagged(self) -> int:
        """Count who must be corrected first."""
        return self.states.get("flagged", 0) + self.states.get("proposed", 0)

    @property
    def taken(self) -> int:
        """Count whom a decree names."""
        return sum(self.states.get(state, 0) for state in TAKEN)

    @property
    def proven(self) -> int:
        """Count whom a payment or the extract proves, whenever their months begin."""
        return sum(self.states.get(state, 0) for state in COVERED)

    @property
    def covered(self) -> int:
        """Count who is proven, lives, and whose months have come and are not over."""
        return self.proven - self.apart.people

    @property
    def reached(self) -> int:
        """Count who is covered, or was until the scheme was over."""
        return self.covered + self.apart.over

    @property
    def standing(self) -> str:
        """Tell whether the village is short, has room, met its quota, or is over it."""
        if self.quota is None:
            return "met"
        over = self.states.get("reserve", 0)
        return standing(self.policy, self.quota, self.listed + over)


def progress(one: Scheme) -> list[Progress]:
    """Give every village of a scheme with its quota and its people, by code.

    Villages that have a quota and wrote nobody are there, with nobody. The places of
    rosters in a village are those of the village, too.
    """
    return progress_of([one])[one.pk]


def progress_of(found: Sequence[Scheme]) -> dict[int, list[Progress]]:
    """Give the villages of several schemes at once, by the key of the scheme."""
    places: dict[int, dict[str, int]] = {one.pk: {} for one in found}
    quotas = Quota.objects.filter(scheme__in=places).order_by()
    for key, code, people in quotas.values_list("scheme_id", "village_code", "people"):
        places[key][code] = places[key].get(code, 0) + people
    states: dict[int, dict[str, dict[str, int]]] = {
        key: {code: {} for code in own} for key, own in places.items()
    }
    lines = Tally.objects.filter(scheme__in=places, people__gt=0).order_by()
    named = ("scheme_id", "village_code", "state", "people")
    for key, code, state, people in lines.values_list(*named):
        told = states[key].setdefault(code, {})
        told[state] = told.get(state, 0) + people
    beside: dict[tuple[int, str], Apart] = defaultdict(Apart)
    for (key, code, _roster), some in apart(places).items():
        beside[key, code] += some
    return {
        one.pk: [
            Progress(
                code,
                places[one.pk].get(code),
                states[one.pk][code],
                one.policy,
                apart=beside[one.pk, code],
            )
            for code in sorted(states[one.pk])
        ]
        for one in found
    }


def rosters(one: Scheme) -> list[Progress]:
    """Give every roster of a scheme, as that of a polling station, with its people."""
    places = {(code, roster): people for code, roster, people in _places(one)}
    states: dict[tuple[str, str], dict[str, int]] = {
        key: {} for key in places if key[1]
    }
    for code, roster, state, people in _counted(one):
        if roster:
            told = states.setdefault((code, roster), {})
            told[state] = told.get(state, 0) + people
    beside = apart([one.pk])
    return [
        Progress(
            code,
            places.get((code, roster)),
            told,
            one.policy,
            roster,
            beside.get((one.pk, code, roster), Apart()),
        )
        for (code, roster), told in sorted(states.items())
    ]


def _places(one: Scheme) -> list[tuple[str, str, int]]:
    quotas = Quota.objects.filter(scheme=one).order_by()
    return list(quotas.values_list("village_code", "roster", "people"))


def _counted(one: Scheme) -> list[tuple[str, str, str, int]]:
    lines = Tally.objects.filter(scheme=one, people__gt=0).order_by()
    return list(lines.values_list("village_code", "roster", "state", "people"))


def quota_of(one: Scheme, village_code: str) -> Quota | None:
    """Give the quota that a village shares: its own, else of the nearest region."""
    quotas = [
        quota
        for quota in Quota.objects.filter(scheme=one, roster="")
        if regions.lies_in(village_code, quota.village_code)
    ]
    return max(quotas, key=lambda quota: len(quota.village_code), default=None)


def quota_people(one: Scheme) -> int:
    """Sum the places of a scheme."""
    return Quota.objects.filter(scheme=one).aggregate(sum=Sum("people"))["sum"] or 0


def check_counts(one: Scheme, village_code: str = "") -> dict[str, int]:
    """Count what the checks found among people who are not decided yet, by check."""
    found = Check.objects.filter(
        scheme=one, entry__state__in=("flagged", "reserve", "valid")
    )
    if village_code:
        found = found.filter(village_code=village_code)
    counted = found.order_by().values_list("code").annotate(people=Count("pk"))
    return dict(counted.order_by("-people", "code"))


@dataclass(frozen=True)
class CohortSum:
    """Reported people of several schemes: summed by year and standing, never across.

    `mixed` is the sum of all and must only be shown with the parts beside it.
    """

    parts: Mapping[tuple[int, str], int]

    @property
    def mixed(self) -> int:
        """Give the sum over all years and standings."""
        return sum(self.parts.values())

    @property
    def needs_label(self) -> bool:
        """Tell whether the sum adds different years or what is paid to what is not."""
        return len(self.parts) > 1


def cohort_sum(figures: QuerySet[ReportedFigure]) -> CohortSum:
    """Sum reported people by year and by whether they are covered or only budgeted."""
    parts: dict[tuple[int, str], int] = {}
    people = figures.filter(kind="people").order_by("year", "standing")
    for year, how, amount in people.values_list("year", "standing", "amount"):
        parts[year, how] = parts.get((year, how), 0) + amount
    return CohortSum(parts)
