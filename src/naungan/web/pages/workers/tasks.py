"""Tugas saya: whom an officer still has to visit, and what came of each visit."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.fieldwork import actions, queries, states
from naungan.casework.fieldwork.models import Assignment, Visit
from naungan.casework.intake import door, workers as snapshot
from naungan.casework.intake.models import Publication
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.workers import presenter
from naungan.web.pages.workers.forms import VisitForm
from naungan.web.request import ScopedRequest


VISITS: Final = whoever_may("visit")
# Whoever assigns may write down what an officer brings on paper.
SEES: Final = whoever_may("see_persons")
PER_PAGE: Final = 50
PURPOSE: Final = "visits"


@audience(VISITS)
def tasks(request: ScopedRequest) -> HttpResponse:
    """List whom the person at work still has to visit, the earliest day first."""
    is_done = "selesai" in request.GET
    held = (
        queries.finished_tasks(request.scope)
        if is_done
        else queries.tasks(request.scope)
    )
    shown = {
        "lines": lines(request.scope, list(held[:PER_PAGE])),
        "waiting": queries.waiting_tasks(request.scope).count(),
        "done": is_done,
        "per_page": PER_PAGE,
    }
    return render(request, "workers/tasks.html", shown)


def lines(scope: Scope, held: list[Assignment]) -> list[dict[str, Any]]:
    """Give each assignment the person as the newest snapshot shows them."""
    found: list[dict[str, Any]] = []
    for series in sorted({one.series for one in held}):
        publication = door.newest(series)
        if publication is not None:
            own = [one for one in held if one.series == series]
            found += _of_series(scope, publication, own)
    order = {one.pk: at for at, one in enumerate(held)}
    return sorted(found, key=lambda one: order[one["held"].assignment.pk])


def _of_series(
    scope: Scope, publication: Publication, held: list[Assignment]
) -> list[dict[str, Any]]:
    today = clock.today()
    now = snapshot.heirs(publication, scope, [one.person_id for one in held])
    wanted = [heir for one in held for heir in now[one.person_id]]
    rows = snapshot.among(publication, scope, wanted, PURPOSE)
    found = []
    for one in held:
        heirs = now[one.person_id]
        row = next((rows[heir] for heir in heirs if heir in rows), None)
        line = presenter.line(row, [one], publication, today) if row else None
        (shown,) = presenter.assignments([one], row, publication, today)
        found.append({"held": shown, "person": line, "several": len(heirs) > 1})
    return found


@audience(SEES)
def task(request: ScopedRequest, number: int) -> HttpResponse:
    """Show one assignment and write down what came of the visit."""
    held = queries.assignment(request.scope, number)
    if held is None:
        raise Http404
    today = clock.today()
    form = VisitForm(request.POST or None, initial={"visited_on": today})
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: actions.record_visit(
                by=request.scope, assignment=held, today=today, **form.cleaned_data
            ),
        )
        if made is not None:
            return _recorded(request, made)
    return show(request, "workers/task.html", form, **_task(request.scope, held))


def _task(scope: Scope, held: Assignment) -> dict[str, Any]:
    line = next(iter(lines(scope, [held])), None)
    return {
        "line": line,
        "held": held,
        "may_record": states.may(held.state, "visit"),
        "own": held.dispatch.officer_id == scope.user_id,
    }


@audience(SEES)
def correct(request: ScopedRequest, number: int) -> HttpResponse:
    """Write the last visit anew; what was written before stays in the history."""
    visit = queries.visit(request.scope, number)
    if visit is None:
        raise Http404
    form = VisitForm(request.POST or None, initial=_written(visit))
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: actions.correct_visit(
                by=request.scope,
                visit=visit,
                today=clock.today(),
                **form.cleaned_data,
            ),
        )
        if made is not None:
            return _recorded(request, made)
    held = queries.assignment(request.scope, visit.assignment_id)
    if held is None:
        raise Http404
    shown = {**_task(request.scope, held), "correcting": visit}
    return show(request, "workers/task.html", form, **shown)


def _written(visit: Visit) -> dict[str, Any]:
    return {
        "visited_on": visit.visited_on,
        "outcome": visit.outcome,
        "proof": visit.proof,
        "note": visit.note,
    }


def _recorded(request: ScopedRequest, visit: Visit) -> HttpResponse:
    messages.success(request, _("Kunjungan tercatat."))
    own = visit.assignment.dispatch.officer_id == request.scope.user_id
    if own and request.scope.may("visit"):
        return redirect("workers.tasks")
    return redirect("workers.task", number=visit.assignment_id)


URLS = (
    path("pekerja/tugas", tasks, name="workers.tasks"),
    path("pekerja/tugas/<int:number>", task, name="workers.task"),
    path("pekerja/kunjungan/<int:number>/perbaiki", correct, name="workers.correct"),
)
