"""Verbs of cases: opening, adding what was found, settling, closing, putting first."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from naungan.casework import act, clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Appointment
from naungan.casework.accounts.scope import Scope, holding
from naungan.casework.compliance import access, citing, kinds, numbers, progress, states
from naungan.casework.compliance.models import Case, CaseFinding, CaseNote, Team
from naungan.casework.intake import frozen
from naungan.casework.intake.models import Publication


@dataclass(frozen=True)
class Subject:
    """An employer as a case knows it; numbers of a snapshot only where it has one."""

    name: str
    region_code: str
    kind: str = "company"
    npp: str = ""
    nib: str = ""
    scale: str = ""
    sector: str = ""
    village_code: str = ""
    series: str = ""
    employer_id: int | None = None


@dataclass(frozen=True)
class ByHand:
    """What an officer found without the data: a finding with its sentence."""

    code: str
    sentence: str
    people: int = 0
    monthly_idr: int = 0


def open_case(
    *,
    by: Scope,
    publication: Publication,
    employer_id: int,
    track: str,
    codes: Sequence[str] | None = None,
    today: date,
) -> Case:
    """Make a case of what a publication says of an employer, frozen as it stands.

    Without `codes`, every finding of the track goes in.
    """
    found = frozen.employer(publication, by, employer_id)
    if found is None:
        raise ActRefused("Pemberi kerja ini tidak ada di wilayah Anda.")
    rows = [
        row
        for row in found.findings
        if citing.track_of(row["code"]) == track
        and (codes is None or row["code"] in codes)
    ]
    if not rows:
        raise ActRefused("Tidak ada temuan pada jalur ini yang dapat dibawa.")
    subject = _subject(publication, found.employer)
    access.check_opens(by=by, region_code=subject.region_code, track=track)
    with transaction.atomic():
        case = _opened(by, subject, track, today, max(r["people"] or 0 for r in rows))
        for row in rows:
            evidence = found.evidence.get(row["code"], {})
            _freeze(by, case, today, _of_run(publication, row, evidence))
        _record(by, "open", case, run=publication.run, codes=[r["code"] for r in rows])
    return case


def open_cases(
    *,
    by: Scope,
    publication: Publication,
    employer_id: int,
    codes: Sequence[str],
    today: date,
) -> list[Case]:
    """Make a case on every track that the chosen findings stand on; all or none."""
    tracks = sorted({citing.track_of(code) for code in codes}, reverse=True)
    if not tracks:
        raise ActRefused("Pilih sedikitnya satu temuan.")
    with transaction.atomic():
        return [
            open_case(
                by=by,
                publication=publication,
                employer_id=employer_id,
                track=track,
                codes=codes,
                today=today,
            )
            for track in tracks
        ]


def open_by_hand(
    *,
    by: Scope,
    subject: Subject,
    track: str,
    how: str,
    findings: Sequence[ByHand],
    today: date,
) -> Case:
    """Make a case of what a visit or a complaint showed."""
    access.check_opens(by=by, region_code=subject.region_code, track=track)
    if not subject.name.strip():
        raise ActRefused("Tulis nama pemberi kerjanya.")
    if not findings:
        raise ActRefused("Tulis sedikitnya satu temuan.")
    for one in findings:
        _check_by_hand(one, how, track)
    with transaction.atomic():
        most = max(one.people for one in findings)
        case = _opened(by, subject, track, today, most)
        for one in findings:
            _freeze(by, case, today, _of_hand(one, how))
        _record(by, "open", case, how=how, codes=[one.code for one in findings])
    return case


def add_finding(
    *, by: Scope, case: Case, how: str, finding: ByHand, today: date
) -> CaseFinding:
    """Add what was found since; what stands in the case stays as it is."""
    access.check_helps(by=by, case=case)
    _check_by_hand(finding, how, case.track)
    with transaction.atomic():
        held = progress.locked(case)
        if held.state == "closed":
            raise ActRefused("Kasus ini sudah ditutup; buka kembali dahulu.")
        made = _freeze(by, held, today, _of_hand(finding, how))
        held.people = max(held.people, finding.people)
        held.save(update_fields=["people"])
        _record(by, "add", held, code=finding.code, how=how)
    return made


def remark(*, by: Scope, case: Case, text: str) -> CaseNote:
    """Note something on a case."""
    access.check_helps(by=by, case=case)
    access.check_reason(text)
    with transaction.atomic():
        made = CaseNote.objects.create(
            institution_id=by.institution_id,
            case=case,
            by_id=by.user_id,
            at=clock.stamp(clock.today()),
            kind="remark",
            parts={"text": text.strip()},
        )
        _record(by, "remark", case)
    return made


def settle(*, by: Scope, case: Case, text: str = "", today: date) -> Case:
    """Declare that the employer did what it owes; what must be lifted may follow."""
    access.check_owns(by=by, case=case, power="take_steps")
    access.check_text(text)
    return _ended(by, case, "settle", "complied", text, today)


def close(*, by: Scope, case: Case, reason: str, text: str = "", today: date) -> Case:
    """End a case; why is one of the known reasons, in words where it is another."""
    access.check_owns(by=by, case=case, power="take_steps")
    access.check_text(text)
    if reason not in {one.code for one in kinds.CLOSING}:
        raise ActRefused("Pilih sebab penutupan.")
    if reason == "other" and not text.strip():
        raise ActRefused("Tulis sebab penutupannya.")
    return _ended(by, case, "close", reason, text, today)


def reopen(*, by: Scope, case: Case, reason: str, today: date) -> Case:
    """Go on with a case that was settled or closed."""
    access.check_owns(by=by, case=case, power="take_steps")
    access.check_reason(reason)
    with transaction.atomic():
        held = progress.locked(case)
        _check_only(held)
        reopened(held, today)
        _record(by, "reopen", held, reason=reason.strip())
    return held


def reopened(held: Case, today: date) -> None:
    """Move a locked case back to where its steps leave it."""
    held.state = states.after("case", held.state, "reopen")
    held.closed_on, held.closing_reason, held.closing_text = None, "", ""
    held.save(update_fields=["state", "closed_on", "closing_reason", "closing_text"])
    progress.settle_stage(held, today)


def set_priority(*, by: Scope, case: Case, priority: int, reason: str) -> Case:
    """Put a case before or behind others, for a reason."""
    access.check_owns(by=by, case=case, power="take_steps")
    access.check_reason(reason)
    with transaction.atomic():
        held = progress.locked(case)
        before, held.priority = held.priority, priority
        held.save(update_fields=["priority"])
        _record(by, "set", held, before=before, priority=priority, reason=reason)
    return held


def assign_officer(*, by: Scope, case: Case, user_id: int | None, today: date) -> Case:
    """Give a case to somebody of one's institution, or to nobody."""
    access.check_owns(by=by, case=case, power="open_cases")
    if user_id is not None:
        here = Appointment.objects.filter(
            user_id=user_id, institution_id=by.institution_id
        )
        if not holding(here, today).exists():
            raise ActRefused("Petugas ini tidak bekerja pada lembaga Anda.")
    with transaction.atomic():
        held = progress.locked(case)
        held.officer_id = user_id
        held.save(update_fields=["officer"])
        _record(by, "assign", held, officer=user_id)
    return held


