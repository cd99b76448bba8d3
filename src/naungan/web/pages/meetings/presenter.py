"""One event as its page shows it: what it is, who takes part, what it follows, its papers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from naungan.casework.accounts.models import Institution
from naungan.casework.coordination import gathering
from naungan.casework.coordination.models import (
    AgendaItem,
    Attendance,
    Event,
    EventLink,
    EventParty,
    Organiser,
)
from naungan.web.pages.meetings import words
from naungan.web.pages.meetings.listed import region
from naungan.web.pages.meetings.place import Place


THERE: Final = ("attend", "speak", "open", "chair", "sign")


@dataclass(frozen=True)
class AgendaLine:
    """One point of the agenda."""

    number: int
    key: int
    text: str
    small: str
    discussed: str


@dataclass(frozen=True)
class Guest:
    """Somebody on the list: who, as what, for whom, and whether they are there."""

    key: int
    name: str
    small: str
    role: str
    is_there: bool
    is_unnamed: bool
    came: str
    how: str


@dataclass(frozen=True)
class Present:
    """How many came of how many on the list; groups that were counted add up."""

    there: int
    listed: int

    @property
    def said(self) -> str:
        """Say it on one line."""
        return _("%(there)s dari %(listed)s hadir") % {
            "there": self.there,
            "listed": self.listed,
        }


@dataclass(frozen=True)
class Linked:
    """An event before or behind in a chain."""

    address: str
    title: str
    day: str
    reason: str
    key: int
    is_direct: bool


def facts(place: Place, organisers: Iterable[Organiser]) -> list[tuple[str, str]]:
    """Say what an event is, in pairs; what nobody said is left out."""
    event = place.event
    found = [
        (_("Jenis"), words.words("event_kinds", event.kinds)),
        (_("Penyelenggara"), _named(organisers) or event.institution.name),
        (_("Wilayah"), region(event.region_code)),
        (_("Tempat"), place.where),
        (_("Jam"), clock_words(event)),
        (_("Topik"), words.words("themes", event.topics)),
        (_("Kepastian tanggal"), certainty(event)),
        (_("Dicatat oleh"), event.institution.name),
        (_("Uraian"), event.about),
    ]
    return [(label, text) for label, text in found if text]


def certainty(event: Event) -> str:
    """Say how surely the day is known, where it is not printed whole."""
    if event.certainty == "printed":
        return ""
    said = str(words.CERTAINTIES[event.certainty])
    return f"{said}: {event.date_reason}" if event.date_reason else said


def clock_words(event: Event) -> str:
    """Say from when until when."""
    if event.begins_at is None:
        return ""
    begins, ends = f"{event.begins_at:%H.%M}", gathering.over_at(event)
    return f"{begins}–{ends:%H.%M}" if ends else begins


def _named(organisers: Iterable[Organiser]) -> str:
    return "; ".join(one.name for one in organisers)


def agenda(items: Iterable[AgendaItem]) -> list[AgendaLine]:
    """Arrange the agenda."""
    return [
        AgendaLine(
            number=one.number,
            key=one.pk,
            text=one.text,
            small=" · ".join(part for part in _of_point(one) if part),
            discussed=one.discussed,
        )
        for one in items
    ]


def _of_point(one: AgendaItem) -> list[str]:
    lasts = one.minutes or 0
    minutes = ngettext("%(minutes)s menit", "%(minutes)s menit", lasts)
    carried = _("dibawa dari rapat sebelumnya") if one.carried_from_id else ""
    said = minutes % {"minutes": lasts} if lasts else ""
    return [one.speaker, said, words.word("themes", one.theme), carried]


def guests(rows: Iterable[Attendance]) -> list[Guest]:
    """Arrange the list of attendance: who is there first, in the order of the list."""
    found = [guest(one) for one in rows]
    return sorted(found, key=lambda one: not one.is_there)


def guest(one: Attendance) -> Guest:
    """Arrange one line; an office-holder whom nobody named is called by the office."""
    title = " ".join(part for part in (one.deputy, one.position) if part)
    own = one.name or title or one.home_name
    beside = [title if one.name else "", one.home_name if own != one.home_name else ""]
    if one.is_group and one.head_count:
        people = ngettext("%(many)s orang", "%(many)s orang", one.head_count)
        beside.append(people % {"many": one.head_count})
    if one.represents:
        said = _("diwakili %s") if one.role == "represented" else _("mewakili %s")
        beside.append(said % one.represents)
    is_there = one.signed_in_at is not None or (
        one.how == "report" and one.role in THERE
    )
    return Guest(
        key=one.pk,
        name=own,
        small=", ".join(part for part in beside if part),
        role="" if one.role == "attend" else str(words.ROLES[one.role]),
        is_there=is_there,
        is_unnamed=not (one.name or one.is_group),
        came=came(one),
        how=str(words.WAYS.get(one.how, "")),
    )


def came(one: Attendance) -> str:
    """Say at what time somebody came."""
    if one.signed_in_at is None:
        return ""
    return f"{timezone.localtime(one.signed_in_at):%H.%M}"


def present(rows: Sequence[Guest]) -> Present:
    """Count who is there."""
    return Present(sum(one.is_there for one in rows), len(rows))


def parties(rows: Iterable[EventParty]) -> list[tuple[int, str, str, str]]:
    """Arrange the institutions that take part: key, name, as what, and since when."""
    return [
        (
            one.party_id,
            one.party.name,
            str(words.PARTY_ROLES[one.role]),
            _("diundang %(day)s") % {"day": words.on(one.invited_on)}
            if one.invited_on
            else "",
        )
        for one in rows
    ]


def others(
    organisers: Iterable[Organiser], joined: Sequence[Institution]
) -> list[Organiser]:
    """Give the organisers that do not stand among those who take part already."""
    names, keys = {_plain(one.name) for one in joined}, {one.pk for one in joined}
    return [
        one
        for one in organisers
        if one.home_id not in keys and _plain(one.name) not in names
    ]


def ours(organisers: Iterable[Organiser], keeper: Institution) -> Organiser | None:
    """Give the line by which the keeper of an event is named as an organiser."""
    own = _plain(keeper.name)
    return next((one for one in organisers if _plain(one.name) == own), None)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def earlier(events: Iterable[Event], links: Iterable[EventLink]) -> list[Linked]:
    """Arrange what an event follows; `links` are those that join it at once."""
    reasons = {one.parent_id: one.reason for one in links}
    return [
        _linked(one, reasons.get(one.pk, ""), is_direct=one.pk in reasons)
        for one in events
    ]


def later(events: Iterable[Event]) -> list[Linked]:
    """Arrange what follows an event."""
    return [_linked(one, "", is_direct=False) for one in events]


def _linked(event: Event, reason: str, *, is_direct: bool) -> Linked:
    return Linked(
        address=reverse("meetings.one", args=[event.pk]),
        title=event.title,
        day=words.short_day(event),
        reason=reason,
        key=event.pk,
        is_direct=is_direct,
    )
