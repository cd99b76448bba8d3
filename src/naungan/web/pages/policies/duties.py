"""Inpres 2/2021 as a score board of regions, and as the checklist of one region."""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.coordination.actions import policies as actions
from naungan.casework.coordination.queries import policies as register
from naungan.lib import regions
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.meetings import words
from naungan.web.pages.meetings.listed import region as named
from naungan.web.pages.policies import presenter
from naungan.web.pages.policies.forms import MarkForm
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
KEEPS: Final = whoever_may("keep_meetings")


@audience(SEES)
def board(request: ScopedRequest) -> HttpResponseBase:
    """Show regions by duties: what was last seen of each."""
    own = ".".join(request.scope.region_code.split(".")[:2])
    code = request.GET.get("wilayah", own.partition(".")[0])
    if code and regions.by_code(code) is None:
        raise Http404
    around = register.around(code)
    found = register.duties_of(around)
    if form := download.asked(request):
        return download.answer(request, presenter.duty_sheet(found), form)
    codes = [
        duty
        for duty, _label in words.options("duties")
        if any(duty in one.asked for one in found)
    ]
    shown = {
        "region": named(code),
        "own": own,
        "heads": presenter.heads(codes),
        "rows": presenter.duty_rows(found, codes),
    }
    return render(request, "policies/board.html", shown)


@audience(SEES)
def checklist(request: ScopedRequest, code: str) -> HttpResponse:
    """Show every duty of a region with its evidence."""
    if regions.by_code(code) is None or not register.asked_of(code):
        raise Http404
    [found] = register.duties_of([code])
    inside = regions.lies_in(code, request.scope.region_code)
    shown = {
        "code": code,
        "region": named(code),
        "lines": presenter.duty_lines(found),
        "may_mark": inside and request.scope.may("keep_meetings"),
    }
    return render(request, "policies/checklist.html", shown)


@audience(KEEPS)
def mark(request: ScopedRequest, code: str, duty: str) -> HttpResponse:
    """Write what was seen of a duty, with the evidence; earlier marks stay."""
    if duty not in register.asked_of(code):
        raise Http404
    among = register.policies(code)
    form = MarkForm(request.POST or None, clock.today(), among)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: actions.mark_duty(
                by=request.scope, duty=duty, region_code=code, **form.cleaned_data
            ),
        )
        if made is not None:
            messages.success(request, _("Keadaan kewajiban dicatat."))
            return redirect("policies.checklist", code=code)
    shown = {
        "code": code,
        "region": named(code),
        "duty": words.word("duties", duty),
        "past": [
            (presenter.mark_cell(one), one.evidence)
            for one in register.history_of(code, duty)
        ],
    }
    return show(request, "policies/mark.html", form, **shown)


URLS = (
    path("inpres-2-2021", board, name="policies.board"),
    path("inpres-2-2021/<str:code>", checklist, name="policies.checklist"),
    path("inpres-2-2021/<str:code>/<slug:duty>", mark, name="policies.mark"),
)
