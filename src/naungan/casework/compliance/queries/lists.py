"""Cases that a scope reaches, filtered and turned page by page."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, ExpressionWrapper, F, Func, Q, QuerySet

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.models import Case, Participation
from naungan.casework.compliance.queries import turns
from naungan.casework.compliance.queries.denied import denied, mark


SOON: Final = timedelta(days=7)
"""How far ahead the end of a term is told."""

DENIED: Final = "denied"
"""What a list asks for as state: settled, though later data deny it."""


class IsAmong(Func):
    """Whether a value is in an array that is made once for the whole statement.

    A subquery in its place is looked into for every row; measured with fifty thousand
    cases, lists of whoever takes part in some took twice as long.
    """

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = BooleanField()


@dataclass(frozen=True)
class Sought:
    """Which cases a list keeps; what is empty keeps all.

    `stage` "-" is before the first step; `due` is `over` or `soon`; `text` is a part
    of the name, or a number of the case, NPP or NIB. `our_turn` keeps what the
    institution of whoever looks is to go on with.
    """

    text: str = ""
    state: str = "open"
    stage: str = ""
    track: str = ""
    due: str = ""
    waits: str = ""
    region: str = ""
    kind: str = ""
    mine: bool = False
    our_turn: bool = False
    team: int | None = None


@dataclass(frozen=True)
class Page:
    """Some cases in order; `next` goes on after them, None where nothing is left."""

    rows: list[Case]
    total: int
    next: str | None


def cases(scope: Scope) -> QuerySet[Case]:
    """Give the cases that a scope reaches: its own, and those in which it takes part."""
    if not scope.may("see_cases"):
        return Case.objects.none()
    here = scope.institution_id
    partaking = Participation.objects.filter(institution_id=here, until=None)
    partakes = IsAmong(F("pk"), ArraySubquery(partaking.values("case_id")))
    return Case.objects.filter(Q(institution_id=here) | Q(partakes))


def case(scope: Scope, number: int) -> Case | None:
    """Give one case by its key; None where the scope does not reach it."""
    found = cases(scope).select_related("institution", "team", "officer", "opened_by")
    return told(found.filter(pk=number), scope).first()


def open_of_employer(scope: Scope, series: str, employer_id: int) -> list[Case]:
    """Give the cases of an employer that are not closed, newest first."""
    found = cases(scope).filter(series=series, employer_id=employer_id)
    return list(found.exclude(state="closed").order_by("-opened_on", "-pk"))


def siblings(scope: Scope, case: Case) -> list[Case]:
    """Give the other cases of the same employer, on whichever track, newest first."""
    if case.employer_id is None:
        return []
    found = cases(scope).filter(series=case.series, employer_id=case.employer_id)
    return list(found.exclude(pk=case.pk).order_by("-opened_on", "-pk"))


def listed(
    scope: Scope,
    sought: Sought,
    today: date,
    *,
    after: str | None = None,
    limit: int = 50,
) -> Page:
    """Give a page of the cases sought, those put first first."""
    found = sift(cases(scope), scope, sought, today)
    ordered = told(_from(found, after), scope).order_by("-priority", "pk")
    rows = list(ordered.prefetch_related("institution", "officer")[: limit + 1])
    more = len(rows) > limit
    kept = rows[:limit]
    mark(kept)
    last = f"{kept[-1].priority}:{kept[-1].pk}" if more else None
    return Page(kept, found.count(), last)


def sift(
    found: QuerySet[Case], scope: Scope, sought: Sought, today: date
) -> QuerySet[Case]:
    """Keep the cases sought."""
    exact = {
        "state": sought.state if sought.state != DENIED else "",
        "track": sought.track,
        "kind": sought.kind,
        "stage": sought.stage if sought.stage != "-" else "",
    }
    kept = {name: value for name, value in exact.items() if value}
    if sought.stage == "-":
        kept["stage"] = ""
    found = found.filter(waiting(scope, sought.waits), **kept)
    if sought.state == DENIED:
        found = found.filter(denied())
    if sought.our_turn:
        found = found.filter(turns.ours(scope))
    if sought.mine:
        found = found.filter(officer_id=scope.user_id)
    if sought.team is not None:
        found = found.filter(team_id=sought.team)
    return _named(_placed(_due(found, sought.due, today), sought.region), sought.text)


def waiting(scope: Scope, waits: str) -> Q:
    """Tell of cases whether they wait for somebody, as whoever looks would say.

    Where it is the turn of a partner, the next step is that of another institution.
    """
    if not waits:
        return Q()
    if waits == "us":
        return Q(waits_for="us") & turns.ours(scope)
    held = Q(waits_for=waits)
    if waits == "other_institution":
        held |= Q(waits_for="us") & ~turns.ours(scope)
    return held


def told(found: QuerySet[Case], scope: Scope) -> QuerySet[Case]:
    """Tell of each case whether the institution of whoever looks is to go on."""
    ours = ExpressionWrapper(turns.ours(scope), output_field=BooleanField())
    return found.annotate(is_our_turn=ours)


def _due(found: QuerySet[Case], due: str, today: date) -> QuerySet[Case]:
    if due == "over":
        return found.filter(due_on__lt=today)
    if due == "soon":
        return found.filter(due_on__gte=today, due_on__lte=today + SOON)
    return found


def _placed(found: QuerySet[Case], region: str) -> QuerySet[Case]:
    if not region:
        return found
    inside = Q(region_code=region) | Q(region_code__startswith=f"{region}.")
    village = Q(village_code=region) | Q(village_code__startswith=f"{region}.")
    return found.filter(inside | village)


def _named(found: QuerySet[Case], text: str) -> QuerySet[Case]:
    text = text.strip()
    if not text:
        return found
    numbered = Q(number=text) | Q(npp=text) | Q(nib=text)
    if text.isdecimal():
        return found.filter(numbered)
    return found.filter(numbered | Q(name__icontains=text))


def _from(found: QuerySet[Case], after: str | None) -> QuerySet[Case]:
    """Go on behind a row: a priority and a key; what is no such mark begins anew."""
    priority, colon, key = (after or "").partition(":")
    known = priority.removeprefix("-").isdecimal() and key.isdecimal()
    if not colon or not known or len(f"{priority}{key}") > 18:
        return found
    behind = Q(priority=int(priority), pk__gt=int(key))
    return found.filter(Q(priority__lt=int(priority)) | behind)
