"""What was promised at a meeting goes along when two records of it become one, and back."""

from typing import Any

from django.dispatch import receiver

from naungan.casework.accounts import scope
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.models import Commitment
from naungan.casework.coordination.actions.merging import merged, parted
from naungan.casework.coordination.models import Event


NAME = "commitment"


@receiver(merged)
def _along(by: Scope, kept: Event, gone: Event, **_rest: Any) -> tuple[str, list[int]]:
    """Move every promise, also one that another party wrote down; give their keys."""
    scope.tell(None, None, every=True)
    rows = Commitment.objects.filter(event=gone)
    keys = sorted(rows.values_list("pk", flat=True))
    rows.update(event=kept)
    scope.enter(by)
    return NAME, keys


@receiver(parted)
def _back(
    by: Scope, kept: Event, gone: Event, carried: dict[str, Any], **_rest: Any
) -> None:
    """Move back what came along."""
    scope.tell(None, None, every=True)
    rows = Commitment.objects.filter(pk__in=carried.get(NAME, ()), event=kept)
    rows.update(event=gone)
    scope.enter(by)
