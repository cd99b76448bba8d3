"""Hambatan: what stood in the way, where and since when, counted over time and region."""

from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.coordination.actions import saying
from naungan.casework.coordination.queries import obstacles as register
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.page import Page
from naungan.web.pages.obstacles import presenter
from naungan.web.pages.obstacles.forms import ObstacleForm, ResolveForm, Sieve
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
KEEPS: Final = whoever_may("keep_meetings")
PER_PAGE: Final = 50


@audience(SEES)
def obstacles(request: ScopedRequest) -> HttpResponseBase:
    """List the obstacles sought, with their counts by quarter and by regency."""
    sieve = Sieve(request.GET or {})
    sought = sieve.sought()
    found = register.obstacles(request.scope, sought)
    if form := download.asked(request):
        return download.answer(request, presenter.sheet(found), form)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("hal"))
    shown = {
        "sieve": sieve,
        "is_sieved": sought != register.Sought(),
        "page": page,
        "lines": [presenter.line(one) for one in page],
        "counts": presenter.counts(register.counted(request.scope, sought)),
        "here": request.scope.institution_id,
        "may_keep": request.scope.may("keep_meetings"),
    }
    return render(request, "obstacles/page.html", shown)


@audience(KEEPS)
def note(request: ScopedRequest) -> HttpResponse:
    """Write an obstacle that was met outside a meeting."""
    scope = request.scope
    form = ObstacleForm(request.POST or None, clock.today(), scope.region_code)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: saying.add_obstacle(by=scope, event=None, **form.cleaned_data),
        )
        if made is not None:
            messages.success(request, _("Hambatan dicatat."))
            return redirect("obstacles")
    return show(request, "obstacles/note.html", form)


@audience(KEEPS)
def resolve(request: ScopedRequest, number: int) -> HttpResponse:
    """Write when and how an obstacle was overcome."""
    own = register.obstacles(request.scope, register.Sought(is_open=True))
    held = get_object_or_404(
        own.filter(institution_id=request.scope.institution_id), pk=number
    )
    form = ResolveForm(request.POST or None, initial={"resolved_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: saying.resolve_obstacle(
                by=request.scope, obstacle=held, **form.cleaned_data
            ),
        )
        if done is not None:
            messages.success(request, _("Hambatan dicatat teratasi."))
            return redirect("obstacles")
    return show(request, "obstacles/resolve.html", form, line=presenter.line(held))


@audience(KEEPS)
@require_POST
def reopen(request: ScopedRequest, number: int) -> HttpResponse:
    """Say that an obstacle stands in the way after all."""
    own = register.obstacles(request.scope, register.Sought(is_open=False))
    held = get_object_or_404(
        own.filter(institution_id=request.scope.institution_id), pk=number
    )
    saying.reopen_obstacle(by=request.scope, obstacle=held)
    messages.success(request, _("Hambatan dicatat belum teratasi lagi."))
    return redirect("obstacles")


PAGE = Page(
    code="obstacles",
    urls=(
        path("hambatan", obstacles, name="obstacles"),
        path("hambatan/catat", note, name="obstacles.note"),
        path("hambatan/<int:number>/teratasi", resolve, name="obstacles.resolve"),
        path("hambatan/<int:number>/buka", reopen, name="obstacles.reopen"),
    ),
    label="Hambatan",
    place=39,
    power="see_meetings",
)
