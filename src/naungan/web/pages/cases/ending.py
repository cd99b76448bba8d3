"""A case that is met, closed or begun again; remarks, the team, what comes first."""

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.compliance import queries
from naungan.casework.compliance.actions import cases as actions
from naungan.casework.compliance.models import Case
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.cases.forms import (
    CloseForm,
    PriorityForm,
    ReasonForm,
    RemarkForm,
    SettleForm,
    TeamForm,
)
from naungan.web.pages.cases.place import case_of, page
from naungan.web.request import ScopedRequest


TAKES: Final = whoever_may("take_steps")


@audience(TAKES)
def remark(request: ScopedRequest, number: int) -> HttpResponse:
    """Write a remark; nobody changes it afterwards."""
    case = case_of(request, number)
    words = {"title": _("Tambah catatan"), "verb": _("Simpan catatan")}
    return _ask(request, case, RemarkForm(request.POST or None), actions.remark, words)


@audience(TAKES)
def close(request: ScopedRequest, number: int) -> HttpResponse:
    """Close a case with its reason."""
    case = case_of(request, number)
    words = {"title": _("Tutup kasus"), "verb": _("Tutup kasus"), "danger": True}
    return _ask(
        request, case, CloseForm(request.POST or None), _dated(actions.close), words
    )


@audience(TAKES)
def reopen(request: ScopedRequest, number: int) -> HttpResponse:
    """Begin a case again with its reason."""
    case = case_of(request, number)
    words = {"title": _("Buka kembali"), "verb": _("Buka kembali")}
    return _ask(
        request, case, ReasonForm(request.POST or None), _dated(actions.reopen), words
    )


@audience(TAKES)
def settle(request: ScopedRequest, number: int) -> HttpResponse:
    """Say that the employer did what it owes, and by what that is known."""
    case = case_of(request, number)
    words = {"title": _("Catat sebagai dipenuhi"), "verb": _("Catat")}
    form = SettleForm(request.POST or None)
    return _ask(request, case, form, _dated(actions.settle), words)


@audience(TAKES)
def team(request: ScopedRequest, number: int) -> HttpResponse:
    """Give a case to a team."""
    case = case_of(request, number)
    form = TeamForm(request.POST or None, queries.teams(request.scope, clock.today()))
    words = {"title": _("Tim yang menangani"), "verb": _("Simpan")}
    return _ask(request, case, form, actions.assign_team, words)


@audience(TAKES)
def priority(request: ScopedRequest, number: int) -> HttpResponse:
    """Set what comes first, with the reason."""
    case = case_of(request, number)
    words = {"title": _("Prioritas"), "verb": _("Simpan")}
    return _ask(
        request, case, PriorityForm(request.POST or None), actions.set_priority, words
    )


def _dated(act: Callable[..., Any]) -> Callable[..., Any]:
    """Give an act the day on which it is done."""
    return lambda **given: act(today=clock.today(), **given)


def _ask(
    request: ScopedRequest,
    case: Case,
    form: forms.Form,
    act: Callable[..., Any],
    words: dict[str, Any],
) -> HttpResponse:
    """Ask, then act and go back to the case."""
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form, lambda: act(by=request.scope, case=case, **form.cleaned_data) or True
        )
        if done is not None:
            messages.success(request, _("Tersimpan."))
            return redirect("cases.one", number=case.pk)
    return show(request, "cases/form.html", form, **page(request, case, **words))


URLS = (
    path("kasus/<int:number>/catatan", remark, name="cases.remark"),
    path("kasus/<int:number>/tutup", close, name="cases.close"),
    path("kasus/<int:number>/buka-kembali", reopen, name="cases.reopen"),
    path("kasus/<int:number>/dipenuhi", settle, name="cases.settle"),
    path("kasus/<int:number>/tim", team, name="cases.team"),
    path("kasus/<int:number>/prioritas", priority, name="cases.priority"),
)
