"""How many cases were opened."""

from decimal import Decimal

from naungan.casework.commitments.counting import cases_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.commitments.record_days import between, days


def read(asked: Asked) -> Reading:
    """Count the cases opened from the first day to the last."""
    found = cases_counted.of_region(asked).filter(between(asked, "opened_on"))
    return Reading(Decimal(found.count()), asked.day, parts=days(asked))


INDICATOR = Indicator(
    label="Kasus yang dibuka",
    label_en="Cases opened",
    tells="Banyak kasus pemberi kerja yang dibuka sejak hari awal.",
    tells_en="How many cases of employers were opened since the first day.",
    unit="cases",
    direction="up",
    read=read,
    evidence="cases_opened",
    moved_by=("case",),
    takes=("track",),
    holders=cases_counted.HOLDERS,
    counts="since",
)
