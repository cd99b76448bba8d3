"""Where a case stands: its last step, the end of its term, and for whom it waits."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from naungan.casework.accounts.models import Institution
from naungan.casework.compliance import terms
from naungan.casework.compliance.models import (
    Case,
    HandOver,
    PriorityRule,
    Reply,
    StepTaken,
    TermOverlay,
    VisitRecord,
)
from naungan.casework.compliance.rules import Known, Ladder, Proposal
from naungan.casework.compliance.states import COUNTED, RUNNING
from naungan.law.book import enacted


FIELDS: Final = (
    *("stage", "stage_since", "due_on", "waits_for", "ladder_version"),
    *("notified_on", "visited_on", "escalated_on"),
)
VISITING: Final = "inspection"
PASSED_ON: Final = ("tmp2t_request", "inspector_report", "kpknl_handover")
"""Steps of BPJS by which a case leaves its own desk; mandates do so too."""


def locked(case: Case) -> Case:
    """Give a case as it is now, held until the transaction ends."""
    return Case.objects.select_for_update(of=("self",)).get(pk=case.pk)


def overlays(region_code: str, on: date) -> tuple[TermOverlay, ...]:
    """Give the terms that hold in a region on a day beside those of the law."""
    rows = TermOverlay.objects.filter(from_on__lte=on)
    return terms.laid_over(rows, region_code, on)


def ladder_of(
    case: Case, on: date, *, taker: str = "", debt_idr: int | None = None
) -> Ladder:
    """Give the ladder of a case on a day, with all that rules ask about."""
    owner = Institution.objects.values_list("kind", flat=True).get(
        pk=case.institution_id
    )
    known = Known(
        debt_idr=debt_idr,
        replies_in=Reply.objects.filter(case_id=case.pk, state="in").count(),
        owner=owner,
        taker=taker,
        overlays=overlays(case.region_code, on),
    )
    return Ladder(case, list(StepTaken.objects.filter(case_id=case.pk)), on, known)


def proposals(
    case: Case, on: date, *, taker: str = "", debt_idr: int | None = None
) -> tuple[Proposal, ...]:
    """Say of every step of a case whether it may be taken on a day."""
    return ladder_of(case, on, taker=taker, debt_idr=debt_idr).proposals()


def settle_stage(case: Case, today: date) -> None:
    """Write where a case stands, from its steps, replies and hand-overs."""
    steps = list(
        StepTaken.objects.filter(case_id=case.pk, state__in=COUNTED).order_by(
            "taken_on", "pk"
        )
    )
    last = steps[-1] if steps else None
    case.stage = last.step if last else ""
    case.stage_since = last.taken_on if last else case.opened_on
    runs = last is not None and last.state in RUNNING and case.state == "open"
    case.due_on = last.ends_on if last and runs else None
    case.waits_for = waits_for(case, today)
    _write_marks(case, steps)
    case.ladder_version = terms.version(overlays(case.region_code, today))
    case.save(update_fields=list(FIELDS))


def _write_marks(case: Case, steps: Sequence[StepTaken]) -> None:
    """Write when a case first came how far."""
    seen = VisitRecord.objects.filter(case_id=case.pk).values_list(
        "visited_on", flat=True
    )
    visits = [*seen, *(one.taken_on for one in steps if one.step == VISITING)]
    case.notified_on = steps[0].taken_on if steps else None
    case.visited_on = min(visits, default=None)
    case.escalated_on = next((o.taken_on for o in steps if passed_on(o.step)), None)


def passed_on(code: str) -> bool:
    """Tell whether a step brings a case before another institution."""
    by_others = enacted().steps[code].actor != "bpjs"
    return by_others or code in PASSED_ON or code.startswith("skk_")


def waits_for(case: Case, today: date) -> str:
    """Say for whom a case waits on a day; one that is over waits for nobody."""
    if case.state != "open":
        return "nobody"
    if Reply.objects.filter(case_id=case.pk, state="in").exists():
        return "reply"
    if HandOver.objects.filter(case_id=case.pk, state="sent").exists():
        return "other_institution"
    if case.due_on is not None and case.due_on >= today:
        return "employer"
    return "us"


def priority_of(case: Case, today: date) -> int:
    """Add up the weights of an institution's rules of the year that match a case."""
    rules = PriorityRule.objects.filter(
        institution_id=case.institution_id, year=today.year, ended_on=None
    )
    return sum(rule.weight for rule in rules if matches(rule, case))


def matches(rule: PriorityRule, case: Case) -> bool:
    """Tell whether a case is what a rule puts first; an empty field matches any."""
    place = case.village_code or case.region_code
    return (
        case.sector.startswith(rule.sector)
        and (not rule.region_code or f"{place}.".startswith(f"{rule.region_code}."))
        and rule.kind in ("", case.kind)
    )


def law_version() -> str:
    """Name the law that is in force in this office."""
    return enacted().version
