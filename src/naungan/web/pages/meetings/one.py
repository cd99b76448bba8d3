"""One event: what it is, and on a page of its own everything that was said there."""

from collections.abc import Iterable
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.actions import recognising
from naungan.casework.coordination.models import (
    Attendance,
    Event,
    EventLink,
    Minutes,
    Organiser,
)
from naungan.casework.coordination.queries import asked, chains
from naungan.web.audience import audience, whoever_may
from naungan.web.pages.meetings import acts, notes, presenter, words
from naungan.web.pages.meetings.place import Place, place_of
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")


@audience(SEES)
def one(request: ScopedRequest, number: int) -> HttpResponse:
    """Show an event: facts, agenda, who takes part, what it follows, its papers."""
    place = place_of(request.scope, number)
    return render(
        request, "meetings/one.html", head(place, "one") | _shown(request.scope, place)
    )


def head(place: Place, tab: str) -> dict[str, object]:
    """Give what every page of an event shows on top."""
    tone = words.tone(place.event)
    return {
        "place": place,
        "event": place.event,
        "state": words.state(place.event),
        "tone": tone,
        "icon": words.ICONS.get(tone, ""),
        "tab": tab,
    }


def named(
    event: Event, organisers: Iterable[Organiser], people: Iterable[Attendance]
) -> list[asked.Named]:
    """Give the institutions that an event names and that are not joined to it yet."""
    called = [(one.name, one.home_id) for one in organisers]
    called += [(name, None) for name in recognising.named_owners(event)]
    called += [(one.home_name, one.home_id) for one in people]
    joined = {name for name, home in called if home is not None}
    names = [name for name, _home in called if name and name not in joined]
    if not names:
        return []
    houses = Institution.objects.filter(closed_on=None).order_by("name")
    return asked.named(event, names, list(houses))


def _shown(scope: Scope, place: Place) -> dict[str, object]:
    event = place.event
    people = list(event.attendance.all())
    guests = presenter.guests(people)
    chain = chains.chain(scope, event)
    links = EventLink.objects.filter(child=event)
    organisers = list(event.organisers.all())
    parties = event.party_rows.select_related("party")
    joined = [event.institution, *(row.party for row in parties)]
    minutes = Minutes.objects.filter(event=event).prefetch_related("approvals")
    return {
        "buttons": acts.buttons(place),
        "waits_for_day": acts.waits_for_its_day(place),
        "facts": presenter.facts(place, organisers),
        "others": presenter.others(organisers, joined),
        "ours": presenter.ours(organisers, event.institution),
        "named": named(event, organisers, people) if place.keeps else [],
        "agenda": presenter.agenda(event.agenda.all()),
        "guests": guests,
        "present": presenter.present(guests),
        "parties": presenter.parties(parties),
        "earlier": presenter.earlier(chain.earlier, links),
        "later": presenter.later(chain.later),
        "sources": event.sources.all(),
        "bases": event.bases.all(),
        "papers": event.papers.all(),
        "minutes": minutes.order_by("kind", "-version"),
    }


@audience(SEES)
def results(request: ScopedRequest, number: int) -> HttpResponse:
    """Show everything that was written down at an event, by what it is."""
    place = place_of(request.scope, number)
    shown = {"parts": notes.parts(request.scope, place.event)}
    return render(request, "meetings/results.html", head(place, "results") | shown)


URLS = (
    path("rapat/<int:number>", one, name="meetings.one"),
    path("rapat/<int:number>/hasil", results, name="meetings.results"),
)
