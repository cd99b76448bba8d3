"""Which promise an address means, and what somebody may do there."""

from dataclasses import dataclass

from django.http import Http404

from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import queries, states
from naungan.casework.commitments.models import Commitment


@dataclass(frozen=True)
class Place:
    """A promise that somebody sees; whoever keeps its record writes, its owner tells."""

    commitment: Commitment
    keeps: bool
    answers: bool

    @property
    def may_change(self) -> bool:
        """Tell whether what was promised can still be said anew."""
        return self.keeps and self.commitment.state == "open"

    @property
    def may_claim(self) -> bool:
        """Tell whether one may tell how far it is."""
        return self.answers and self.commitment.state == "open"

    @property
    def may_measure(self) -> bool:
        """Tell whether the data can be read for it now."""
        one = self.commitment
        return self.answers and bool(one.indicator) and one.state in states.MEASURED

    @property
    def may_reopen(self) -> bool:
        """Tell whether its end can be taken back."""
        return self.keeps and self.commitment.state in ("kept", "dropped")


def place(scope: Scope, one: Commitment) -> Place:
    """Tell what a scope may do with a promise."""
    writes = scope.may("keep_meetings")
    keeps = writes and one.institution_id == scope.institution_id
    owes = writes and one.owner_institution_id == scope.institution_id
    return Place(one, keeps, keeps or owes)


def place_of(scope: Scope, number: int) -> Place:
    """Find a promise; one that is not in sight is not there."""
    found = queries.commitment(scope, number)
    if found is None:
        raise Http404
    return place(scope, found)