def assign_team(*, by: Scope, case: Case, team: Team | None) -> Case:
    """Give a case to a team, or to none; whoever sees the case sees its team."""
    access.check_owns(by=by, case=case, power="take_steps")
    with transaction.atomic():
        held = progress.locked(case)
        held.team = team
        held.save(update_fields=["team"])
        _record(by, "assign", held, team=team.pk if team else None)
    return held


def _opened(by: Scope, subject: Subject, track: str, today: date, people: int) -> Case:
    case = Case(
        institution_id=by.institution_id,
        track=track,
        people=people,
        opened_on=today,
        opened_by_id=by.user_id,
        stage_since=today,
        officer_id=by.user_id,
        law_version=progress.law_version(),
        name=subject.name.strip(),
        region_code=subject.region_code,
        village_code=subject.village_code,
        kind=subject.kind or "company",
        npp=subject.npp,
        nib=subject.nib,
        scale=subject.scale,
        sector=subject.sector,
        series=subject.series,
        employer_id=subject.employer_id,
    )
    case.number = numbers.take(by, today)  # one after the other: nobody else opens now
    _check_only(case)
    case.priority = progress.priority_of(case, today)
    case.save()
    progress.settle_stage(case, today)
    return case


def has_twin(case: Case) -> bool:
    """Tell whether its employer has another open case on the same track."""
    if case.employer_id is None:
        return False
    same = Case.objects.filter(
        institution_id=case.institution_id,
        series=case.series,
        employer_id=case.employer_id,
        track=case.track,
        state="open",
    )
    return same.exclude(pk=case.pk).exists()


