"""What pages ask of a published snapshot about figures of regions."""

from dataclasses import dataclass
from typing import Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.engine.explain.sentences import sentence
from naungan.engine.snapshot import Row


PURPOSE: Final = "figures"
__all__ = [
    "RegionFigures",
    "employers_by_finding",
    "published_regions",
    "region_figures",
    "sentence",
]
BELOW: Final = {0: "province", 1: "regency", 2: "district", 3: "village"}
"""The level below a region, by how many parts its code has."""


@dataclass(frozen=True)
class RegionFigures:
    """The rows of a region itself and of the regions just below it."""

    own: list[Row]
    below: list[Row]
    level_below: str


def region_figures(
    publication: Publication, scope: Scope, region_code: str
) -> RegionFigures:
    """Read the figures of a region from a published snapshot."""
    snapshot = door.opened(publication, scope)
    reach = door.figures(scope, PURPOSE)
    parts = len(region_code.split(".")) if region_code else 0
    level = BELOW.get(parts, "")
    below = snapshot.measures_inside(reach, region_code, level) if level else []
    return RegionFigures(snapshot.measures(reach, region_code), below, level)


def employers_by_finding(publication: Publication, scope: Scope) -> dict[str, int]:
    """Count the employers of the scope by finding."""
    snapshot = door.opened(publication, scope)
    return snapshot.employers_by_finding(door.figures(scope, "findings"))


def published_regions() -> list[Publication]:
    """Give the newest publication of every region that has one, by its code."""
    newest: dict[str, Publication] = {}
    for one in Publication.objects.order_by("region_code", "run"):
        newest[one.region_code] = one
    return list(newest.values())
