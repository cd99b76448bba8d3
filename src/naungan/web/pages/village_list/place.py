"""Which list a page is about: the scheme and the village, as far as one may see them."""

from dataclasses import dataclass

from django.http import Http404

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection import access
from naungan.casework.protection.models import Entry, Scheme
from naungan.casework.protection.queries import people, schemes
from naungan.lib import regions
from naungan.web.pages.village_list import presenter


@dataclass(frozen=True)
class Place:
    """A scheme's list in one village, and whether who looks may write on it."""

    scheme: Scheme
    code: str
    may_write: bool

    @property
    def name(self) -> str:
        """Name the village."""
        return presenter.name_of(self.code)


def scheme_of(scope: Scope, number: int) -> Scheme:
    """Give a scheme that one may see, or nothing is there."""
    found = schemes.scheme(scope, number)
    if found is None:
        raise Http404
    return found


def place_of(scope: Scope, number: int, code: str) -> Place:
    """Give the list of a village; of one outside one's region there is nothing."""
    scheme = scheme_of(scope, number)
    inside = regions.lies_in(code, scope.region_code)
    if not inside or not regions.lies_in(code, scheme.region_code) or not code:
        raise Http404
    return Place(scheme, code, _may_write(scope, scheme, code))


def entry_of(scope: Scope, number: int) -> Entry:
    """Give a person on a list that one may see; the look is on record."""
    found = people.person(scope, number)
    if found is None:
        raise Http404
    return found


def place_of_entry(scope: Scope, entry: Entry) -> Place:
    """Give the list on which a person stands."""
    may = _may_write(scope, entry.scheme, entry.village_code)
    return Place(entry.scheme, entry.village_code, may)


def _may_write(scope: Scope, scheme: Scheme, code: str) -> bool:
    try:
        access.check_proposes(by=scope, scheme=scheme, village_code=code)
    except ActRefused:
        return False
    return True
