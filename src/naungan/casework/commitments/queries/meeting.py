"""What a meeting is told of promises: its own, and those of the meetings before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import judging, settling
from naungan.casework.commitments.models import Commitment
from naungan.casework.commitments.queries.lists import ORDER, commitments
from naungan.casework.coordination.models import Event


@dataclass(frozen=True)
class Line:
    """One promise as a meeting reads it: where it stands, how far the data say it is.

    `lacks` is what `judging.lacks` names, `progress` is in percent of the way from the first figure to the target, `expected`
    the percent of its time that is used.
    """

    commitment: Commitment
    standing: str
    lacks: tuple[str, ...]
    progress: Decimal | None
    expected: Decimal | None

    @property
    def is_open_ended(self) -> bool:
        """Tell whether a running promise lacks an owner, a day, or a figure to prove it.

        What ended is not waited for, whatever it lacked.
        """
        return self.commitment.state == "open" and bool(self.lacks)

    @property
    def is_behind(self) -> bool:
        """Tell whether a running promise used more of its time than it made of its way."""
        if self.standing != "running" or self.commitment.is_met:
            return False
        if self.progress is None or self.expected is None:
            return False
        return self.progress < self.expected

    @property
    def began_met(self) -> bool:
        """Tell whether a target was met from the beginning and still is."""
        one = self.commitment
        return one.is_met is not False and judging.began_met(settling.aim(one))

    @property
    def is_contradicted(self) -> bool:
        """Tell whether the data contradict what was said, or its being kept."""
        one = self.commitment
        return one.verdict == "contradicted" or (
            one.state == "kept" and one.is_met is False
        )


def of_event(scope: Scope, event: Event) -> QuerySet[Commitment]:
    """Give the promises made in a meeting, in the order of their days."""
    return of_events(scope, [event.pk])


def of_events(scope: Scope, events: Iterable[int]) -> QuerySet[Commitment]:
    """Give the promises made in some meetings, by their numbers.

    A promise stays with the record in which it was made, also where that record was
    put into another one of the same meeting.
    """
    keys = list(events)
    met = Event.objects.filter(Q(pk__in=keys) | Q(merged_into__in=keys))
    found = commitments(scope).filter(event_id__in=met.values("pk"))
    return found.select_related("owner_institution", "event").order_by(*ORDER)


def lines(scope: Scope, events: Sequence[int], today: date) -> list[Line]:
    """Give the promises of some meetings with what the data say, late ones first."""
    found = [line(one, today) for one in of_events(scope, events)]
    place = {"late": 0, "running": 1, "kept": 2, "replaced": 3, "dropped": 4}
    return sorted(found, key=lambda one: place[one.standing])


def line(one: Commitment, today: date) -> Line:
    """Tell where a promise stands on a day."""
    return Line(
        commitment=one,
        standing=judging.standing(
            state=one.state, due_on=one.due_on, is_met=one.is_met, today=today
        ),
        lacks=judging.lacks(
            owner=bool(one.owner_institution_id or one.owner_name or one.owner_person),
            due_on=one.due_on,
            indicator=one.indicator,
            target=one.target,
        ),
        progress=judging.progress(settling.aim(one), one.value),
        expected=judging.expected(one.promised_on, one.due_on, today),
    )
