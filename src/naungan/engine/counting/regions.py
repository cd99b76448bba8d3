"""SQL for the levels of regions: codes, dots, and the limit of one region.

A village code has ten digits; every higher level is a prefix of it. Outside,
codes are dotted; the whole country is 00.
"""

from dataclasses import dataclass


NATIONAL = "00"
UNPLACED = ""
"""Region code of people whose village is not known."""


@dataclass(frozen=True)
class Level:
    """One level of regions: its name and how to get its code from a village's."""

    name: str
    divisor: int
    parts: tuple[int, ...]

    def code(self, village: str) -> str:
        """Write the SQL for the dotted code of the region a village lies in."""
        if not self.parts:
            return f"'{NATIONAL}'"
        digits = f"({village} // {self.divisor})::VARCHAR"
        start, cut = 1, []
        for width in self.parts:
            cut.append(f"substr({digits}, {start}, {width})")
            start += width
        return " || '.' || ".join(cut)


LEVELS = (
    Level("village", 1, (2, 2, 2, 4)),
    Level("district", 10_000, (2, 2, 2)),
    Level("regency", 1_000_000, (2, 2)),
    Level("province", 100_000_000, (2,)),
    Level("national", 1, ()),
)


def levels_within(region: str | None) -> tuple[Level, ...]:
    """Give the levels at or below a dotted region code; all when None."""
    if region is None or region == NATIONAL:
        return LEVELS
    depth = region.count(".") + 1
    return tuple(level for level in LEVELS if len(level.parts) >= depth)


def lies_within(code: str, region: str | None) -> str:
    """Write the SQL for a dotted code lying in a region."""
    if region is None or region == NATIONAL:
        return "true"
    return f"({code} = '{region}' OR starts_with({code}, '{region}.'))"
