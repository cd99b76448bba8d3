"""Which claim a page is about, and what who looks may do with it."""

from dataclasses import dataclass

from django.http import Http404

from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits import states
from naungan.casework.benefits.models import Claim
from naungan.casework.benefits.queries import claims


@dataclass(frozen=True)
class Desk:
    """A claim, and which of its acts belong to who looks.

    `keeps` at the branch that pays, `decides` who decides there, `writes` whoever keeps
    or reported it.
    """

    claim: Claim
    keeps: bool
    decides: bool
    writes: bool

    def may(self, verb: str) -> bool:
        """Tell whether the state of the claim lets a verb happen."""
        return states.may(self.claim.state, verb)

    @property
    def collects(self) -> bool:
        """Tell whether papers are taken in by who looks."""
        return self.writes and self.claim.state in ("reported", "collecting")

    @property
    def corrects(self) -> bool:
        """Tell whether who looks may say something else about it."""
        return self.writes and self.claim.state in (
            "reported",
            "collecting",
            "complete",
        )

    @property
    def reads_account(self) -> bool:
        """Tell whether what exactly happened is for who looks."""
        return self.writes


def desk_of(scope: Scope, number: int) -> Desk:
    """Give a claim that one may see, or nothing is there; the look is on record."""
    found = claims.claim(scope, number)
    if found is None:
        raise Http404
    own = found.institution_id == scope.institution_id
    wrote = found.reported_by_id == scope.institution_id
    return Desk(
        found,
        keeps=own and scope.may("record_claims"),
        decides=own and scope.may("decide_claims"),
        writes=(own or wrote) and scope.may("record_claims"),
    )
