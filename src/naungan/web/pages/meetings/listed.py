"""The list of meetings: what is asked of it, its lines, a month as a calendar."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.coordination import states
from naungan.casework.coordination.models import Event
from naungan.casework.coordination.queries.listing import Sought
from naungan.lib import dates, regions
from naungan.web.download import Column, Sheet
from naungan.web.fields.day import Day
from naungan.web.fields.region import RegionField
from naungan.web.language import spoken
from naungan.web.pages.meetings import words


ANY: Final = ("", gettext_lazy("Semua"))


class Sieve(forms.Form):
    """The filters of the list, every one of them optional."""

    kata = forms.CharField(label=gettext_lazy("Kata"), max_length=80, required=False)
    jenis = forms.ChoiceField(label=gettext_lazy("Jenis"), required=False)
    topik = forms.ChoiceField(label=gettext_lazy("Topik"), required=False)
    keadaan = forms.ChoiceField(label=gettext_lazy("Keadaan"), required=False)
    wilayah = RegionField(label=gettext_lazy("Wilayah"), max_length=80, required=False)
    dari = Day(label=gettext_lazy("Dari tanggal"), required=False)
    sampai = Day(label=gettext_lazy("Sampai tanggal"), required=False)

    def __init__(self, given: Any) -> None:
        """Offer the catalogues and the states of an event."""
        super().__init__(given)
        known = [
            (one.code, states.EVENT.label(one.code, spoken()))
            for one in states.EVENT.states
            if one.code != "merged"
        ]
        for name, choices in (
            ("jenis", words.options("event_kinds")),
            ("topik", words.options("themes")),
            ("keadaan", known),
        ):
            self.fields[name].choices = [ANY, *choices]  # type: ignore[attr-defined]

    def sought(self) -> Sought:
        """Say the filters as the list does; a wrong choice counts as none."""
        self.is_valid()
        asked = self.cleaned_data
        return Sought(
            kind=asked.get("jenis", ""),
            topic=asked.get("topik", ""),
            region_code=asked.get("wilayah", ""),
            state=asked.get("keadaan", ""),
            word=asked.get("kata", "").strip(),
            since=asked.get("dari"),
            until=asked.get("sampai"),
        )


@dataclass(frozen=True)
class Line:
    """One event of a list."""

    number: int
    title: str
    day: str
    kinds: str
    place: str
    keeper: str
    state: str
    tone: str
    icon: str
    is_inferred: bool


@dataclass(frozen=True)
class DayCell:
    """One day of a month; one of another month has no number."""

    on: date | None
    is_today: bool
    events: list[Line]


@dataclass(frozen=True)
class Month:
    """A month as weeks that begin on Monday, with the months around it."""

    title: str
    weekdays: list[str]
    weeks: list[list[DayCell]]
    before: str
    after: str


def line(event: Event) -> Line:
    """Arrange one event."""
    tone = words.tone(event)
    return Line(
        number=event.pk,
        title=event.title,
        day=words.short_day(event),
        kinds=words.words("event_kinds", event.kinds),
        place=region(event.region_code),
        keeper=event.institution.name,
        state=words.state(event),
        tone=tone,
        icon=words.ICONS.get(tone, ""),
        is_inferred=event.certainty == "inferred",
    )


def region(code: str) -> str:
    """Name a region; the country where none was said."""
    found = regions.by_code(code) if code else None
    return found.name if found else code or "Indonesia"


def month_asked(written: str, today: date) -> date:
    """Read which month a calendar shows, as 2026-11; this one where that is none."""
    month = dates.parse_month(written) if written else None
    return dates.month_start(month) if month is not None else today.replace(day=1)


def span(first: date) -> tuple[date, date]:
    """Give the first and the last day of a month."""
    return first, dates.month_end(dates.month_of(first))


def month(first: date, found: Iterable[Event], today: date) -> Month:
    """Arrange the events of a month as a calendar."""
    by_day: dict[date, list[Line]] = {}
    for one in found:
        if one.held_on is not None:
            by_day.setdefault(one.held_on, []).append(line(one))
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return Month(
        title=date_format(first, "F Y"),
        weekdays=[date_format(day, "D") for day in weeks[0]],
        weeks=[[_cell(day, first, by_day, today) for day in week] for week in weeks],
        before=f"{first - timedelta(days=1):%Y-%m}",
        after=f"{span(first)[1] + timedelta(days=1):%Y-%m}",
    )


def _cell(
    day: date, first: date, by_day: dict[date, list[Line]], today: date
) -> DayCell:
    if day.month != first.month:
        return DayCell(None, is_today=False, events=[])
    return DayCell(day, day == today, by_day.get(day, []))


def sheet(rows: Iterable[Event]) -> Sheet:
    """Give events as a table."""
    columns = (
        *(Column(_("Tanggal"), "date"), Column(_("Kepastian tanggal"))),
        *(Column(_("Kegiatan")), Column(_("Jenis")), Column(_("Topik"))),
        *(Column(_("Kode wilayah"), "code"), Column(_("Wilayah"))),
        *(Column(_("Tempat")), Column(_("Kota")), Column(_("Keadaan"))),
        Column(_("Dicatat oleh")),
    )
    return Sheet("event", _("Rapat"), (), columns, map(_cells, rows))


def _cells(one: Event) -> tuple[object, ...]:
    shown = line(one)
    return (
        *(one.held_on, str(words.CERTAINTIES[one.certainty]), one.title, shown.kinds),
        *(words.words("themes", one.topics), one.region_code, shown.place),
        *(one.venue, one.city, shown.state, shown.keeper),
    )
