"""Which snapshot a page of employers reads: of one's region, else of one inside it."""

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door, employers
from naungan.casework.intake.models import Publication


def in_reach(scope: Scope) -> list[Publication]:
    """Give the snapshot of one's own region, or else those of the regions below."""
    own = door.newest(scope.region_code)
    if own is not None:
        return [own]
    below = f"{scope.region_code}." if scope.region_code else ""
    return [
        one for one in door.published_regions() if one.region_code.startswith(below)
    ]


def chosen(published: list[Publication], code: str) -> Publication | None:
    """Give the snapshot asked for, or the only one; None where one must choose."""
    if len(published) == 1:
        return published[0]
    return next((one for one in published if one.region_code == code), None)


def of_employer(scope: Scope, number: int) -> Publication | None:
    """Give the snapshot in reach that knows an employer; None where none does."""
    published = in_reach(scope)
    if len(published) == 1:
        return published[0]
    return next(
        (one for one in published if employers.employer(one, scope, number)), None
    )
