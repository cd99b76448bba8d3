"""How an act is written down: inside the transaction that did it."""

from typing import Any

from django.utils import timezone

from naungan.casework.accounts.scope import Scope
from naungan.casework.audit.models import Act


def record(
    *, by: Scope | None, verb: str, noun: str, noun_id: object, **details: Any
) -> None:
    """Write an act; it stands or falls with the transaction around it.

    `details` are plain values that explain the act; a person's own data does not
    belong there. The chain's hashes are made by the database.
    """
    Act.objects.bulk_create(
        [
            Act(
                id=0,
                at=timezone.now(),
                user_id=by.user_id if by else None,
                institution_id=by.institution_id if by else None,
                verb=verb,
                noun=noun,
                noun_id=str(noun_id),
                details=details,
            )
        ]
    )
