"""How many workers are covered."""

from decimal import Decimal

from naungan.casework.commitments.counting import region_rows
from naungan.casework.commitments.indicator import Asked, Indicator, Reading


def read(asked: Asked) -> Reading | None:
    """Read the covered people of a region, or of a segment, category or fund in it."""
    row = region_rows.coverage_row(asked)
    if row is None:
        return None
    return Reading(
        Decimal(int(row["low"])),
        region_rows.last_day(row),
        int(row["denominator"] or 0) or None,
        region_rows.parts_of(row),
    )


INDICATOR = Indicator(
    label="Orang yang terlindungi",
    label_en="People covered",
    tells="Banyak pekerja yang terlindungi menurut potret terbit; padanan yang "
    "menunggu tinjauan tidak dihitung.",
    tells_en="How many workers are covered by the published snapshot; matches that "
    "await review are not counted.",
    unit="people",
    direction="up",
    read=read,
    source="snapshot",
    evidence="coverage",
    takes=("segment", "category", "fund", "universe"),
)
