"""How many open cases are past their term."""

from decimal import Decimal

from naungan.casework.commitments.counting import cases_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading


def read(asked: Asked) -> Reading:
    """Count the open cases whose term ran out before the day."""
    running = cases_counted.of_region(asked).filter(state="open")
    over = running.filter(due_on__lt=asked.day).count()
    return Reading(Decimal(over), asked.day, running.count())


INDICATOR = Indicator(
    label="Kasus yang lewat tenggang",
    label_en="Cases past their term",
    tells="Banyak kasus terbuka yang tenggang langkahnya sudah lewat, dari semua kasus "
    "terbuka.",
    tells_en="How many open cases are past the term of their step, of all open cases.",
    unit="cases",
    direction="down",
    read=read,
    evidence="cases_late",
    moved_by=("case", "case_step"),
    takes=("track",),
    holders=cases_counted.HOLDERS,
)
