"""A day's work: terms, answers, hand-overs and mandates that wait, visits."""

from collections.abc import Sized
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import (
    Case as When,
    Count,
    Q,
    QuerySet,
    Value,
    When as Is,
)

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.models import (
    Case,
    HandOver,
    PlannedVisit,
    Reply,
    Skk,
)
from naungan.casework.compliance.queries.denied import denied
from naungan.casework.compliance.queries.lists import SOON, cases, told, waiting
from naungan.casework.compliance.queries.turns import ours


MOST: Final = 30
"""How many of each kind a day shows; the counts tell of all."""
COUNTED: Final = (
    *("open", "over", "soon"),
    *("us", "employer", "reply", "other_institution"),
)
"""What open cases are counted by."""


@dataclass(frozen=True)
class MyDay:
    """What waits today, the most pressing first; `counts` tells of all there is.

    Its keys: open, over (terms that ran out), soon, us, employer, reply,
    other_institution, all of open cases; hand_overs, mandates (to us), visits, and denied
    of our own that are settled.
    """

    due: list[Case]
    ours: list[Case]
    replies: list[Reply]
    hand_overs_to_us: list[HandOver]
    hand_overs_sent: list[HandOver]
    mandates: list[Skk]
    visits: list[PlannedVisit]
    denied: list[Case]
    counts: dict[str, int]


def my_day(scope: Scope, today: date) -> MyDay:
    """Gather what waits for an institution today; what is not there is not asked for."""
    count = counted(scope, today)
    held = cases(scope).filter(ours(scope), state="open")
    ending = held.filter(due_on__lte=today + SOON).order_by("due_on", "pk")
    to_take = held.filter(waits_for="us").order_by("stage_since", "pk")
    sent = HandOver.objects.filter(state="sent").select_related(
        "case", "institution", "to"
    )
    here = scope.institution_id
    to_us = sent.filter(to_id=here).order_by("sent_on", "pk")
    visits = _visits(here, today)
    given = mandates_to_enter(scope).select_related("case", "institution")
    shown, coming = list(to_us[:MOST]), list(visits[:MOST])
    own = cases(scope).filter(denied(), institution_id=here).order_by("pk")
    contrary = list(own[:MOST])
    to_enter = list(given.order_by("issued_on", "pk")[:MOST])
    return MyDay(
        due=list(ending[:MOST]) if count["over"] + count["soon"] else [],
        ours=list(to_take[:MOST]) if count["us"] else [],
        replies=_replies(scope) if count["reply"] else [],
        hand_overs_to_us=shown,
        hand_overs_sent=list(
            sent.filter(institution_id=here).order_by("sent_on", "pk")[:MOST]
        ),
        mandates=to_enter,
        visits=coming,
        denied=contrary,
        counts={
            **count,
            "hand_overs": _all(to_us, shown),
            "mandates": _all(given, to_enter),
            "visits": _all(visits, coming),
            "denied": _all(own, contrary),
        },
    )


def mandates_to_enter(scope: Scope) -> QuerySet[Skk]:
    """Give the mandates given to us, in open cases that we reach, not yet registered.

    A case that waits for us anyway, or for our answer to its hand-over, is told as such
    and not twice.
    """
    here = scope.institution_id
    asked = HandOver.objects.filter(to_id=here, state="sent")
    reached = cases(scope).filter(state="open").exclude(waiting(scope, "us"))
    told = reached.exclude(pk__in=asked.values("case_id"))
    return Skk.objects.filter(to_id=here, state="issued", case_id__in=told.values("pk"))


def _all(found: QuerySet[Any], shown: Sized) -> int:
    """Count what was found; nothing is asked where all of it is shown."""
    return len(shown) if len(shown) < MOST else found.count()


def counted(scope: Scope, today: date) -> dict[str, int]:
    """Count the open cases of a scope by what they wait for; terms where it goes on."""
    found = dict.fromkeys(COUNTED, 0)
    term = When(
        Is(due_on__lt=today, then=Value("over")),
        Is(due_on__lte=today + SOON, then=Value("soon")),
        default=Value(""),
    )
    reached = told(cases(scope).filter(state="open"), scope).annotate(term=term)
    rows = reached.order_by().values_list("is_our_turn", "waits_for", "term")
    for is_ours, waits, ends, many in rows.annotate(many=Count("pk")):
        anothers = waits == "us" and not is_ours
        whose = "other_institution" if anothers else waits
        found["open"] += many
        if whose in found:
            found[whose] += many
        if is_ours and ends:
            found[ends] += many
    return found


def _replies(scope: Scope) -> list[Reply]:
    found = Reply.objects.filter(state="in", case__in=cases(scope).values("pk"))
    ordered = found.select_related("case").order_by("received_on", "pk")
    return list(ordered[:MOST])


def _visits(here: int, today: date) -> QuerySet[PlannedVisit]:
    found = PlannedVisit.objects.filter(
        Q(institution_id=here) | Q(joined__contains=[here]),
        planned_on__gte=today,
        planned_on__lte=today + SOON,
        cancelled_on=None,
    )
    return found.select_related("institution", "case").order_by("planned_on", "pk")
