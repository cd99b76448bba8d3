"""Which scheme a page is about, and what who looks may do with it."""

from dataclasses import dataclass

from django.http import Http404

from naungan.casework.accounts.scope import Scope
from naungan.casework.protection import access
from naungan.casework.protection.categories import CATEGORIES
from naungan.casework.protection.models import Scheme
from naungan.casework.protection.queries import overview, schemes


@dataclass(frozen=True)
class Desk:
    """A scheme, and which of its acts belong to who looks.

    Whoever is not `inside` sees their own villages of it, and no money.
    """

    scheme: Scheme
    inside: bool
    manages: bool
    decides: bool
    funds: bool
    enrols: bool

    @property
    def is_open(self) -> bool:
        """Tell whether lists are being written and acts done."""
        return self.scheme.state == "open"

    @property
    def has_rosters(self) -> bool:
        """Tell whether people stand on lists that are no village's."""
        return CATEGORIES[self.scheme.category].has_rosters

    @property
    def is_draft(self) -> bool:
        """Tell whether the scheme is still its owner's alone."""
        return self.scheme.state == "draft"


def desk_of(scope: Scope, number: int) -> Desk:
    """Give a scheme that one may see, or nothing is there."""
    found = schemes.scheme(scope, number)
    if found is None:
        raise Http404
    inside = overview.is_inside(scope, found)
    own = found.institution_id == scope.institution_id
    kind = access.kind_of(scope) if inside else ""
    makes = own and kind in access.MANAGING
    return Desk(
        scheme=found,
        inside=inside,
        manages=makes and scope.may("manage_schemes"),
        decides=own and scope.may("decide_people"),
        funds=kind in access.TREASURIES and scope.may("record_funds"),
        enrols=inside and (scope.may("enrol_people") or scope.may("manage_schemes")),
    )


def inside_of(scope: Scope, number: int) -> Desk:
    """Give a scheme of one's own or in which one takes part; else nothing is there."""
    desk = desk_of(scope, number)
    if not desk.inside:
        raise Http404
    return desk


def may_make(scope: Scope) -> bool:
    """Tell whether one's institution makes schemes, and one's role manages them."""
    return scope.may("manage_schemes") and access.kind_of(scope) in access.MANAGING
