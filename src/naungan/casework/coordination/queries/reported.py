"""Is a report of an event that is on record already? Suggested, never decided."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.db.models import Count, Q

from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.models import Event
from naungan.casework.coordination.queries import listing
from naungan.lib import regions


MOST: Final = 5
LOOKED_AT: Final = 50


SHARED: Final = 2  # names of people in both, where the report prints no day


def alike(
    scope: Scope,
    *,
    held_on: date | None,
    region_code: str,
    url: str,
    sha256: str,
    names: Sequence[str] = (),
) -> list[Event]:
    """Give events with the same source, or on the same day where one lies in the other.

    A report without a day is known by the people whom both name.
    """
    known = listing.events(scope).exclude(state="merged")
    sourced = Q(sources__sha256=sha256)
    if url:
        sourced |= Q(sources__url=url)
    found = list(known.filter(sourced).distinct()[:MOST])
    if held_on is not None:
        same_day = known.filter(held_on=held_on)[:LOOKED_AT]
        found += [one for one in same_day if _near(one.region_code, region_code)]
    elif names:
        met = Q(attendance__name__in=[*names])
        shared = known.annotate(met=Count("attendance__name", met, distinct=True))
        same_people = shared.filter(met__gte=SHARED)[:LOOKED_AT]
        found += [one for one in same_people if _near(one.region_code, region_code)]
    return list({one.pk: one for one in found}.values())[:MOST]


def _near(one: str, other: str) -> bool:
    return regions.lies_in(one, other) or regions.lies_in(other, one)
