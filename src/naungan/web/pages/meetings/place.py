"""Which event an address means, and what somebody may do there."""

from dataclasses import dataclass

from django.http import Http404

from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.access import SPOKEN, WRITTEN
from naungan.casework.coordination.models import Event
from naungan.casework.coordination.queries import listing
from naungan.casework.coordination.states import DRAFTED
from naungan.web.pages.meetings import words


@dataclass(frozen=True)
class Place:
    """An event that somebody sees; `keeps` where their institution writes its record."""

    event: Event
    keeps: bool

    @property
    def may_write(self) -> bool:
        """Tell whether whom and what it is about can still be written."""
        return self.keeps and self.event.state in WRITTEN

    @property
    def may_note(self) -> bool:
        """Tell whether what is said can be written now."""
        return self.keeps and self.event.state in SPOKEN

    @property
    def may_reopen(self) -> bool:
        """Tell whether its minutes stand and may be opened again."""
        return self.keeps and self.event.state in DRAFTED

    @property
    def day(self) -> str:
        """Say when it is."""
        return words.day_of(self.event)

    @property
    def where(self) -> str:
        """Say where it is."""
        return ", ".join(one for one in (self.event.venue, self.event.city) if one)


def place_of(scope: Scope, number: int) -> Place:
    """Find an event; one that is not in sight is not there."""
    event = listing.event(scope, number)
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
