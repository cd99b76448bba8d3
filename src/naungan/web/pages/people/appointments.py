"""Ending an appointment, changing a role, naming somebody who acts for another."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts import actions, queries
from naungan.casework.accounts.models import Appointment, User
from naungan.web.audience import audience
from naungan.web.form_page import attempt, show
from naungan.web.pages.people.forms import DeputyForm, EndForm, RoleForm
from naungan.web.pages.people.invitations import MANAGERS
from naungan.web.request import ScopedRequest


@audience(MANAGERS)
def end(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask when, then end an appointment."""
    held, today = _held(request, number), clock.today()
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        last_on = form.cleaned_data["last_on"]
        attempt(
            form,
            lambda: actions.end(
                by=request.scope, appointment=held, last_on=last_on, today=today
            ),
        )
        if not form.errors:
            return _done(request, held.user, _("Penugasan %s diakhiri."))
    return show(request, "people/end.html", form, ending=held)


@audience(MANAGERS)
def change(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask which role and from when, then end the old and give the new."""
    held, today = _held(request, number), clock.today()
    form = RoleForm(request.POST or None, request.scope, held, today)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        attempt(
            form,
            lambda: actions.change_role(
                by=request.scope, appointment=held, today=today, **asked
            ),
        )
        if not form.errors:
            return _done(request, held.user, _("Peran %s diganti."))
    return show(request, "people/change.html", form, changing=held)


@audience(MANAGERS)
def deputise(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask for whom, as what and until when, then let somebody act for another."""
    person = queries.person(request.scope, number)
    if person is None:
        raise Http404
    holders = queries.appointments(request.scope).filter(acting="").exclude(user=person)
    form = DeputyForm(request.POST or None, holders, clock.today())
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        place, role = asked["acts_for"].institution, asked["acts_for"].role
        attempt(
            form,
            lambda: actions.appoint(
                by=request.scope, user=person, institution=place, role=role, **asked
            ),
        )
        if not form.errors:
            return _done(request, person, _("%s kini menggantikan."))
    return show(request, "people/deputise.html", form, person=person)


def _held(request: ScopedRequest, number: int) -> Appointment:
    today = clock.today()
    return get_object_or_404(queries.people_of(request.scope, today), pk=number)


def _done(request: ScopedRequest, person: User, said: str) -> HttpResponse:
    messages.success(request, said % person.name)
    return redirect("people.person", person.pk)


URLS = (
    path("orang/penugasan/<int:number>/akhiri", end, name="people.end"),
    path("orang/penugasan/<int:number>/ubah", change, name="people.change"),
    path("orang/<int:number>/gantikan", deputise, name="people.deputise"),
)
