"""Which event or version an address means, and what one's institution may do with it."""

from dataclasses import dataclass

from django.http import Http404

from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.models import Event, Minutes
from naungan.casework.coordination.queries import chains


@dataclass(frozen=True)
class Place:
    """An event that somebody sees; `keeps` where their institution writes its record."""

    event: Event
    keeps: bool


def place_of(scope: Scope, number: int) -> Place:
    """Find an event; one that is not in sight is not there."""
    seen = chains.in_sight(scope).select_related("institution")
    event = seen.filter(pk=number).first()
    if event is None:
        raise Http404
    keeps = event.institution_id == scope.institution_id and scope.may("keep_meetings")
    return Place(event, keeps)


def kept(scope: Scope, number: int) -> Place:
    """Find an event that one's own institution keeps."""
    found = place_of(scope, number)
    if not found.keeps:
        raise Http404
    return found


def version_of(place: Place, key: int) -> Minutes:
    """Find a version of an event's minutes or action plan."""
    found = place.event.minutes.select_related("institution").filter(pk=key).first()
    if found is None:
        raise Http404
    return found
