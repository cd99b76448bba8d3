"""Workers whom a later snapshot shows as covered: counted once, by the step before it.

The persons behind a finding were frozen with the case by number. A snapshot published
after the case was opened tells their status; whoever is covered now is a worker gained,
newly registered or active again, and is never counted a second time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from naungan.casework import act, clock
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.collection.models import WorkerGained
from naungan.casework.collection.settling import brought
from naungan.casework.compliance.models import CaseFinding, StepTaken
from naungan.casework.compliance.states import COUNTED
from naungan.casework.intake import pursuit, workers
from naungan.casework.intake.models import Publication


BY_FINDING: Final = {
    "unregistered_employer": "registered",
    "partial_workers": "registered",
    "contributions_in_arrears": "reactivated",
}
"""What it means that a worker behind a finding is covered now."""
OFFICE: Final = frozenset({"see_persons"})


@dataclass(frozen=True)
class Behind:
    """A worker behind a frozen finding of a case, and what covering them would be."""

    case_id: int
    institution_id: int
    person_id: int
    gain: str


def measure(publication: Publication) -> int:
    """Count the workers gained in a publication, for every case of its region.

    Runs as the office itself, which sees all cases. Run again it adds nobody.
    """
    asked = _behind(publication)
    made = 0
    for institution in Institution.objects.filter(
        pk__in={one.institution_id for one in asked}
    ):
        of_it = [one for one in asked if one.institution_id == institution.pk]
        made += _of_institution(publication, institution, of_it)
    return made


def _behind(publication: Publication) -> list[Behind]:
    """List the persons behind the findings of cases, frozen before this snapshot."""
    found = CaseFinding.objects.filter(
        code__in=BY_FINDING,
        run__lt=publication.run,
        case__series=publication.region_code,
    ).select_related("case")
    return [
        Behind(one.case_id, one.case.institution_id, number, BY_FINDING[one.code])
        for one in found
        for number in persons(one.evidence)
    ]


def persons(evidence: Mapping[str, object]) -> list[int]:
    """Give the numbers of the persons that evidence names."""
    numbers = evidence.get("persons") or []
    assert isinstance(numbers, list)
    return [int(one) for one in numbers]


def _of_institution(
    publication: Publication, institution: Institution, asked: list[Behind]
) -> int:
    known = set(
        WorkerGained.objects.filter(
            institution=institution, series=publication.region_code
        ).values_list("person_id", flat=True)
    )
    new = [one for one in asked if one.person_id not in known]
    if not new:
        return 0
    reach = _reach(institution)
    now = workers.heirs(publication, reach, [one.person_id for one in new])
    told = pursuit.statuses(
        publication, reach, [heir for heirs in now.values() for heir in heirs]
    )
    covered = {one for one, status in told.items() if status in workers.COVERED}
    gained = once(new, {one for one in now if set(now[one]) & covered})
    return _write(publication, institution, gained)


def once(asked: Iterable[Behind], covered: set[int]) -> list[Behind]:
    """Keep each covered person once: by the first case, newly registered before active."""
    kept: dict[int, Behind] = {}
    for one in sorted(
        asked, key=lambda each: (each.gain != "registered", each.case_id)
    ):
        if one.person_id in covered:
            kept.setdefault(one.person_id, one)
    return list(kept.values())


def _reach(institution: Institution) -> Scope:
    """Give the office's own scope over the region of an institution."""
    return Scope(
        user_id=0,
        appointment_id=None,
        institution_id=institution.pk,
        institution_code=institution.code,
        region_code=institution.region_code,
        powers=OFFICE,
        institution_kind=institution.kind,
    )


def _write(
    publication: Publication, institution: Institution, gained: list[Behind]
) -> int:
    seen_on = clock.day_of(publication.published_at)
    steps: dict[int, list[StepTaken]] = {}
    cases = {one.case_id for one in gained}
    for step in StepTaken.objects.filter(case_id__in=cases, state__in=COUNTED):
        steps.setdefault(step.case_id, []).append(step)
    WorkerGained.objects.bulk_create(
        [
            WorkerGained(
                case_id=one.case_id,
                institution=institution,
                series=publication.region_code,
                person_id=one.person_id,
                gain=one.gain,
                run=publication.run,
                seen_on=seen_on,
                step=brought(steps.get(one.case_id, []), seen_on),
            )
            for one in gained
        ],
        ignore_conflicts=True,
    )
    if gained:
        act.record(
            by=None,
            verb="count",
            noun="worker_gained",
            noun_id=publication.pk,
            institution=institution.pk,
            people=len(gained),
            cases=len(cases),
        )
    return len(gained)
