"""Papers of a claim: handed in, said not to be needed, taken back."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits import access, wanted
from naungan.casework.benefits.actions.writing import locked, note
from naungan.casework.benefits.models import Claim, ClaimPaper
from naungan.casework.correspondence import papers


TAKES = ("reported", "collecting")


def hand_in(
    *,
    by: Scope,
    claim: Claim,
    code: str,
    received_on: date,
    today: date,
    file: tuple[str, bytes] | None = None,
) -> ClaimPaper:
    """Note a paper that was handed in, with a copy where there is one."""
    access.check_writes(by=by, claim=claim)
    access.check_day(received_on, today)
    with transaction.atomic():
        held = _taking(claim, code)
        made = ClaimPaper(
            claim=held,
            institution_id=by.institution_id,
            code=code,
            received_on=received_on,
            added_by_id=by.user_id,
        )
        if file is not None:
            name, content = file
            kept = papers.store(
                institution_id=by.institution_id, name=name, content=content
            )
            made.name, made.sha256 = kept.name, kept.sha256
            made.size, made.mime = kept.size, kept.mime
        made.save()
        note(by=by, claim=held, verb="attach", on=received_on, text=code)
    return made


def waive(
    *, by: Scope, claim: Claim, code: str, reason: str, today: date
) -> ClaimPaper:
    """Say why a claim is complete without a paper; the branch alone may."""
    access.check_keeps(by=by, claim=claim)
    access.check_reason(reason)
    with transaction.atomic():
        held = _taking(claim, code)
        made = ClaimPaper.objects.create(
            claim=held,
            institution_id=by.institution_id,
            code=code,
            waived_reason=reason.strip(),
            added_by_id=by.user_id,
        )
        note(by=by, claim=held, verb="waive", on=today, text=reason)
    return made


def take_back(*, by: Scope, paper: ClaimPaper, today: date) -> None:
    """Take a paper back that was the wrong one; its copy goes."""
    access.check_writes(by=by, claim=paper.claim)
    if paper.institution_id != by.institution_id:
        raise ActRefused("Berkas ini ditambahkan lembaga lain.")
    with transaction.atomic():
        held = locked(paper.claim)
        if held.state not in TAKES or paper.voided_at is not None:
            raise ActRefused("Berkas klaim ini tidak diubah lagi.")
        if paper.sha256:
            papers.release(institution_id=paper.institution_id, sha256=paper.sha256)
        paper.voided_at = timezone.now()
        paper.sha256, paper.name, paper.size = "", "", 0
        paper.save(update_fields=["voided_at", "sha256", "name", "size"])
        note(by=by, claim=held, verb="void", on=today, text=paper.code)


def _taking(claim: Claim, code: str) -> Claim:
    held = locked(claim)
    if held.state not in TAKES:
        raise ActRefused("Berkas klaim ini tidak dikumpulkan lagi.")
    if code not in wanted.codes(held):
        raise ActRefused("Jenis berkas ini tidak dikenal.")
    if held.papers.filter(code=code, voided_at=None).exists():
        raise ActRefused("Berkas ini sudah ada; cabut dahulu yang lama.")
    return held
