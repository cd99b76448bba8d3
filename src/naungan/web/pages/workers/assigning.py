"""Sending a field officer to workers, and taking that back."""

from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.fieldwork import actions, following, queries
from naungan.casework.fieldwork.access import MOST_AT_ONCE
from naungan.casework.fieldwork.actions import Chosen
from naungan.casework.fieldwork.models import Assignment
from naungan.casework.intake import workers as snapshot
from naungan.casework.intake.models import Publication
from naungan.casework.intake.workers import Wanted
from naungan.lib.errors import Refusal
from naungan.lib.numbers import is_number
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, said, show
from naungan.web.pages.workers import place, presenter, tasks
from naungan.web.pages.workers.forms import AssignForm
from naungan.web.pages.workers.place import Place
from naungan.web.request import ScopedRequest


ASSIGNS: Final = whoever_may("assign")
USUAL_TERM: Final = timedelta(days=14)
AT_A_TIME: Final = 500
MOST_SHOWN: Final = 200
CHOSEN: Final = "choose_visits"
ONE: Final = "orang"  # the parameter that names a chosen person, once for each


@audience(ASSIGNS)
def assign(request: ScopedRequest, code: str) -> HttpResponse:
    """Ask to whom and by when, then assign the chosen workers or the whole village."""
    here = place.of(request.scope, code)
    if here.publication is None or not request.scope.may("see_persons"):
        raise Http404
    today = clock.today()
    officers = queries.officers(request.scope, today)
    form = AssignForm(request.POST or None, officers, today + USUAL_TERM)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: actions.assign(
                by=request.scope,
                series=here.publication.region_code,  # type: ignore[union-attr]
                region_code=code,
                people=_chosen(request, here, here.publication),  # type: ignore[arg-type]
                officer_id=form.cleaned_data["officer"].pk,
                due_on=form.cleaned_data["due_on"],
                today=today,
            ),
        )
        if made is not None:
            return redirect("workers.dispatch", number=made.pk)
    shown = {
        "place": here,
        "people": _how_many(request, here, here.publication),
        "officers": officers,
    }
    return show(request, "workers/assign.html", form, **shown)


def _how_many(request: ScopedRequest, here: Place, publication: Publication) -> int:
    """Count whom the form would send to; a whole village is counted unread."""
    if request.GET.getlist(ONE) or not here.is_village:
        return len(_chosen(request, here, publication))
    known = following.followed(request.scope, publication, here.code)
    return snapshot.how_many(publication, request.scope, here.code, known.open)


def _chosen(
    request: ScopedRequest, here: Place, publication: Publication
) -> list[Chosen]:
    """Read the chosen persons: those named, or everybody in the village not yet sent to."""
    numbers = [int(one) for one in request.GET.getlist(ONE) if is_number(one)]
    known = following.followed(request.scope, publication, here.code)
    if numbers or not here.is_village:
        found = snapshot.among(publication, request.scope, numbers, CHOSEN)
        rows = [row for number, row in found.items() if number not in known.open]
    else:
        wanted = Wanted(without=known.open)
        rows = list(
            snapshot.all_uncovered(
                publication,
                request.scope,
                here.code,
                wanted,
                at_a_time=AT_A_TIME,
                purpose=CHOSEN,
            )
        )
    return [
        Chosen(
            row["person_id"],
            presenter.village(row["village_code"]) or here.code,
            row["status"] or "unknown",
        )
        for row in rows[: MOST_AT_ONCE + 1]
    ]


@audience(ASSIGNS)
def dispatches(request: ScopedRequest) -> HttpResponse:
    """List what one's institution assigned, newest first."""
    found = queries.dispatches(request.scope)[:100]
    shown = {
        "dispatches": [(one, place.name_of(one.region_code)) for one in found],
        "today": clock.today(),
    }
    return render(request, "workers/dispatches.html", shown)


@audience(ASSIGNS)
def dispatch(request: ScopedRequest, number: int) -> HttpResponse:
    """Show one act of assigning, with what came of it so far."""
    one = get_object_or_404(queries.dispatches(request.scope), pk=number)
    return render(request, "workers/dispatch.html", _dispatch(request, one))


def _dispatch(request: ScopedRequest, one: Any) -> dict[str, Any]:
    held = queries.of_dispatch(request.scope, one)[:MOST_SHOWN]
    return {
        "dispatch": one,
        "place": place.of(request.scope, one.region_code),
        "lines": _sent(request.scope, list(held)),
        "per_page": MOST_SHOWN,
        "is_late": one.left and one.due_on < clock.today(),
    }


def _sent(scope: Scope, held: list[Assignment]) -> list[dict[str, Any]]:
    """Give each assignment its person by name, to whom may see people."""
    if scope.may("see_persons"):
        return tasks.lines(scope, held)
    return [{"held": presenter.assignment(one, clock.today())} for one in held]


@audience(ASSIGNS)
@require_POST
def withdraw(request: ScopedRequest, number: int) -> HttpResponse:
    """Take back what is still open of a dispatch."""
    one = get_object_or_404(queries.dispatches(request.scope), pk=number)
    try:
        count = actions.withdraw_dispatch(by=request.scope, dispatch=one)
    except Refusal as refusal:
        messages.error(request, said(refusal))
    else:
        words = ngettext(
            "%(count)s orang ditarik dari petugas.",
            "%(count)s orang ditarik dari petugas.",
            count,
        )
        messages.success(request, words % {"count": count})
    return redirect("workers.dispatch", number=number)


@audience(ASSIGNS)
@require_POST
def withdraw_one(request: ScopedRequest, number: int) -> HttpResponse:
    """Take one worker back from an officer."""
    one = get_object_or_404(queries.assignments(request.scope), pk=number)
    try:
        actions.withdraw(by=request.scope, assignment=one)
    except Refusal as refusal:
        messages.error(request, said(refusal))
    else:
        messages.success(request, _("Penugasan ditarik."))
    return redirect("workers.dispatch", number=one.dispatch_id)


URLS = (
    path("pekerja/tugaskan/<str:code>", assign, name="workers.assign"),
    path("pekerja/penugasan", dispatches, name="workers.dispatches"),
    path("pekerja/penugasan/<int:number>", dispatch, name="workers.dispatch"),
    path("pekerja/penugasan/<int:number>/tarik", withdraw, name="workers.withdraw"),
    path(
        "pekerja/penugasan/orang/<int:number>/tarik",
        withdraw_one,
        name="workers.withdraw_one",
    ),
)
