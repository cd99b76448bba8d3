"""Inviting somebody, handing the link over again, taking an invitation back."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from naungan.casework.accounts import actions, queries
from naungan.casework.accounts.models import Institution, Invitation
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.people.forms import InvitationForm, PlaceForm
from naungan.web.request import ScopedRequest


MANAGERS = whoever_may("manage_people")


@audience(MANAGERS)
def invite(request: ScopedRequest) -> HttpResponse:
    """Invite somebody; the link is shown once, to be handed over."""
    place = _place(request)
    first = {"role": request.GET.get("peran", "")}
    form = InvitationForm(request.POST or None, request.scope, place, first)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, lambda: actions.invite(by=request.scope, **form.cleaned_data)
        )
        if made is not None:
            return _link(request, *made)
    elsewhere = PlaceForm(request.scope, place) if _many(request) else None
    return show(request, "people/invite.html", form, place=place, elsewhere=elsewhere)


def _place(request: ScopedRequest) -> Institution:
    """Give the institution that is asked for, else one's own: its kind has the roles."""
    asked = request.POST.get("institution") or request.GET.get("lembaga", "")
    among = queries.institutions(request.scope)
    found = among.filter(pk=asked).first() if asked.isdecimal() else None
    return found or Institution.objects.get(pk=request.scope.institution_id)


def _many(request: ScopedRequest) -> bool:
    """Tell whether somebody invites into more than one institution."""
    return queries.institutions(request.scope).count() > 1


@audience(MANAGERS)
def invite_again(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask, then make the same invitation anew; the earlier link opens nothing more."""
    invitation = get_object_or_404(queries.invitations(request.scope), pk=number)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = attempt(
            form, lambda: actions.invite_again(by=request.scope, invitation=invitation)
        )
        if made is not None:
            return _link(request, *made)
    return show(request, "people/invite_again.html", form, invitation=invitation)


@audience(MANAGERS)
def withdraw(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask, then take an invitation back."""
    invitation = get_object_or_404(queries.invitations(request.scope), pk=number)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        attempt(form, lambda: actions.withdraw(by=request.scope, invitation=invitation))
        if not form.errors:
            said = _("Undangan untuk %s ditarik.") % invitation.email
            messages.success(request, said)
            return redirect("people")
    return show(request, "people/withdraw.html", form, invitation=invitation)


def _link(request: ScopedRequest, invitation: Invitation, code: str) -> HttpResponse:
    link = request.build_absolute_uri(reverse("invitation", args=[code]))
    shown = {"invitation": invitation, "link": link}
    answer = render(request, "people/invited.html", shown)
    answer["Cache-Control"] = "no-store"  # the link is a key
    return answer


URLS = (
    path("orang/undang", invite, name="people.invite"),
    path("orang/undangan/<int:number>/tarik", withdraw, name="people.withdraw"),
    path("orang/undangan/<int:number>/ulang", invite_again, name="people.invite_again"),
)
