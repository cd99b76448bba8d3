"""How many employers have a finding."""

from decimal import Decimal

from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.intake import employers, frozen
from naungan.casework.intake.employers import Sought
from naungan.lib.dates import month_end


def read(asked: Asked) -> Reading | None:
    """Count the employers of a region, or of a list, that a finding stands against."""
    publication = asked.publication
    assert publication is not None
    if asked.extent.employers:
        value, parts = _listed(asked)
    else:
        sought = Sought(code=asked.extent.finding or None, region=asked.region_code)
        counted = employers.counted(publication, asked.eyes, sought)
        value = counted["employers"]
        parts = {"people": counted["people"], "monthly_idr": counted["monthly_idr"]}
    return Reading(Decimal(value), month_end(publication.month), parts=parts)


def _listed(asked: Asked) -> tuple[int, dict[str, int]]:
    """Count those of a list of employers, followed by the numbers they had once."""
    assert asked.publication is not None
    numbers = asked.extent.employers
    now = frozen.findings_now(asked.publication, numbers)
    wanted = asked.extent.finding
    standing = [
        number
        for number in numbers
        if (wanted in now.get(number, {}) if wanted else now.get(number))
    ]
    return len(standing), {"listed": len(numbers)}


INDICATOR = Indicator(
    label="Pemberi kerja dengan temuan",
    label_en="Employers with findings",
    tells="Banyak pemberi kerja yang masih mempunyai temuan pada potret terbit.",
    tells_en="How many employers still have a finding in the published snapshot.",
    unit="employers",
    direction="down",
    read=read,
    source="snapshot",
    evidence="employers",
    takes=("finding", "employers"),
)
