"""Figures of coverage as pages show them: the door to their parts."""

from naungan.web.figures.region import (
    CLASSES,
    HIDDEN,
    LIMITS,
    NOTHING,
    Figure,
    Region,
    Row,
    UniverseChoice,
    children,
    figure,
    is_own,
    is_whole,
    legend,
    month_words,
    points,
    present,
    shade,
    share,
)


__all__ = [
    "CLASSES",
    "HIDDEN",
    "LIMITS",
    "NOTHING",
    "Figure",
    "Region",
    "Row",
    "UniverseChoice",
    "children",
    "figure",
    "is_own",
    "is_whole",
    "legend",
    "month_words",
    "points",
    "present",
    "shade",
    "share",
]
