"""What is added to a case as it goes: findings, papers, its officer, ends of steps."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.queries import colleagues
from naungan.casework.compliance.actions import cases as actions, replies, steps
from naungan.casework.compliance.actions.cases import ByHand
from naungan.casework.compliance.models import Case, CaseFinding, StepTaken
from naungan.casework.compliance.states import IN_FORCE
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.cases.place import case_of, page
from naungan.web.pages.cases.shown.ladder import title
from naungan.web.pages.cases.tending_forms import (
    EndForm,
    OfficerForm,
    PapersForm,
    SeenForm,
)
from naungan.web.request import ScopedRequest


OPENS: Final = whoever_may("open_cases")
TAKES: Final = whoever_may("take_steps")


@audience(TAKES)
def finding(request: ScopedRequest, number: int) -> HttpResponse:
    """Add what was found since, from a visit or a complaint."""
    case = case_of(request, number)
    form = SeenForm(request.POST or None, case.track)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _found(request, case, form.cleaned_data))
        if made is not None:
            messages.success(request, _("Temuan ditambahkan dan dibekukan."))
            return redirect("cases.one", number=case.pk)
    shown = {"title": _("Tambah temuan"), "verb": _("Bekukan temuan")}
    return show(request, "cases/form.html", form, **page(request, case, **shown))


def _found(request: ScopedRequest, case: Case, given: dict[str, Any]) -> CaseFinding:
    seen = ByHand(
        code=given["code"],
        sentence=given["sentence"],
        people=given["people"],
        monthly_idr=given["monthly_idr"] or 0,
    )
    return actions.add_finding(
        by=request.scope, case=case, how=given["how"], finding=seen, today=clock.today()
    )


@audience(TAKES)
def papers(request: ScopedRequest, number: int) -> HttpResponse:
    """Keep papers with a case: a record, a decree, a payroll."""
    case = case_of(request, number)
    form = PapersForm()
    if request.method == "POST":
        form = PapersForm(request.POST, request.FILES)
    if form.is_valid():
        given = form.cleaned_data
        made = attempt(
            form,
            lambda: replies.add_papers(
                by=request.scope, case=case, kind=given["kind"], files=given["papers"]
            ),
        )
        if made is not None:
            messages.success(request, _("Berkas tersimpan."))
            return redirect("cases.one", number=case.pk)
    shown = {"title": _("Tambah berkas"), "verb": _("Simpan berkas")}
    return show(request, "cases/form.html", form, **page(request, case, **shown))


@audience(OPENS)
def officer(request: ScopedRequest, number: int) -> HttpResponse:
    """Give a case to a colleague, or to nobody in particular."""
    case = case_of(request, number)
    people = colleagues(request.scope, clock.today())
    form = OfficerForm(request.POST or None, people, case.officer_id)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["officer"]
        done = attempt(
            form,
            lambda: actions.assign_officer(
                by=request.scope,
                case=case,
                user_id=chosen.pk if chosen else None,
                today=clock.today(),
            ),
        )
        if done is not None:
            messages.success(request, _("Petugasnya tersimpan."))
            return redirect("cases.one", number=case.pk)
    shown = {"title": _("Petugas yang menangani"), "verb": _("Simpan")}
    return show(request, "cases/form.html", form, **page(request, case, **shown))


@audience(TAKES)
def end_step(request: ScopedRequest, number: int, taken: int) -> HttpResponse:
    """Say that what a step asked for was done, or that it was lifted."""
    case = case_of(request, number)
    here = request.scope.institution_id
    ours = case.steps.filter(institution=here, state__in=IN_FORCE)
    held: StepTaken = get_object_or_404(ours, pk=taken)
    form = EndForm(request.POST or None, clock.today())
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: steps.close_step(
                by=request.scope, step=held, today=clock.today(), **form.cleaned_data
            ),
        )
        if done is not None:
            messages.success(request, _("%s selesai.") % title(held.step))
            return redirect("cases.one", number=case.pk)
    shown = {"title": _("Selesaikan %s") % title(held.step), "verb": _("Simpan")}
    return show(request, "cases/form.html", form, **page(request, case, **shown))


URLS = (
    path("kasus/<int:number>/temuan/tambah", finding, name="cases.finding"),
    path("kasus/<int:number>/berkas/tambah", papers, name="cases.papers"),
    path("kasus/<int:number>/petugas", officer, name="cases.officer"),
    path(
        "kasus/<int:number>/langkah-diambil/<int:taken>/selesai",
        end_step,
        name="cases.end_step",
    ),
)
