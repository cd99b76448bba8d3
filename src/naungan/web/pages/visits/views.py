"""Kunjungan: visits to employers, planned with others in sight and recorded on a phone."""

from dataclasses import fields
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.queries import colleagues
from naungan.casework.compliance import queries
from naungan.casework.compliance.actions import visits as actions
from naungan.casework.compliance.actions.cases import Subject
from naungan.casework.compliance.actions.visits import Seen
from naungan.casework.compliance.models import Case, PlannedVisit, VisitRecord
from naungan.lib.numbers import is_number
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.page import Page
from naungan.web.pages.cases.place import case_of
from naungan.web.pages.visits import planned, presenter
from naungan.web.pages.visits.forms import CancelForm, PlanForm, RecordForm
from naungan.web.pages.visits.members import members
from naungan.web.papers.attachment import attached
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_cases")
WORKS: Final = whoever_may("take_steps")
OF_CASE: Final = "kasus"


@audience(SEES)
def visits(request: ScopedRequest) -> HttpResponse:
    """Show what is planned, what waits to be recorded, and what was seen lately."""
    today = clock.today()
    parts = presenter.parts(
        planned.upcoming(request.scope, today), planned.recorded(), today
    )
    shown = {
        "parts": [one for one in parts if one.lines],
        "may_plan": request.scope.may("take_steps"),
        "meta": _("Rencana dan hasil kunjungan lembaga Anda dan yang diikutinya"),
    }
    return render(request, "visits/page.html", shown)


@audience(WORKS)
def plan(request: ScopedRequest) -> HttpResponse:
    """Plan a visit; whoever else means to go there is named before it stands."""
    case = _case(request)
    form = _form(request, case)
    near: list[str] = []
    if request.method == "POST" and form.is_valid():
        near = planned.near(case, form.cleaned_data)
        if near and not form.cleaned_data["anyway"]:
            form.add_error("anyway", _("Lembaga lain berkunjung pada hari yang dekat."))
        else:
            made = attempt(form, lambda: _plan(request, case, form.cleaned_data))
            if made is not None:
                messages.success(request, _("Kunjungan direncanakan."))
                return redirect("visits.one", number=made.pk)
    if not near:
        del form.fields["anyway"]
    shown = {
        "title": _("Rencanakan kunjungan"),
        "meta": case.name if case else "",
        "verb": _("Simpan rencana"),
        "near": near,
    }
    return show(request, "visits/form.html", form, **shown)


@audience(SEES)
def visit(request: ScopedRequest, number: int) -> HttpResponse:
    """Show a plan with what came of it, and who else means to go there."""
    held = _visit(number)
    mine = held.institution_id == request.scope.institution_id
    may = request.scope.may("take_steps") and held.cancelled_on is None
    records = list(held.records.select_related("institution", "recorded_by"))
    shown = {
        "visit": held,
        "meta": presenter.when(held, clock.today()),
        "facts": presenter.facts(held),
        "records": [presenter.record(one) for one in records],
        "near": planned.near_of(held) if not records else [],
        "may_record": may,
        "may_cancel": may and mine and not records,
    }
    return render(request, "visits/one.html", shown)


@audience(WORKS)
def record(request: ScopedRequest, number: int) -> HttpResponse:
    """Write what was seen, with photographs, on the spot."""
    held = _visit(number)
    today = clock.today()
    form = RecordForm(None, None, today)
    if request.method == "POST":
        form = RecordForm(request.POST, request.FILES, today)
    if form.is_valid():
        made = attempt(form, lambda: _record(request, held, form.cleaned_data))
        if made is not None:
            messages.success(request, _("Hasil kunjungan tercatat."))
            return redirect("visits.one", number=number)
    shown = {
        "title": _("Catat hasil kunjungan"),
        "meta": held.name,
        "verb": _("Simpan hasil"),
        "visit": held,
    }
    return show(request, "visits/form.html", form, **shown)


@audience(WORKS)
def cancel(request: ScopedRequest, number: int) -> HttpResponse:
    """Give up a planned visit, with the reason."""
    held = _visit(number)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: actions.cancel_visit(
                by=request.scope,
                visit=held,
                today=clock.today(),
                **form.cleaned_data,
            ),
        )
        if done is not None:
            messages.success(request, _("Kunjungan dibatalkan."))
            return redirect("visits.one", number=number)
    shown = {
        "title": _("Batalkan kunjungan"),
        "meta": held.name,
        "verb": _("Batalkan kunjungan"),
        "visit": held,
    }
    return show(request, "visits/form.html", form, **shown)


@audience(SEES)
def paper(request: ScopedRequest, number: int, paper: int) -> HttpResponse:
    """Give a photograph or paper of a visit, to be saved only."""
    found = planned.paper(_visit(number), paper)
    if found is None:
        raise Http404
    return attached(found.content, found.name, found.mime)  # type: ignore[return-value]


def _case(request: ScopedRequest) -> Case | None:
    written = request.GET.get(OF_CASE, "")
    return case_of(request, int(written)) if is_number(written) else None


def _visit(number: int) -> PlannedVisit:
    """Give a plan that row-level security lets one see."""
    found = planned.visit(number)
    if found is None:
        raise Http404
    return found


def _form(request: ScopedRequest, case: Case | None) -> PlanForm:
    today = clock.today()
    return PlanForm(
        request.POST or None,
        name=case.name if case else "",
        today=today,
        teams=queries.teams(request.scope, today),
        officers=colleagues(request.scope, today),
    )


def _plan(
    request: ScopedRequest, case: Case | None, given: dict[str, Any]
) -> PlannedVisit:
    subject = None
    if case is None:
        subject = Subject(name=given["name"], region_code=request.scope.region_code)
    return actions.plan_visit(
        by=request.scope,
        planned_on=given["planned_on"],
        purpose=given["purpose"],
        case=case,
        subject=subject,
        team=given["team"],
        members=members(given, request.scope),
        today=clock.today(),
    )


def _record(
    request: ScopedRequest, held: PlannedVisit, given: dict[str, Any]
) -> VisitRecord:
    names = {one.name for one in fields(Seen)}
    seen = Seen(**{name: value for name, value in given.items() if name in names})
    return actions.record_visit(
        by=request.scope,
        seen=seen,
        visit=held,
        photos=given["photos"],
        today=clock.today(),
    )


PAGE = Page(
    code="visits",
    urls=(
        path("kunjungan", visits, name="visits"),
        path("kunjungan/rencana", plan, name="visits.plan"),
        path("kunjungan/<int:number>", visit, name="visits.one"),
        path("kunjungan/<int:number>/catat", record, name="visits.record"),
        path("kunjungan/<int:number>/batal", cancel, name="visits.cancel"),
        path("kunjungan/<int:number>/berkas/<int:paper>", paper, name="visits.paper"),
    ),
    label="Kunjungan",
    place=36,
    power="see_cases",
)
