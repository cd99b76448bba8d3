"""What of meetings waits for an institution.

Minutes to approve, minutes that somebody objects to, invitations, names to recognise.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.models import (
    Approval,
    Attendance,
    Event,
    EventParty,
    Minutes,
    Organiser,
)


MOST: Final = 8
YEAR: Final = 366  # days
OPEN: Final = ("held", "minuted", "approved")


@dataclass(frozen=True)
class Named:
    """An institution as a meeting calls it, and which of this office has that name."""

    name: str
    known: Institution | None


def rows(scope: Scope, today: date) -> list[QuerySet[Minutes]]:
    """Give the newest versions that ask one's institution and have no word of it yet.

    Minutes wait while their event is minuted, however old it is; an action plan is
    asked for at events of the last year. The database finds both from few events.
    """
    if not scope.may("sign_minutes"):
        return []
    since = today - timedelta(days=YEAR)
    return [
        _unanswered(scope).filter(kind="minutes", event__state="minuted"),
        _unanswered(scope).filter(kind="action_plan", event__sort_on__gte=since),
    ]


def minutes(scope: Scope, today: date) -> list[Minutes]:
    """Give the same as rows with their events, the newest first."""
    found = [
        one
        for some in rows(scope, today)
        for one in some.select_related("event").defer("content")
    ]
    return sorted(found, key=lambda one: one.pk, reverse=True)


def objected(scope: Scope) -> QuerySet[Minutes]:
    """Give the newest minutes that one keeps and that a party objects to, still."""
    if not scope.may("keep_meetings"):
        return Minutes.objects.none()
    against = Approval.objects.filter(minutes=OuterRef("pk"), verdict="object").exclude(
        Exists(
            Approval.objects.filter(
                minutes=OuterRef("minutes"),
                institution=OuterRef("institution"),
                verdict="approve",
            )
        )
    )
    ours = Minutes.objects.filter(
        institution_id=scope.institution_id, kind="minutes", event__state="minuted"
    )
    return ours.exclude(Exists(_later())).filter(Exists(against))


def invited(scope: Scope, today: date) -> QuerySet[EventParty]:
    """Give the invitations of one's institution to what has not taken place yet."""
    if not scope.may("see_meetings"):
        return EventParty.objects.none()
    asked = EventParty.objects.filter(
        party_id=scope.institution_id, invited_on__isnull=False, event__state="invited"
    )
    ahead = Q(event__held_on__gte=today) | Q(event__held_on=None)
    return asked.filter(ahead).order_by("event__held_on", "pk")


def _later() -> QuerySet[Minutes]:
    """Find versions that came after one."""
    return Minutes.objects.filter(
        event=OuterRef("event"),
        kind=OuterRef("kind"),
        version__gt=OuterRef("version"),
    )


def _unanswered(scope: Scope) -> QuerySet[Minutes]:
    here = scope.institution_id
    said = Approval.objects.filter(minutes=OuterRef("pk"), institution_id=here)
    asked = Minutes.objects.filter(signers__contains=[here])
    return asked.exclude(Exists(_later())).exclude(Exists(said))


def named(
    event: Event, names: Iterable[str], houses: Sequence[Institution]
) -> list[Named]:
    """Give the institutions that a meeting names and that are not joined to it.

    Those of which this office knows one of that name come first.
    """
    known = {_plain(one.name): one for one in houses}
    joined = {event.institution_id, *event.parties}
    found: dict[str, Named] = {}
    for name in names:
        house = known.get(_plain(name))
        if name and (house is None or house.pk not in joined):
            found.setdefault(_plain(name), Named(name, house))
    return sorted(found.values(), key=lambda one: one.known is None)


def unrecognised(scope: Scope) -> list[tuple[Event, str]]:
    """Give events that one keeps and that name an institution of this office unjoined."""
    if not scope.may("keep_meetings"):
        return []
    names = list(Institution.objects.filter(closed_on=None).values_list("name", "pk"))
    asked = [name for name, key in names if key != scope.institution_id]
    here = {"institution_id": scope.institution_id, "home": None}
    called = Organiser.objects.filter(**here, name__in=asked)
    came = Attendance.objects.filter(**here, home_name__in=asked)
    found: dict[tuple[int, str], tuple[Event, str]] = {}
    for rows, field in ((called, "name"), (came, "home_name")):
        for row in rows.select_related("event").order_by("-event_id", "pk")[:MOST]:
            name = getattr(row, field)
            joined = {key for one, key in names if one == name} & {*row.event.parties}
            if row.event.state in OPEN and not joined:
                found.setdefault((row.event_id, name), (row.event, name))
    return list(found.values())


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
