"""Proses: how far a run is, what came out of it, and a way to stop it."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework.accounts.models import Institution
from naungan.casework.intake import actions, ledger
from naungan.casework.intake.models import Run
from naungan.lib.errors import Refusal
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import carried_out, press, said, show
from naungan.web.pages.incoming import differing, held, outcome, presenter
from naungan.web.pages.incoming.forms import ReasonForm
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_incoming")
APPROVERS: Final = whoever_may("approve")
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
    came_out = outcome.of_run(request.scope, found)
    context: dict[str, Any] = {
        "run": found,
        "line": presenter.run_line(found),
        "own": found.institution_id == request.scope.institution_id,
        "outcome": came_out,
        **_files(request, found),
    }
    if came_out is not None:
        context["differing"] = differing.of_run(request.scope, found, came_out.code)
    return render(request, "incoming/run.html", context)


def _files(request: ScopedRequest, run: Run) -> dict[str, Any]:
    """Give what a run read, and what holds it, with the names that one may see."""
    named = [*run.inputs, *run.held.get("files", ())]
    read = {one["batch"] for one in named}
    own = dict(
        ledger.batches(request.scope).filter(pk__in=read).values_list("pk", "name")
    )
    codes = {one["institution"] for one in named}
    places = dict(
        Institution.objects.filter(code__in=codes).values_list("code", "name")
    )
    why_not = ledger.why_not_decide(request.scope, run) or ""
    return {
        "inputs": presenter.inputs(run, own, places),
        "held": held.present(run, own, places, _(why_not)) if run.held else None,
    }


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
    found = _of_scope(request, number)
    return press(
        request,
        lambda: actions.cancel(by=request.scope, run=found),
        _("Proses diminta berhenti."),
        reverse("incoming.run", args=[number]),
    )


@audience(SEES)
@require_POST
def again(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask for a run of the same region once more."""
    found = _of_scope(request, number)
    back = reverse("incoming.run", args=[number])
    return _start(request, found.region_code, back)


@audience(SEES)
@require_POST
def start(request: ScopedRequest) -> HttpResponse:
    """Ask for a run of a region in which files changed since the last one."""
    return _start(request, request.POST.get("region", ""), reverse("incoming"))


def _start(request: ScopedRequest, region_code: str, back: str) -> HttpResponse:
    """Ask for a run and show it; where it is refused, say why on the page before."""
    try:
        asked = actions.start_run(by=request.scope, region_code=region_code)
    except Refusal as refusal:
        messages.error(request, said(refusal))
        return redirect(back)
    return redirect("incoming.run", asked.pk)


@audience(APPROVERS)
def release(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask why a held answer is right, then publish it all the same."""
    found = _of_scope(request, number)
    form = ReasonForm(request.POST or None)

    def act() -> object:
        reason = form.cleaned_data["reason"]
        return actions.release(by=request.scope, run=found, reason=reason)

    if carried_out(request, form, act, _("Diterbitkan. Angka baru sudah tampil.")):
        return redirect("incoming.run", number)
    rest = {"run": found, "line": presenter.run_line(found), **_files(request, found)}
    return show(request, "incoming/release.html", form, **rest)


@audience(APPROVERS)
@require_POST
def drop(request: ScopedRequest, number: int) -> HttpResponse:
    """Let a held answer go unpublished."""
    found = _of_scope(request, number)
    return press(
        request,
        lambda: actions.drop(by=request.scope, run=found),
        _("Tidak diterbitkan. Angka yang tampil tetap."),
        reverse("incoming.run", args=[number]),
    )


URLS = (
    path("data-masuk/proses/<int:number>", run, name="incoming.run"),
    path(
        "data-masuk/proses/<int:number>/kemajuan",
        progress,
        name="incoming.run_progress",
    ),
    path("data-masuk/proses/<int:number>/batalkan", cancel, name="incoming.cancel"),
    path("data-masuk/proses/<int:number>/ulangi", again, name="incoming.again"),
    path("data-masuk/proses/<int:number>/terbitkan", release, name="incoming.release"),
    path("data-masuk/proses/<int:number>/lepaskan", drop, name="incoming.drop"),
    path("data-masuk/proses/mulai", start, name="incoming.start"),
)
