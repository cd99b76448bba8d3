"""One promise with everything that hangs on it, and its history in one line of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import measuring
from naungan.casework.commitments.models import (
    Activity,
    Claim,
    Commitment,
    Evidence,
    Measurement,
    Reminder,
    Revision,
)
from naungan.casework.commitments.queries.lists import commitment


MOST_STEPS: Final = 200


@dataclass(frozen=True)
class Step:
    """One thing that happened to a promise: on which day, of which kind, the row itself."""

    on: date
    kind: str
    row: Any


@dataclass(frozen=True)
class Whole:
    """A promise, what the data said of it oldest first, and what people did and said."""

    commitment: Commitment
    measured: list[Measurement]
    claims: list[Claim]
    activities: list[Activity]
    evidence: list[Evidence]
    revisions: list[Revision]
    reminders: list[Reminder]
    replaces: Commitment | None

    @property
    def last_claim(self) -> Claim | None:
        """Give what was claimed last."""
        return self.claims[-1] if self.claims else None

    @property
    def history(self) -> list[Step]:
        """Give everything that happened, newest first."""
        one = self.commitment
        steps = [
            *(Step(row.as_of, "measured", row) for row in reversed(self.measured)),
            *(Step(row.claimed_on, "claimed", row) for row in self.claims),
            *(Step(clock.day_of(row.added_at), "shown", row) for row in self.evidence),
            *(Step(clock.day_of(row.at), "revised", row) for row in self.revisions),
            *(Step(row.noted_on, "reminded", row) for row in self.reminders),
            Step(one.promised_on, "promised", one),
        ]
        return sorted(steps, key=lambda step: step.on, reverse=True)[:MOST_STEPS]


def whole(scope: Scope, number: int) -> Whole | None:
    """Read one promise with everything; None where the scope does not reach it."""
    one = commitment(scope, number)
    if one is None:
        return None
    return Whole(
        commitment=one,
        measured=list(_measured(one)),
        claims=list(_of(Claim, one).select_related("institution", "waits_on")),
        activities=list(_of(Activity, one)),
        evidence=list(_of(Evidence, one).select_related("institution", "added_by")),
        revisions=list(_of(Revision, one).select_related("by")),
        reminders=list(_of(Reminder, one)),
        replaces=Commitment.objects.filter(replaced_by=one).first(),
    )


def _of(model: Any, one: Commitment) -> Any:
    return model.objects.filter(commitment=one)


def _measured(one: Commitment) -> Iterable[Measurement]:
    question = measuring.question_of(one)
    rows = Measurement.objects.filter(commitment=one, question=question)
    return rows.select_related("publication").order_by("as_of", "pk")


def evidence(scope: Scope, number: int) -> Evidence | None:
    """Give one piece of evidence of a promise that the scope reaches."""
    found = Evidence.objects.select_related("commitment").filter(pk=number).first()
    if found is None or commitment(scope, found.commitment_id) is None:
        return None
    return found


def activity(scope: Scope, number: int) -> Activity | None:
    """Give one piece of work under a promise that the scope reaches."""
    found = Activity.objects.select_related("commitment").filter(pk=number).first()
    if found is None or commitment(scope, found.commitment_id) is None:
        return None
    return found
