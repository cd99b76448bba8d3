"""Hiding a person in every snapshot at once, and who is hidden."""

from django.db import transaction

from naungan.casework import act
from naungan.casework.act import Doer
from naungan.casework.intake.models import Tombstone


def hide(*, by: Doer | None, region_code: str, person_id: int, reason: str) -> bool:
    """Hide a person in the snapshots of a region; tell whether they were shown.

    The next run leaves the person out of its files; the number stays here, so that
    old snapshots do not show the person again.
    """
    with transaction.atomic():
        _, made = Tombstone.objects.get_or_create(
            region_code=region_code, person_id=person_id, defaults={"reason": reason}
        )
        if made:
            act.record(
                by=by,
                verb="erase",
                noun="person",
                noun_id=person_id,
                region=region_code,
                reason=reason,
            )
    return made


def hidden(region_code: str) -> frozenset[int]:
    """Give the numbers of the persons who are hidden in a region's snapshots."""
    found = Tombstone.objects.filter(region_code=region_code)
    return frozenset(found.values_list("person_id", flat=True))