def _check_only(case: Case) -> None:
    """Refuse a second open case of one employer on one track."""
    if has_twin(case):
        raise ActRefused("Pemberi kerja ini sudah punya kasus pada jalur ini.")


def _check_by_hand(one: ByHand, how: str, track: str) -> None:
    if how not in ("visit", "complaint"):
        raise ActRefused("Pilih dari kunjungan atau pengaduan.")
    if not citing.known(one.code) or citing.track_of(one.code) != track:
        raise ActRefused("Temuan ini tidak ada pada jalur kasusnya.")
    if not one.sentence.strip():
        raise ActRefused("Tulis apa yang ditemukan.")
    access.check_text(one.sentence)


def _subject(publication: Publication, row: dict[str, Any]) -> Subject:
    return Subject(
        name=row["name"] or row["employer_ref"] or str(row["employer_id"]),
        region_code=publication.region_code,
        kind=row["kind"] or "company",
        npp=row["registered_npp"] or row["npp"] or "",
        nib=row["nib"] or "",
        scale=row["scale"] or "",
        sector=row["kbli"] or "",
        village_code=_dotted(row["village_code"]),
        series=publication.region_code,
        employer_id=row["employer_id"],
    )


def _dotted(village: int | None) -> str:
    """Write the ten digits of a village as its dotted code."""
    if not village:
        return ""
    digits = f"{village:010}"
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}.{digits[6:]}"


def _of_run(
    publication: Publication, row: dict[str, Any], evidence: dict[str, Any]
) -> dict[str, Any]:
    return {
        "code": row["code"],
        "how": "run",
        "run": publication.run,
        "month": publication.month,
        "people": row["people"] or 0,
        "monthly_idr": row["monthly_idr"] or 0,
        "severity": row["severity"] or "",
        "sentence": row["sentence"] or "",
        "row": json.loads(json.dumps(row, default=str)),
        "evidence": evidence,
    }


def _of_hand(one: ByHand, how: str) -> dict[str, Any]:
    return {
        "code": one.code,
        "how": how,
        "people": one.people,
        "monthly_idr": one.monthly_idr,
        "sentence": one.sentence.strip(),
    }


def _freeze(by: Scope, case: Case, today: date, held: dict[str, Any]) -> CaseFinding:
    held = {**held, "law": citing.of_finding(held["code"], today)}
    text = json.dumps(held, sort_keys=True, ensure_ascii=False)
    return CaseFinding.objects.create(
        institution_id=by.institution_id,
        case=case,
        added_at=clock.stamp(today),
        added_by_id=by.user_id,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        **held,
    )


def _ended(
    by: Scope, case: Case, verb: str, reason: str, text: str, today: date
) -> Case:
    with transaction.atomic():
        held = progress.locked(case)
        held.state = states.after("case", held.state, verb)
        held.closed_on, held.closing_reason = today, reason
        held.closing_text = text.strip()
        held.save(
            update_fields=["state", "closed_on", "closing_reason", "closing_text"]
        )
        progress.settle_stage(held, today)
        act.record(by=by, verb=verb, noun="case", noun_id=held.pk, reason=reason)
    return held


def _record(by: Scope, verb: str, case: Case, **details: object) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="case",
        noun_id=case.pk,
        track=case.track,
        region=case.region_code,
        **details,
    )
