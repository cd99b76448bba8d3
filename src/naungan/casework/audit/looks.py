"""How a look is written down: before what was looked at is shown."""

from django.utils import timezone

from naungan.casework.accounts.scope import Scope
from naungan.casework.audit.models import Look


def record(
    *,
    by: Scope,
    noun: str,
    noun_id: object,
    purpose: str,
    unmasked: bool = False,
    rows: int = 1,
) -> None:
    """Write that somebody looked at a guarded thing, and why."""
    Look.objects.bulk_create(
        [
            Look(
                at=timezone.now(),
                user_id=by.user_id,
                institution_id=by.institution_id,
                noun=noun,
                noun_id=str(noun_id),
                purpose=purpose[:200],
                unmasked=unmasked,
                rows=rows,
            )
        ]
    )
