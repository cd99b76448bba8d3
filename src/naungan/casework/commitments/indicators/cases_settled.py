"""How many cases ended with the employer doing what it owes."""

from decimal import Decimal

from django.db.models import Q

from naungan.casework.commitments.counting import cases_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.commitments.record_days import between, days


COMPLIED = Q(state="settled") | Q(state="closed", closing_reason="complied")


def read(asked: Asked) -> Reading:
    """Count the cases settled from the first day to the last; one reopened is none."""
    settled = cases_counted.of_region(asked).filter(COMPLIED)
    found = settled.filter(between(asked, "closed_on"))
    return Reading(Decimal(found.count()), asked.day, parts=days(asked))


INDICATOR = Indicator(
    label="Kasus yang dipenuhi",
    label_en="Cases settled",
    tells="Banyak kasus yang berakhir karena pemberi kerja memenuhi kewajibannya, sejak "
    "hari awal.",
    tells_en="How many cases ended because the employer met its duties, since the first "
    "day.",
    unit="cases",
    direction="up",
    read=read,
    evidence="cases_settled",
    moved_by=("case",),
    takes=("track",),
    holders=cases_counted.HOLDERS,
    counts="since",
)
