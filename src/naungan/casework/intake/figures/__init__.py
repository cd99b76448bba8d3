"""Figures of regions from published snapshots: the door to what is kept of them."""

from naungan.casework.intake.figures.kept import (
    GapPart,
    RegionFigures,
    figures_of,
    gap_of,
    quality_of,
    villages_of,
    why_region,
)
from naungan.engine.disclosure import SMALLEST_SHOWN


__all__ = [
    "SMALLEST_SHOWN",
    "GapPart",
    "RegionFigures",
    "figures_of",
    "gap_of",
    "quality_of",
    "villages_of",
    "why_region",
]
