"""A slow judge of duties: scale, terms and the administrative ladder, typed from the texts.

It walks the calendar day by day and knows nothing of our parameters; bounds and terms
stand here as the sources have them (UU 20/2008 art 6; PP 7/2021 art 35; PP 44/2015
elucidation of art 10; PP 86/2013 arts 6, 7 and 10).
"""

from datetime import date, timedelta
from pathlib import Path


TABLE = Path(__file__).parents[2] / "src" / "naungan" / "lib" / "holidays.csv"
FREE = {line.split(",")[0] for line in TABLE.read_text("utf-8").splitlines()[1:]}
ONE = timedelta(days=1)
UMKM_2021 = date(2021, 2, 2)
MILLION = 1_000_000

ADMINISTRATIVE = ("warning_1", "warning_2", "fine", "tmp2t_request", "tmp2t")


def works(day):
    """Say whether offices work."""
    return day.weekday() not in (5, 6) and day.isoformat() not in FREE


def after_working_days(start, count):
    """Walk until so many working days have passed."""
    day = start
    while count:
        day += ONE
        count -= works(day)
    return day


def scale(day, capital=None, sales=None):
    """Classify by one figure only."""
    old = day < UMKM_2021
    if capital is not None:
        bounds = (50, 500, 10_000) if old else (1_000, 5_000, 10_000)
    else:
        bounds = (300, 2_500, 50_000) if old else (2_000, 15_000, 50_000)
    figure = capital if capital is not None else sales
    names = ("micro", "small", "medium")
    for name, bound in zip(names, bounds, strict=True):
        if figure <= bound * MILLION:
            return name
    return "large"


def negligent_since(first_worker_on):
    """Give the first day on which an unregistered employer is plainly negligent."""
    return after_working_days(first_worker_on, 7) + ONE


def earliest(since, taken):
    """Give the first day of the next administrative step after those taken in order."""
    days = [day for _, day in taken]
    if not days:
        return since
    if len(days) <= 2:
        return after_working_days(days[-1], 10) + ONE
    if len(days) == 3:
        return max(fine_due(days[1]), days[2]) + ONE
    return days[-1]  # what was asked of another institution gives nobody a term


def fine_due(second_warning_on):
    """Give the last day on which the fine may be imposed."""
    return after_working_days(second_warning_on, 10) + timedelta(days=30)
