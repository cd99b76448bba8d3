"""One case whole, and what belongs to an institution beside its cases."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import connection
from django.db.models import Model, Q, QuerySet

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import kinds, office, progress
from naungan.casework.compliance.models import (
    Case,
    CaseFinding,
    CaseNote,
    HandOver,
    Paper,
    Participation,
    PlannedVisit,
    PriorityRule,
    Reply,
    Skk,
    StepTaken,
    Team,
    TermOverlay,
    UploadLink,
    VisitRecord,
)
from naungan.casework.compliance.queries import gathered
from naungan.casework.compliance.queries.lists import cases
from naungan.casework.compliance.rules import Known, Ladder, Proposal
from naungan.lib import regions


@dataclass(frozen=True)
class Whole:
    """Everything that hangs on a case, each in its own order, oldest first."""

    findings: list[CaseFinding]
    steps: list[StepTaken]
    replies: list[Reply]
    papers: list[Paper]
    notes: list[CaseNote]
    hand_overs: list[HandOver]
    participations: list[Participation]
    mandates: list[Skk]
    visits: list[PlannedVisit]
    records: list[VisitRecord]
    links: list[UploadLink]


HANGING: Final[dict[str, type[Model]]] = {
    "findings": CaseFinding,
    "steps": StepTaken,
    "replies": Reply,
    "papers": Paper,
    "notes": CaseNote,
    "hand_overs": HandOver,
    "participations": Participation,
    "mandates": Skk,
    "visits": PlannedVisit,
    "records": VisitRecord,
    "links": UploadLink,
}
"""Everything that hangs on a case, by the field of `Whole`."""


def of_case(case: Case) -> Whole:
    """Read what hangs on a case that a scope reaches; the database guards each row."""
    found = gathered.rows_of(case.pk, HANGING)
    found["links"] = [one for one in found["links"] if one.revoked_at is None]
    steps = {one.pk: one for one in found["steps"]}
    for reply in found["replies"]:
        reply.step = steps.get(reply.step_id)
    for rows in found.values():
        for one in rows:
            one.case = case
    return Whole(**found)


def proposals(
    scope: Scope,
    case: Case,
    today: date,
    *,
    whole: Whole | None = None,
    debt_idr: int | None = None,
) -> tuple[Proposal, ...]:
    """Say of every step of a case whether the scope's institution may take it today."""
    ours = case.institution_id == scope.institution_id
    taker = case.institution.kind if ours else _kind(scope.institution_id)
    if whole is None:
        return progress.proposals(case, today, taker=taker, debt_idr=debt_idr)
    known = Known(
        debt_idr=debt_idr,
        replies_in=sum(one.state == "in" for one in whole.replies),
        owner=case.institution.kind,
        taker=taker,
        overlays=progress.overlays(case.region_code, today),
    )
    return Ladder(case, whole.steps, today, known).proposals()


def institutions_for(case: Case, kind: str, scope: Scope) -> list[Institution]:
    """Give the institutions to which a case may be handed over, the nearest first."""
    wanted = kinds.RECEIVERS[kind]
    found = Institution.objects.filter(closed_on=None).exclude(
        pk__in=(scope.institution_id, case.institution_id)
    )
    if wanted:
        found = found.filter(kind__in=wanted)
    near = [
        one
        for one in found
        if regions.lies_in(case.region_code, one.region_code)
        or regions.lies_in(one.region_code, case.region_code)
    ]
    return sorted(near, key=lambda one: (-len(one.region_code), one.name))


def mandates(scope: Scope) -> QuerySet[Skk]:
    """Give the mandates that an institution gave or holds, newest first."""
    if not scope.may("see_cases"):
        return Skk.objects.none()
    here = scope.institution_id
    found = Skk.objects.filter(Q(institution_id=here) | Q(to_id=here))
    return found.select_related("case", "institution", "to")


def teams(scope: Scope, on: date | None = None) -> QuerySet[Team]:
    """Give the teams of an institution and those it has members in."""
    if not scope.may("see_cases"):
        return Team.objects.none()
    here = scope.institution_id
    found = Team.objects.filter(Q(institution_id=here) | Q(joined__contains=[here]))
    if on is not None:
        found = found.filter(Q(until_on=None) | Q(until_on__gte=on))
    return found.select_related("institution")


def visits(scope: Scope, since: date, until: date) -> QuerySet[PlannedVisit]:
    """Give the visits of an institution and those it comes along on, by day."""
    if not scope.may("see_cases"):
        return PlannedVisit.objects.none()
    here = scope.institution_id
    found = PlannedVisit.objects.filter(
        Q(institution_id=here)
        | Q(joined__contains=[here])
        | Q(case__in=cases(scope).values("pk")),
        planned_on__gte=since,
        planned_on__lte=until,
    )
    return found.select_related("institution", "case", "team")


@dataclass(frozen=True)
class Near:
    """Another institution's visit to the same employer: its name and the day."""

    institution: str
    planned_on: date


def visits_near(
    planned_on: date,
    *,
    series: str = "",
    employer_id: int | None = None,
    npp: str = "",
    name: str = "",
) -> list[Near]:
    """Tell which other institutions mean to visit an employer around a day.

    Nothing else of their plans is told. How many days are near is a setting of the
    office (`compliance.toml`).
    """
    days = office.settings().overlap_days
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, planned_on FROM compliance_visits_near"
            "(%s, %s, %s, %s, %s, %s)",
            [series, employer_id, npp.strip(), name.strip(), planned_on, days],
        )
        return [Near(*row) for row in cursor.fetchall()]


def rules_of_year(scope: Scope, year: int) -> list[PriorityRule]:
    """Give what an institution puts first in a year, ended rules too."""
    found = PriorityRule.objects.filter(institution_id=scope.institution_id, year=year)
    return list(found.select_related("set_by"))


def terms_around(region_code: str) -> list[TermOverlay]:
    """Give the terms laid over the law in a region, in those around it and inside it."""
    rows = TermOverlay.objects.select_related("institution").order_by(
        "step", "region_code", "-from_on", "-pk"
    )
    return [
        one
        for one in rows
        if regions.lies_in(region_code, one.region_code)
        or regions.lies_in(one.region_code, region_code)
    ]


def _kind(institution_id: int) -> str:
    return Institution.objects.values_list("kind", flat=True).get(pk=institution_id)
