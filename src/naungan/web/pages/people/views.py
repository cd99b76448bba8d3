"""Orang: who works here, as what and since when, and everyone's history."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from naungan.casework import clock, look
from naungan.casework.accounts import queries
from naungan.casework.audit import queries as audit
from naungan.web import log_words
from naungan.web.audience import audience
from naungan.web.page import Page
from naungan.web.pages.people import appointments, invitations
from naungan.web.pages.people.forms import PeopleFilter
from naungan.web.pages.people.invitations import MANAGERS
from naungan.web.request import ScopedRequest


@audience(MANAGERS)
def people(request: ScopedRequest) -> HttpResponse:
    """List the people and the open invitations of the institutions in scope."""
    asked = PeopleFilter(request.GET or {}, request.scope)
    today = clock.today()
    shown: dict[str, Any] = {
        "filter": asked,
        "appointments": queries.people_of(request.scope, today, asked.wanted()),
        "invitations": queries.invitations(request.scope),
        "now": timezone.now(),
        "today": today,
    }
    return render(request, "people/page.html", shown)


@audience(MANAGERS)
def person(request: ScopedRequest, number: int) -> HttpResponse:
    """Show somebody's appointments, past ones too, and what was done about them."""
    found = queries.person(request.scope, number)
    if found is None:
        raise Http404
    held = queries.appointments(request.scope).filter(user=found)
    keys = [str(key) for key in held.values_list("pk", flat=True)]
    about = audit.acts(request.scope).filter(noun="appointment", noun_id__in=keys)
    acts = [{"one": one, "verb": log_words.verb(one.verb)} for one in about]
    look.record(by=request.scope, noun="user", noun_id=number, purpose="manage_people")
    shown = {"person": found, "held": held.order_by("-from_on", "-pk"), "acts": acts}
    return render(request, "people/person.html", {**shown, "today": clock.today()})


PAGE = Page(
    code="people",
    urls=(
        path("orang", people, name="people"),
        path("orang/<int:number>", person, name="people.person"),
        *invitations.URLS,
        *appointments.URLS,
    ),
    label="Orang",
    place=80,
    power="manage_people",
)
