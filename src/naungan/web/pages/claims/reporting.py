"""A death or accident is reported: of somebody on a list, or of anybody else."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.benefits import access
from naungan.casework.benefits.actions import reporting as actions
from naungan.casework.benefits.actions.reporting import Report
from naungan.casework.benefits.models import Claim
from naungan.casework.benefits.queries import claims, persons
from naungan.casework.protection.models import Entry
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.navigation import is_village
from naungan.web.pages.claims.asking import Asked, answer, bound
from naungan.web.pages.claims.forms import (
    Nothing,
    ReasonForm,
    ReportForm,
    SeekForm,
    StrangerForm,
)
from naungan.web.pages.claims.place import desk_of
from naungan.web.pages.village_list import presenter as lists
from naungan.web.pages.village_list.place import entry_of
from naungan.web.request import ScopedRequest


RECORDS: Final = whoever_may("record_claims")
MOST_FOUND: Final = 20


@audience(RECORDS)
def choose(request: ScopedRequest) -> HttpResponse:
    """Find whom it is about on the lists of schemes; what is sought stands in no address."""
    form = SeekForm(bound(request), by_name=persons.may_name(request.scope))
    found: list[Entry] = []
    if request.method == "POST" and form.is_valid():
        word = form.cleaned_data["sought"]
        found = persons.named(request.scope, word, MOST_FOUND)
    lines = [(lists.line(one), one.scheme.name) for one in found]
    shown = {"found": lines, "is_asked": form.is_bound}
    return show(request, "claims/choose.html", form, **shown)


@audience(RECORDS)
def of_entry(request: ScopedRequest, number: int) -> HttpResponse:
    """Report what happened to somebody on a list."""
    entry = entry_of(request.scope, number)
    known = claims.of_entry(request.scope, entry.pk)
    if known is not None and known.is_death:
        messages.info(request, _("Kematian orang ini sudah dilaporkan."))
        return redirect("claims.one", number=known.pk)
    branches = access.branches_of(by=request.scope, village_code=entry.village_code)
    form = ReportForm(bound(request), today=clock.today(), branches=branches)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _report(request, form.cleaned_data, entry))
        if made is not None:
            return _told(request, made)
    shown = {"entry": lists.line(entry), "scheme": entry.scheme}
    return show(request, "claims/report.html", form, **shown)


@audience(RECORDS)
def of_stranger(request: ScopedRequest) -> HttpResponse:
    """Report what happened to somebody who stands on no list."""
    village = request.scope.region_code if is_village(request.scope) else ""
    form = StrangerForm(
        bound(request),
        today=clock.today(),
        village=village,
        branches=access.branches_of(by=request.scope, village_code=village),
    )
    if request.method == "POST" and form.is_valid():
        said = {"village_code": village, **form.cleaned_data}
        made = attempt(form, lambda: _report(request, said))
        if made is not None:
            return _told(request, made)
    return show(request, "claims/report.html", form)


def _report(
    request: ScopedRequest, said: dict[str, Any], entry: Entry | None = None
) -> Claim:
    branch = said.pop("branch", None)
    return actions.report(
        by=request.scope,
        report=Report(**said),
        today=clock.today(),
        entry=entry,
        branch=branch,
    )


def _told(request: ScopedRequest, made: Claim) -> HttpResponse:
    messages.success(
        request,
        _("Laporan tercatat dan sampai ke %s.") % made.institution.name,
    )
    return redirect("claims.one", number=made.pk)


@audience(RECORDS)
def receive(request: ScopedRequest, number: int) -> HttpResponse:
    """Take a report on at the branch."""
    desk = desk_of(request.scope, number)
    asked = Asked(
        _("Terima laporan"),
        _("Terima dan kumpulkan berkas"),
        _("Laporan diterima; berkasnya dikumpulkan."),
        lead=_("Keluarga dan pelapor melihat berkas apa yang masih kurang."),
    )

    def act() -> object:
        return actions.receive(by=request.scope, claim=desk.claim, today=clock.today())

    return answer(request, desk, Nothing(bound(request)), act, asked)


@audience(RECORDS)
def withdraw(request: ScopedRequest, number: int) -> HttpResponse:
    """Take a report back that was a mistake."""
    desk = desk_of(request.scope, number)
    form = ReasonForm(bound(request))
    asked = Asked(
        _("Tarik laporan"),
        _("Tarik laporan"),
        _("Laporan ditarik."),
        lead=_("Hanya bagi laporan yang keliru. Laporannya tetap tercatat."),
        is_danger=True,
    )

    def act() -> object:
        return actions.withdraw(
            by=request.scope,
            claim=desk.claim,
            reason=form.cleaned_data["reason"],
            today=clock.today(),
        )

    return answer(request, desk, form, act, asked)


URLS = (
    path("klaim/lapor", choose, name="claims.report"),
    path("klaim/lapor/lain", of_stranger, name="claims.report_stranger"),
    path("klaim/lapor/<int:number>", of_entry, name="claims.report_entry"),
    path("klaim/<int:number>/terima", receive, name="claims.receive"),
    path("klaim/<int:number>/tarik", withdraw, name="claims.withdraw"),
)
