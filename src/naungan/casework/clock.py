"""Which day it is for an office: the calendar's, or the one on which its story stands.

The demonstration tells what happened in one half of a year. Deadlines, ages and reports
count from the last day of that story, so that it reads the same whenever it is opened.
The log of acts keeps and shows the real clock all the same; what a record says of itself
is stamped within the story, and every other moment is shown on the story's days.
"""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """Give the day from which deadlines and ages count."""
    story: date | None = settings.STORY_DAY
    return story or timezone.localdate()  # noqa: TID251 (the one place that asks)


def stands_still() -> bool:
    """Tell whether it is the day of a story, after which no next day comes."""
    return settings.STORY_DAY is not None


def stamp(day: date) -> datetime:
    """Give the moment to write down for what is done on a day: now, on that day."""
    now = timezone.localtime()
    return now if day == now.date() else datetime.combine(day, now.timetz())


def shown(moment: datetime) -> datetime:
    """Give a moment as pages and papers write it: local, and on a day of the story.

    What happened since the story's today happened today; what is to come is as many days
    away as it really is.
    """
    local, story = timezone.localtime(moment), today()
    ahead = local.date() - timezone.localtime().date()
    day = story + ahead if ahead.days > 0 else min(local.date(), story)
    return (
        local
        if day == local.date()
        else local.replace(year=day.year, month=day.month, day=day.day)
    )


def local_day(moment: datetime) -> date:
    """Give the day of a moment where the office is, by the real clock."""
    return timezone.localtime(moment).date()


def day_of(moment: datetime) -> date:
    """Give the day of a stamp, which no story puts after its own today."""
    return min(local_day(moment), today())
