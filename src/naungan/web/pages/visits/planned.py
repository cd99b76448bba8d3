"""What pages of visits read: plans in sight, who else goes there, who may come along."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.utils.formats import date_format

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import queries
from naungan.casework.compliance.models import Case, PlannedVisit, VisitRecord
from naungan.casework.compliance.queries.whole import Near
from naungan.casework.correspondence import papers


MOST: Final = 50
LATELY: Final = timedelta(days=60)
AHEAD: Final = timedelta(days=365)


@dataclass(frozen=True)
class Kept:
    """A paper of a visit with its bytes."""

    name: str
    mime: str
    content: bytes


def upcoming(scope: Scope, today: date) -> list[PlannedVisit]:
    """Give plans that are not recorded yet, the earliest first."""
    found = queries.visits(scope, today - LATELY, today + AHEAD)
    waiting = found.filter(cancelled_on=None, records=None)
    return list(waiting.order_by("planned_on", "pk")[:MOST])


def recorded() -> list[VisitRecord]:
    """Give what was seen lately, the newest first."""
    found = VisitRecord.objects.filter(replaced_by=None)
    seen = found.select_related("visit", "case", "institution")
    return list(seen.order_by("-visited_on", "-pk")[:MOST])


def visit(number: int) -> PlannedVisit | None:
    """Give one plan; row-level security shows only those in which one takes part."""
    found = PlannedVisit.objects.select_related("institution", "case", "team")
    return (
        found.prefetch_related("members__user", "members__home")
        .filter(pk=number)
        .first()
    )


def paper(held: PlannedVisit, number: int) -> Kept | None:
    """Give a paper of a visit; None where it is not there any more."""
    record = held.records.filter(papers__pk=number).first()
    found = record.papers.filter(pk=number).first() if record else None
    if found is None:
        return None
    try:
        content = papers.read(found.institution_id, found.sha256)
    except FileNotFoundError:
        return None
    return Kept(found.name, found.mime, content)


def near(case: Case | None, given: dict[str, Any]) -> list[str]:
    """Say which other institutions mean to go to the same employer around a day."""
    found = queries.visits_near(
        given["planned_on"],
        series=case.series if case else "",
        employer_id=case.employer_id if case else None,
        npp=case.npp if case else "",
        name=case.name if case else given["name"],
    )
    return [_near(one) for one in found]


def near_of(held: PlannedVisit) -> list[str]:
    """Say the same of a plan that stands."""
    found = queries.visits_near(
        held.planned_on,
        series=held.series,
        employer_id=held.employer_id,
        npp=held.npp,
        name=held.name,
    )
    return [_near(one) for one in found]


def _near(one: Near) -> str:
    return f"{one.institution}, {date_format(one.planned_on, 'l, j F Y')}"
