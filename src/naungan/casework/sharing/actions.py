"""Acts on sharing rules: giving one and ending it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from naungan.casework import act, clock
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.sharing import access
from naungan.casework.sharing.models import Sharing


def share(
    *,
    by: Scope,
    receiver: Institution | None,
    receiver_kind: str,
    region_code: str,
    columns: Sequence[str],
    purpose: str,
    agreement: str,
    from_on: date,
    until_on: date,
) -> Sharing:
    """Let another institution, or every one of a kind, see one's people in a region."""
    access.check_shares(by=by, receiver=receiver, region_code=region_code)
    access.check_term(from_on=from_on, until_on=until_on, today=clock.today())
    with transaction.atomic():
        sharing = Sharing.objects.create(
            institution_id=by.institution_id,
            receiver=receiver,
            receiver_kind=receiver_kind,
            region_code=region_code,
            columns=sorted(columns),
            purpose=purpose,
            agreement=agreement,
            from_on=from_on,
            until_on=until_on,
            given_by_id=by.user_id,
        )
        _record(by, "share", sharing)
    return sharing


def end(*, by: Scope, sharing: Sharing) -> None:
    """End a rule at once: from the next page on nothing of it is seen."""
    access.check_ends(by=by, sharing=sharing)
    with transaction.atomic():
        sharing.ended_at, sharing.ended_by_id = timezone.now(), by.user_id
        sharing.save(update_fields=["ended_at", "ended_by"])
        _record(by, "end", sharing)


def _record(by: Scope, verb: str, sharing: Sharing) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="sharing",
        noun_id=sharing.pk,
        receiver=sharing.receiver.code if sharing.receiver else sharing.receiver_kind,
        region=sharing.region_code,
        columns=list(sharing.columns),
        agreement=sharing.agreement,
        until_on=sharing.until_on.isoformat(),
    )
