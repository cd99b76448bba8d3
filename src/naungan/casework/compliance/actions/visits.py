"""Verbs of visits: planned, cancelled, recorded, corrected."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import access, kinds, progress
from naungan.casework.compliance.actions import replies, teams
from naungan.casework.compliance.actions.cases import Subject
from naungan.casework.compliance.actions.teams import Member
from naungan.casework.compliance.models import (
    Case,
    PlannedVisit,
    Team,
    VisitMember,
    VisitRecord,
)


@dataclass(frozen=True)
class Seen:
    """What was seen on a visit: counts of workers, rupiah of a month, words."""

    visited_on: date
    outcome: str
    place: str = ""
    people_met: str = ""
    payroll_seen: bool | None = None
    workers_found: int | None = None
    workers_declared: int | None = None
    wage_gap_idr: int | None = None
    differences: str = ""


def plan_visit(
    *,
    by: Scope,
    planned_on: date,
    purpose: str,
    case: Case | None = None,
    subject: Subject | None = None,
    team: Team | None = None,
    members: Sequence[Member] = (),
    today: date,
) -> PlannedVisit:
    """Plan a visit to the employer of a case, or to one without a case."""
    _check_about(by, case)
    access.check_reason(purpose)
    if planned_on < today:
        raise ActRefused("Tanggal rencananya sudah lewat.")
    named = list(members) or _of_team(by, team)
    teams.check_members(by=by, members=named, today=today)
    about = _about(case, subject)
    with transaction.atomic():
        visit = PlannedVisit.objects.create(
            institution_id=by.institution_id,
            case=case,
            series=about.series,
            employer_id=about.employer_id,
            npp=about.npp,
            name=about.name,
            planned_on=planned_on,
            team=team,
            joined=teams.joined(by, named),
            purpose=purpose.strip(),
            made_by_id=by.user_id,
        )
        VisitMember.objects.bulk_create(_members(by, visit, named))
        _written(by, "plan", "planned_visit", visit.pk, case, on=f"{planned_on}")
    return visit


def cancel_visit(
    *, by: Scope, visit: PlannedVisit, reason: str, today: date
) -> PlannedVisit:
    """Give up a visit that was planned."""
    access.check_works(by=by)
    access.check_reason(reason)
    if visit.institution_id != by.institution_id:
        raise ActRefused("Rencana ini milik lembaga lain.")
    with transaction.atomic():
        held = PlannedVisit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
        if held.cancelled_on is not None or held.records.exists():
            raise ActRefused("Kunjungan ini sudah dibatalkan atau sudah dicatat.")
        held.cancelled_on, held.cancel_reason = today, reason.strip()
        held.save(update_fields=["cancelled_on", "cancel_reason"])
        _written(by, "cancel", "planned_visit", held.pk, held.case)
    return held


def record_visit(
    *,
    by: Scope,
    seen: Seen,
    case: Case | None = None,
    visit: PlannedVisit | None = None,
    photos: replies.Files = (),
    today: date,
) -> VisitRecord:
    """Write what was seen on a visit, planned or not, with its photographs."""
    case = case or (visit.case if visit else None)
    _check_about(by, case)
    if case is None and visit is None:
        raise ActRefused("Sebut kasus atau rencana kunjungannya.")
    _check_seen(seen, today)
    if visit is not None:
        _check_planned(by, visit)
    with transaction.atomic():
        made = VisitRecord.objects.create(
            institution_id=by.institution_id,
            case=case,
            visit=visit,
            recorded_by_id=by.user_id,
            **asdict(seen),
        )
        replies.keep_photos(by=by, visit=made, files=photos)
        if case is not None:
            progress.settle_stage(progress.locked(case), today)
        _written(by, "record", "visit_record", made.pk, case, outcome=seen.outcome)
    return made


def correct_visit(
    *, by: Scope, record: VisitRecord, seen: Seen, today: date
) -> VisitRecord:
    """Write a visit anew; the record before stays and is shown as corrected."""
    _check_about(by, record.case)
    if record.institution_id != by.institution_id:
        raise ActRefused("Catatan ini milik lembaga lain.")
    _check_seen(seen, today)
    with transaction.atomic():
        if VisitRecord.objects.filter(replaces=record).exists():
            raise ActRefused("Hanya catatan terakhir yang dapat diperbaiki.")
        made = VisitRecord.objects.create(
            institution_id=by.institution_id,
            case_id=record.case_id,
            visit_id=record.visit_id,
            recorded_by_id=by.user_id,
            replaces=record,
            **asdict(seen),
        )
        _written(by, "correct", "visit_record", made.pk, record.case)
    return made


def _check_about(by: Scope, case: Case | None) -> None:
    access.check_works(by=by)
    if case is not None:
        access.check_sees(by=by, case=case)


def _check_planned(by: Scope, visit: PlannedVisit) -> None:
    if by.institution_id not in (visit.institution_id, *visit.joined):
        raise ActRefused("Rencana ini milik lembaga lain.")
    if visit.cancelled_on is not None:
        raise ActRefused("Kunjungan ini sudah dibatalkan.")


def _check_seen(seen: Seen, today: date) -> None:
    access.check_day(seen.visited_on, today)
    if seen.outcome not in {one.code for one in kinds.OUTCOMES}:
        raise ActRefused("Pilih salah satu hasil kunjungan.")
    access.check_text(seen.place, seen.people_met, seen.differences)
    counts = (seen.workers_found, seen.workers_declared)
    if any(count is not None and count < 0 for count in counts):
        raise ActRefused("Banyaknya pekerja tidak dapat kurang dari nol.")


def _about(case: Case | None, subject: Subject | None) -> Subject:
    if case is not None:
        return Subject(
            name=case.name,
            region_code=case.region_code,
            npp=case.npp,
            series=case.series,
            employer_id=case.employer_id,
        )
    if subject is None or not subject.name.strip():
        raise ActRefused("Sebut pemberi kerja yang dikunjungi.")
    return subject


def _of_team(by: Scope, team: Team | None) -> list[Member]:
    """Take everybody of a team along; users of elsewhere go by their name."""
    if team is None:
        return []
    found = team.members.select_related("user")
    return [
        Member(
            user_id=one.user_id if one.home_id == by.institution_id else None,
            name=one.name or (one.user.name if one.user else ""),
            position=one.position,
            home_id=one.home_id,
            home_name=one.home_name,
        )
        for one in found
    ]


def _members(
    by: Scope, visit: PlannedVisit, members: Sequence[Member]
) -> list[VisitMember]:
    return [
        VisitMember(
            institution_id=by.institution_id,
            visit=visit,
            user_id=one.user_id,
            name=one.name.strip(),
            position=one.position.strip(),
            home_id=by.institution_id if one.user_id else one.home_id,
        )
        for one in members
    ]


def _written(
    by: Scope, verb: str, noun: str, number: int, case: Case | None, **details: object
) -> None:
    act.record(
        by=by,
        verb=verb,
        noun=noun,
        noun_id=number,
        case=case.pk if case else None,
        **details,
    )
