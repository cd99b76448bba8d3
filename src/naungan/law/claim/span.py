"""Terms of months and years from a day, as the law counts them.

A term of months ends on the same day of the month; where that day does not
exist it ends on the last day of the month: 31 January and one month is 28 or 29
February, 29 February and five years is 28 February.
"""

from datetime import date

from naungan.lib.dates import month_end, month_of


def months_later(day: date, months: int) -> date:
    """Give the day on which a term of months from a day ends."""
    last = month_end(month_of(day) + months)
    return last.replace(day=min(day.day, last.day))


def years_later(day: date, years: int) -> date:
    """Give the day on which a term of years from a day ends."""
    return months_later(day, years * 12)
