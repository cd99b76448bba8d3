"""What pages ask about targets, accepted figures and borders."""

from collections.abc import Iterable
from functools import lru_cache

from django.db.models import QuerySet

from naungan.casework.regions.models import (
    AcceptedFigure,
    BoundaryPack,
    BoundarySheet,
    TargetValue,
)
from naungan.casework.regions.national import Target, of_region


def targets(region_code: str) -> list[Target]:
    """Give the targets that hold for a region, an office's own first."""
    return [*own_targets(region_code), *of_region(region_code)]


def own_targets(region_code: str) -> list[Target]:
    """Give the targets that institutions here set for a region and did not take back."""
    found = TargetValue.objects.filter(region_code=region_code).select_related(
        "series", "institution"
    )
    newest = {(one.series_id, one.segment, one.month): one for one in found}
    return [_own(one) for one in newest.values() if one.percent is not None]


def history(institution_id: int) -> QuerySet[TargetValue]:
    """Give every value that an institution ever set, newest first."""
    found = TargetValue.objects.filter(institution_id=institution_id)
    return found.select_related("series", "set_by").order_by("-pk")


def in_force(values: Iterable[TargetValue]) -> set[int]:
    """Tell which values of a history hold: the newest of each place in a series."""
    newest: dict[tuple[int, str, str, int], TargetValue] = {}
    for one in sorted(values, key=lambda one: one.pk):
        newest[one.series_id, one.region_code, one.segment, one.month] = one
    return {one.pk for one in newest.values() if one.percent is not None}


def accepted(region_code: str) -> dict[tuple[str, str, str], AcceptedFigure]:
    """Give the printed figures of a region that were accepted, by their key."""
    found = AcceptedFigure.objects.filter(region_code=region_code).select_related(
        "accepted_by", "institution"
    )
    return {(one.as_of, one.segment, one.source_url): one for one in found}


def newest_pack() -> BoundaryPack | None:
    """Give the boundary pack in use: the one loaded last."""
    return BoundaryPack.objects.first()


@lru_cache(maxsize=32)
def sheet(pack_id: int, parent_code: str, level: str) -> BoundarySheet | None:
    """Give the drawn borders of one level inside a region; a pack never changes."""
    return BoundarySheet.objects.filter(
        pack_id=pack_id, parent_code=parent_code, level=level
    ).first()


def _own(value: TargetValue) -> Target:
    assert value.percent is not None
    series = value.series
    return Target(
        series=series.name,
        whose=value.institution.name,
        whose_en=value.institution.name,
        basis=series.basis,
        basis_en=series.basis,
        source=series.source,
        source_url=series.source_url,
        confidence="OWN",
        region_code=value.region_code,
        segment=value.segment,
        month=value.month,
        percent=value.percent,
    )
