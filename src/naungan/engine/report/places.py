"""Names of regions in the reports, and which region a snapshot is about."""

from dataclasses import dataclass
from functools import cache

from naungan.engine.report.source import Source
from naungan.lib import regions


LEVELS = ("national", "province", "regency", "district", "village")


@dataclass(frozen=True)
class Place:
    """A region as people call it; `within` names the region it lies in."""

    code: str
    level: str
    name: str
    within: str = ""


# Places that are no region: the whole country, and people without a known village.
NATIONAL = Place("00", "national", "Indonesia")
UNPLACED = Place("", "unplaced", "Desa tidak diketahui")


@cache
def place_of(code: str, level: str) -> Place:
    """Return the place of a dotted code; an unknown code stands for its name."""
    for place in (NATIONAL, UNPLACED):
        if level == place.level:
            return place
    found = regions.by_code(code)
    parent = regions.by_code(code.rpartition(".")[0])
    return Place(
        code,
        level,
        found.name if found else code,
        parent.name if parent else "",
    )


def child_level(level: str) -> str | None:
    """Return the level below, or None below the village."""
    at = LEVELS.index(level) + 1
    return LEVELS[at] if at < len(LEVELS) else None


def subject(source: Source) -> Place:
    """Return the smallest region that holds all the figures of the snapshot."""
    asked = source.manifest.get("region")
    if asked and asked != NATIONAL.code:
        return place_of(asked, LEVELS[asked.count(".") + 1])
    for level in ("regency", "province"):
        codes = source.rows(
            """SELECT DISTINCT region_code AS code FROM measures
            WHERE measure = 'coverage' AND level = $level LIMIT 2""",
            level=level,
        )
        if len(codes) == 1:
            return place_of(codes[0]["code"], level)
    return NATIONAL
