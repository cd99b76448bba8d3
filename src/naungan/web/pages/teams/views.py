"""Tim: who follows cases together, by which decree and from when to when."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.queries import colleagues
from naungan.casework.compliance import queries
from naungan.casework.compliance.actions import teams as actions
from naungan.casework.compliance.models import Team
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.page import Page
from naungan.web.pages.teams import presenter
from naungan.web.pages.teams.forms import EndForm, TeamForm
from naungan.web.pages.visits.members import members
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_cases")
TAKES: Final = whoever_may("take_steps")


@audience(SEES)
def teams(request: ScopedRequest) -> HttpResponse:
    """List the teams with their decree, days, members and cases."""
    may = request.scope.may("take_steps")
    lines = presenter.lines(request.scope, clock.today(), may=may)
    return render(request, "teams/page.html", {"lines": lines, "may": may})


@audience(TAKES)
def make(request: ScopedRequest) -> HttpResponse:
    """Ask who is in a team and by which decree, then make it."""
    today = clock.today()
    officers = colleagues(request.scope, today)
    form = TeamForm(request.POST or None, today=today, officers=officers)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _made(request, form.cleaned_data))
        if made is not None:
            messages.success(request, _("Tim dibentuk."))
            return redirect("teams")
    shown = {"title": _("Bentuk tim"), "verb": _("Bentuk tim")}
    return show(request, "teams/form.html", form, **shown)


@audience(TAKES)
def end(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask for the last day of a team; its cases stay with it until given to another."""
    today = clock.today()
    own = queries.teams(request.scope).filter(institution=request.scope.institution_id)
    team = get_object_or_404(own, pk=number)
    form = EndForm(request.POST or None, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        done = attempt(
            form, lambda: actions.end_team(by=request.scope, team=team, on=on)
        )
        if done is not None:
            messages.success(request, _("Hari terakhir tim dicatat."))
            return redirect("teams")
    shown = {"title": _("Akhiri tim"), "verb": _("Simpan"), "meta": team.name}
    return show(request, "teams/form.html", form, **shown)


def _made(request: ScopedRequest, given: dict[str, Any]) -> Team:
    """Make a team of colleagues and of guests, written one a line."""
    kept = ("name", "sk_number", "sk_on", "from_on", "until_on")
    return actions.make_team(
        by=request.scope,
        members=members({**given, "team": True}, request.scope),
        today=clock.today(),
        **{name: given[name] for name in kept},
    )


PAGE = Page(
    code="teams",
    urls=(
        path("tim", teams, name="teams"),
        path("tim/baru", make, name="teams.make"),
        path("tim/<int:number>/akhiri", end, name="teams.end"),
    ),
)
