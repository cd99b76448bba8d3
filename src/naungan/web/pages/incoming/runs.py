"""Proses: how far a run is, what came out of it, and a way to stop it."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework.accounts.models import Institution
from naungan.casework.intake import actions, ledger
from naungan.casework.intake.models import Run
from naungan.lib.errors import Refusal
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import said
from naungan.web.pages.incoming import outcome, presenter
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_incoming")
RELOAD: Final = "HX-Refresh"


def _of_scope(request: ScopedRequest, number: int) -> Run:
    found = ledger.run(request.scope, number)
    if found is None:
        raise Http404
    return found


@audience(SEES)
def run(request: ScopedRequest, number: int) -> HttpResponse:
    """Show a run: its progress, or what came out of it."""
    found = _of_scope(request, number)
    context: dict[str, Any] = {
        "run": found,
        "line": presenter.run_line(found),
        "own": found.institution_id == request.scope.institution_id,
        "outcome": outcome.of_run(request.scope, found),
        "inputs": _inputs(request, found),
    }
    return render(request, "incoming/run.html", context)


def _inputs(request: ScopedRequest, run: Run) -> list[presenter.InputLine]:
    read = [one["batch"] for one in run.inputs]
    own = ledger.batches(request.scope).filter(pk__in=read).values_list("pk", "name")
    codes = {one["institution"] for one in run.inputs}
    places = Institution.objects.filter(code__in=codes).values_list("code", "name")
    return presenter.inputs(run, dict(own), dict(places))


@audience(SEES)
def progress(request: ScopedRequest, number: int) -> HttpResponse:
    """Tell how far a run is; when it is over the page loads itself again."""
    found = _of_scope(request, number)
    line = presenter.run_line(found)
    answer = render(request, "incoming/running.html", {"run": found, "line": line})
    if not line.is_open:
        answer[RELOAD] = "true"
    return answer


@audience(SEES)
@require_POST
def cancel(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask a run to end."""
    try:
        actions.cancel(by=request.scope, run=_of_scope(request, number))
        messages.success(request, _("Proses diminta berhenti."))
    except Refusal as refusal:
        messages.error(request, said(refusal))
    return redirect("incoming.run", number)


@audience(SEES)
@require_POST
def again(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask for a run of the same region once more."""
    found = _of_scope(request, number)
    try:
        asked = actions.start_run(by=request.scope, region_code=found.region_code)
    except Refusal as refusal:
        messages.error(request, said(refusal))
        return redirect("incoming.run", number)
    return redirect("incoming.run", asked.pk)


URLS = (
    path("data-masuk/proses/<int:number>", run, name="incoming.run"),
    path(
        "data-masuk/proses/<int:number>/kemajuan",
        progress,
        name="incoming.run_progress",
    ),
    path("data-masuk/proses/<int:number>/batalkan", cancel, name="incoming.cancel"),
    path("data-masuk/proses/<int:number>/ulangi", again, name="incoming.again"),
)
