"""Whose turn it is in a case: whoever may take a step that follows the last one.

The arrows of the law say which actor goes on after a step. A case at the inspector's
first note waits for the inspector, though the branch that opened it sees it as well.
Where the law names nobody, or nobody of that kind takes part, its owner goes on.
"""

from collections.abc import Mapping
from functools import cache
from itertools import chain

from django.db.models import Q

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import Participation
from naungan.casework.compliance.rules import BESIDE, RETURNED
from naungan.law.book import enacted
from naungan.law.step import TRACKS, edges, ladder


Kinds = frozenset[str]


def ours(scope: Scope) -> Q:
    """Tell of cases that a scope reaches whether its institution is to go on."""
    after = who_goes_on()
    acts = [stage for stage, held in after.items() if scope.institution_kind in held]
    owners = ~Q(stage__in=list(after))
    for held, stages in _by_kinds(after).items():
        if scope.institution_kind not in held:
            there = Participation.objects.filter(until=None, institution__kind__in=held)
            partners = there.order_by().values("case_id")
            owners |= Q(stage__in=stages) & ~Q(pk__in=partners)
    own = Q(institution_id=scope.institution_id)
    return Q(stage__in=acts) | (own & owners)


@cache
def who_goes_on() -> Mapping[str, Kinds]:
    """Give the kinds of institutions that may go on after each step, on either track.

    A step beside the ladder leaves that with whoever could go on before it, save a
    mandate given back, after which its owner decides anew.
    """
    steps = enacted().steps
    follow: dict[str, set[str]] = {code: set() for code in steps}
    for before, after in chain(*(edges(steps, track) for track in TRACKS)):
        follow[before].add(after)
    for step in chain(*(ladder(steps, track) for track in TRACKS)):
        if step.nature == BESIDE and step.code != RETURNED and not follow[step.code]:
            earlier = {one for place in step.places for one in place.after}
            follow[step.code] = set().union(*(follow[one] for one in earlier))
    return {
        code: frozenset(
            kind for one in later for kind in kinds.ACTORS[steps[one].actor]
        )
        for code, later in follow.items()
        if later
    }


def _by_kinds(after: Mapping[str, Kinds]) -> dict[Kinds, list[str]]:
    found: dict[Kinds, list[str]] = {}
    for stage, held in after.items():
        found.setdefault(held, []).append(stage)
    return found
