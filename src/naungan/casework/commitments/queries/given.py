"""Promises that a meeting gave an institution and of which it has not said a word yet."""

from datetime import date, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.models import Activity, Claim, Commitment, Evidence
from naungan.casework.coordination.states import DRAFTED


NEW_DAYS: Final = 61
"""So long after its meeting a promise is new; minutes take weeks to be approved."""


def given(scope: Scope, today: date) -> QuerySet[Commitment]:
    """Give running promises that minutes of others lay on one's institution, still unanswered.

    One leaves the list once its owner reports on it, plans its work or shows evidence,
    and when it is due: then it waits as one that is late.
    """
    if not scope.may("see_meetings"):
        return Commitment.objects.none()
    here = scope.institution_id
    answered = [
        Exists(model.objects.filter(commitment=OuterRef("pk"), institution_id=here))
        for model in (Claim, Activity, Evidence)
    ]
    found = Commitment.objects.filter(
        Q(due_on=None) | Q(due_on__gte=today),
        state="open",
        owner_institution_id=here,
        event__state__in=DRAFTED,
        event__sort_on__gte=today - timedelta(days=NEW_DAYS),
    ).exclude(institution_id=here)
    return found.exclude(answered[0] | answered[1] | answered[2]).order_by(
        "-event__sort_on", "pk"
    )
