"""How many cases are open."""

from decimal import Decimal

from naungan.casework.commitments.counting import cases_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading


def read(asked: Asked) -> Reading:
    """Count the cases that are open."""
    running = cases_counted.of_region(asked).filter(state="open")
    return Reading(Decimal(running.count()), asked.day)


INDICATOR = Indicator(
    label="Kasus terbuka",
    label_en="Open cases",
    tells="Banyak kasus pemberi kerja yang belum dipenuhi dan belum ditutup.",
    tells_en="How many cases of employers are neither settled nor closed.",
    unit="cases",
    direction="down",
    read=read,
    evidence="cases_open",
    moved_by=("case", "case_step"),
    takes=("track",),
    holders=cases_counted.HOLDERS,
)
