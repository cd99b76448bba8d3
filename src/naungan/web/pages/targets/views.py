"""Target: every series by its name, and setting those of one's own institution."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import get_language, gettext as _

from naungan.casework.regions import queries
from naungan.casework.regions.actions import set_target, withdraw_target
from naungan.casework.regions.models import TargetValue
from naungan.lib import regions
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.fields.region import full_name
from naungan.web.form_page import attempt, show
from naungan.web.page import Page
from naungan.web.pages.targets.forms import TargetForm
from naungan.web.pages.targets.presenter import past, series_of, sheet
from naungan.web.request import ScopedRequest


SETS = whoever_may("set_targets")


@audience(whoever_may("see_coverage"))
def targets(request: ScopedRequest) -> HttpResponseBase:
    """List the targets that hold for one's region, by series, and what was set here."""
    code = request.scope.region_code
    series = series_of(queries.targets(code), get_language() or "id")
    form = download.asked(request)
    if form:
        return download.answer(request, sheet(full_name(code), series), form)
    own = list(queries.history(request.scope.institution_id))
    answer = {"series": series, "history": past(own), "region": full_name(code)}
    return render(request, "targets/page.html", answer)


@audience(SETS)
def set_one(request: ScopedRequest) -> HttpResponse:
    """Ask for a target, then set it."""
    known = regions.by_code(request.scope.region_code)
    first = {"region_code": known.code if known else ""}
    form = TargetForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        done = attempt(form, lambda: set_target(by=request.scope, **asked))
        if done is not None:
            messages.success(request, _("Target disimpan."))
            return redirect("targets")
    return show(request, "targets/set.html", form)


@audience(SETS)
def withdraw(request: ScopedRequest, number: int) -> HttpResponse:
    """Say what taking back does, then take a target back; its history stays."""
    own = TargetValue.objects.select_related("series")
    found = get_object_or_404(
        own, pk=number, institution_id=request.scope.institution_id
    )
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        done = attempt(form, lambda: withdraw_target(by=request.scope, value=found))
        if done is not None:
            messages.success(request, _("Target ditarik; riwayatnya tetap."))
            return redirect("targets")
    return show(request, "targets/withdraw.html", form, value=past([found])[0])


PAGE = Page(
    code="targets",
    urls=(
        path("target", targets, name="targets"),
        path("target/tetapkan", set_one, name="targets.set"),
        path("target/<int:number>/tarik", withdraw, name="targets.withdraw"),
    ),
)
