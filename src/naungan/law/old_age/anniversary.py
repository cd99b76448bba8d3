"""Ages in completed years, and months that have wholly passed.

Somebody born on 29 February completes a year on 1 March where
there is no such day: only then has the whole year passed.
"""

from datetime import date, timedelta

from naungan.law.claim.span import years_later
from naungan.lib.dates import month_of


def age_reached_on(birth: date, years: int) -> date:
    """Give the day on which a person completes so many years."""
    target = years_later(birth, years)
    return target if target.day == birth.day else target + timedelta(days=1)


def months_complete_by(day: date) -> int:
    """Give the last month index that has wholly passed at the end of a day."""
    return month_of(day + timedelta(days=1)) - 1
