"""Which day it is for an office: the calendar's, or the one on which its story stands.

The demonstration tells what happened in one half of a year. Deadlines, ages and reports
count from the last day of that story, so that it reads the same whenever it is opened.
The log of acts keeps the real clock all the same; what a record says of itself is
stamped within the story.
"""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """Give the day from which deadlines and ages count."""
    story: date | None = settings.STORY_DAY
    return story or timezone.localdate()  # noqa: TID251 (the one place that asks)


def stamp(day: date) -> datetime:
    """Give the moment to write down for what is done on a day: now, on that day."""
    now = timezone.localtime()
    return now if day == now.date() else datetime.combine(day, now.timetz())


def day_of(moment: datetime) -> date:
    """Give the day of a stamp, which no story puts after its own today."""
    return min(timezone.localtime(moment).date(), today())
