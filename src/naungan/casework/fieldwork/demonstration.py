"""Invented field work: who was sent where, what came of it, and what is still open.

What was claimed before a later snapshot was published is measured by it, so the
first errands are sent out when the oldest snapshot of the district appears.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db import transaction

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.demonstration import person_at
from naungan.casework.accounts.desks import VILLAGE
from naungan.casework.accounts.scope import Scope
from naungan.casework.fieldwork import actions
from naungan.casework.fieldwork.models import Assignment, Dispatch
from naungan.casework.intake import workers
from naungan.casework.intake.models import Publication
from naungan.lib import dates, regions


TERM: Final = timedelta(days=31)
PROOF: Final = "Kartu peserta diperlihatkan (rekaan)"
NOTE: Final = "Rumah kosong, tetangga tidak tahu (rekaan)"
OPEN_UNREGISTERED: Final = workers.Wanted(status="unregistered")


@dataclass(frozen=True)
class Errand:
    """Who sends whom to how many people of a village, and what came of it.

    Without outcomes nobody was visited yet. `neighbour` names the village by its place
    among those of the district; without it, it is the village that has a desk.
    """

    head: str
    officer: str
    people: int
    outcomes: tuple[str, ...] = ()
    neighbour: int | None = None


ERRANDS: Final = (
    Errand(
        "dpmd",
        "petugas",
        14,
        (*["already_covered"] * 6, *["moved"] * 2, "died", *["willing"] * 2)
        + ("refused", "not_found"),
    ),
    Errand("dpmd", "petugas", 6, neighbour=1),
    Errand(
        "kacab",
        "ar",
        5,
        ("already_covered", "already_covered", "willing", "not_found"),
        neighbour=2,
    ),
    Errand("kades", "desa", 4, ("willing",)),
)
"""In this order; those without outcomes are sent out with the last snapshot."""


def furnish(publication: Publication, is_last: bool) -> None:
    """Send out the errands of a district that were not sent out yet."""
    if not VILLAGE.startswith(f"{publication.region_code}."):
        return
    for errand in ERRANDS:
        if errand.outcomes or is_last:
            with transaction.atomic():
                _send(publication, errand)


def _send(publication: Publication, errand: Errand) -> None:
    scope.tell(None, None, every=True)
    head, officer = person_at(errand.head), person_at(errand.officer)
    if head is None or officer is None:
        return
    village = _village(errand)
    scope.enter(head)
    if Dispatch.objects.filter(
        officer_id=officer.user_id, region_code=village
    ).exists():
        return
    told_on = _told_on(publication, errand)
    chosen = _chosen(publication, head, village, errand.people)
    if not chosen:
        return
    dispatch = actions.assign(
        by=head,
        series=publication.region_code,
        region_code=village,
        people=chosen,
        officer_id=officer.user_id,
        due_on=told_on + TERM,
        today=told_on,
    )
    scope.enter(officer)
    open_ones = list(dispatch.assignments.order_by("pk"))
    for one, outcome in zip(open_ones, errand.outcomes, strict=False):
        _visit(officer, one, outcome, told_on)


def _village(errand: Errand) -> str:
    if errand.neighbour is None:
        return VILLAGE
    around = regions.parent(VILLAGE)
    assert around is not None, "a village lies in a district"
    return list(regions.children(around.code))[errand.neighbour].code


def _told_on(publication: Publication, errand: Errand) -> date:
    """Give the day of an errand: in the month of its snapshot, or today while open."""
    if not errand.outcomes:
        return clock.today()
    return dates.month_start(publication.month)


def _chosen(
    publication: Publication, head: Scope, village: str, people: int
) -> list[actions.Chosen]:
    found = workers.uncovered(
        publication,
        head,
        village,
        OPEN_UNREGISTERED,
        limit=people,
        purpose="choose_visits",
    )
    return [
        actions.Chosen(
            person_id=row["person_id"],
            village_code=regions.dotted(row["village_code"]),
            status=row["status"],
        )
        for row in found.rows
    ]


def _visit(officer: Scope, assignment: Assignment, outcome: str, day: date) -> None:
    actions.record_visit(
        by=officer,
        assignment=assignment,
        visited_on=day + timedelta(days=7),
        outcome=outcome,
        proof=PROOF if outcome == "already_covered" else "",
        note=NOTE if outcome == "not_found" else "",
        today=clock.today(),
    )
