"""Which share of the workers is covered."""

from naungan.casework.commitments.counting import region_rows
from naungan.casework.commitments.indicator import Asked, Indicator, Reading


def read(asked: Asked) -> Reading | None:
    """Read the share of a region, or of a segment, category or fund in it."""
    row = region_rows.coverage_row(asked)
    value = region_rows.share(row) if row else None
    if row is None or value is None:
        return None
    return Reading(
        value,
        region_rows.last_day(row),
        int(row["denominator"]),
        region_rows.parts_of(row),
    )


INDICATOR = Indicator(
    label="Cakupan kepesertaan",
    label_en="Coverage",
    tells="Bagian pekerja yang terlindungi menurut potret terbit, dalam persen.",
    tells_en="The share of workers covered by the published snapshot, in percent.",
    unit="percent",
    direction="up",
    read=read,
    source="snapshot",
    evidence="coverage",
    takes=("segment", "category", "fund", "universe"),
)
