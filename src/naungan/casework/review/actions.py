"""Deciding a pair and taking a verdict back: keyword-only, one transaction, audited."""

from typing import Final

from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts.scope import Scope
from naungan.casework.review import access
from naungan.casework.review.kinds import UNDONE
from naungan.casework.review.models import Verdict
from naungan.casework.review.pair import Pair
from naungan.casework.review.queries import standing_of


LONGEST_NOTE: Final = 500


def decide(*, by: Scope, pair: Pair, kind: str, note: str = "") -> Verdict:
    """Add a verdict on a pair; the same answer of the same person again adds nothing."""
    access.check_decides(by=by, pair=pair, kind=kind)
    note = note.strip()[:LONGEST_NOTE]
    with transaction.atomic():
        held = standing_of(pair).verdict
        if held and (held.decided_by_id, held.kind, held.note) == (
            *(by.user_id, kind, note),
        ):
            return held
        verdict = Verdict.objects.create(
            region_code=pair.region_code,
            place_code=pair.place_code,
            run=pair.run,
            subject=pair.subject,
            number=pair.number,
            partner=pair.partner,
            sources=list(pair.sources),
            kind=kind,
            note=note,
            institution_id=by.institution_id,
            decided_by_id=by.user_id,
        )
        _record(by, "decide", verdict)
    return verdict


def undo(*, by: Scope, verdict: Verdict) -> Verdict:
    """Take a verdict back by another entry; what held before holds again."""
    access.check_undoes(by=by, verdict=verdict)
    with transaction.atomic():
        entry = Verdict.objects.create(
            region_code=verdict.region_code,
            place_code=verdict.place_code,
            run=verdict.run,
            subject=verdict.subject,
            number=verdict.number,
            partner=verdict.partner,
            kind=UNDONE,
            institution_id=by.institution_id,
            decided_by_id=by.user_id,
            undoes=verdict,
        )
        _record(by, "undo", verdict)
    return entry


def _record(by: Scope, verb: str, verdict: Verdict) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="verdict",
        noun_id=verdict.pk,
        kind=verdict.kind,
        subject=verdict.subject,
        number=verdict.number,
        region=verdict.region_code,
        run=verdict.run,
    )
