"""At which moment a meeting took place: what was known before it, and what came after."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.utils import timezone

from naungan.casework import clock
from naungan.casework.audit.models import Act
from naungan.casework.coordination.models import Event
from naungan.lib.dates import format_date


class Before(NamedTuple):
    """The meeting before this one: its day, its moment, and how papers call it."""

    event: Event
    day: date
    moment: datetime

    @property
    def said(self) -> str:
        """Call it by its day: "rapat 15 Januari 2025"."""
        held_on = self.event.held_on
        return f"rapat {format_date(held_on)}" if held_on else "rapat sebelumnya"

    @property
    def named(self) -> str:
        """Call it by its title and its day."""
        day = self.event.held_on
        return f"{self.event.title}, {format_date(day)}" if day else self.event.title


def before(last: Event | None) -> Before | None:
    """Say when the meeting before was; None where there was none, or on no known day."""
    if last is None or last.sort_on is None:
        return None
    return Before(last, last.sort_on, _moment(last, last.sort_on))


def _moment(event: Event, day: date) -> datetime:
    """Give when a meeting was opened; one that was entered later lasted all its day."""
    opened = Act.objects.filter(noun="event", noun_id=str(event.pk), verb="convene")
    at = opened.order_by("pk").values_list("at", flat=True).first() or event.made_at
    if clock.day_of(at) <= day:
        return at
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
