"""Aturan daerah: which texts a region has, lacks or loses; and Inpres 2/2021 per actor."""

from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _, gettext_noop

from naungan.casework import clock
from naungan.casework.coordination.actions import policies as actions
from naungan.casework.coordination.queries import policies as register
from naungan.lib import regions
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.page import Page
from naungan.web.pages.meetings import words
from naungan.web.pages.meetings.listed import region as named
from naungan.web.pages.policies import duties, presenter
from naungan.web.pages.policies.forms import PolicyForm, ReplacedForm
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
KEEPS: Final = whoever_may("keep_meetings")
PER_PAGE: Final = 50


@audience(SEES)
def policies(request: ScopedRequest) -> HttpResponseBase:
    """Show which texts one's region and those in it have, and the register below."""
    today, code = clock.today(), region_asked(request)
    kept = register.policies(code, kind=request.GET.get("jenis", ""))
    if form := download.asked(request):
        return download.answer(request, presenter.sheet(kept, today), form)
    around = register.around(code)
    kinds = [
        kind
        for kind, _label in words.options("policy_kinds")
        if any(kind in register.expected_of(one) for one in around)
    ]
    page = Paginator(kept, PER_PAGE).get_page(request.GET.get("hal"))
    shown = {
        "region": named(code),
        "kinds": [words.word("policy_kinds", kind) for kind in kinds],
        "rows": presenter.policy_rows(register.of_regions(around, today), kinds),
        "page": page,
        "lines": [presenter.policy_line(one, today) for one in page],
        "may_keep": request.scope.may("keep_meetings"),
    }
    return render(request, "policies/page.html", shown)


def region_asked(request: ScopedRequest) -> str:
    """Give the region of the address, else one's own down to the regency."""
    code = request.GET.get("wilayah", "")
    if code and regions.by_code(code) is None:
        raise Http404
    return code or ".".join(request.scope.region_code.split(".")[:2])


@audience(SEES)
def policy(request: ScopedRequest, number: int) -> HttpResponse:
    """Show one text with everything that is known of it."""
    held = get_object_or_404(register.policies(), pk=number)
    is_ours = held.institution_id == request.scope.institution_id
    shown = {
        "policy": held,
        "line": presenter.policy_line(held, clock.today()),
        "facts": presenter.facts(held),
        "may_change": is_ours and request.scope.may("keep_meetings"),
    }
    return render(request, "policies/one.html", shown)


@audience(KEEPS)
def note(request: ScopedRequest) -> HttpResponse:
    """Enter a text into the register."""
    first = {
        "kind": request.GET.get("jenis", ""),
        "region_code": request.GET.get("wilayah", request.scope.region_code),
    }
    form = PolicyForm(request.POST or None, first)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form, lambda: actions.note_policy(by=request.scope, note=form.note())
        )
        if made is not None:
            messages.success(request, _("Aturan dicatat."))
            return redirect("policies.one", number=made.pk)
    title = _("Catat aturan daerah")
    return show(request, "policies/form.html", form, title=title)


@audience(KEEPS)
def change(request: ScopedRequest, number: int) -> HttpResponse:
    """Correct what is known of a text, or say what replaced it."""
    held = get_object_or_404(register.policies(), pk=number)
    if held.institution_id != request.scope.institution_id:
        raise Http404
    names = list(PolicyForm.base_fields)
    first = {name: getattr(held, name) for name in names}
    first["replaced_by"] = held.replaced_by_id
    among = register.policies(held.region_code).exclude(pk=held.pk)
    form = ReplacedForm(request.POST or None, first, among)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: actions.change_policy(
                by=request.scope,
                policy=held,
                note=form.note(),
                replaced_by=form.cleaned_data["replaced_by"],
            ),
        )
        if done is not None:
            messages.success(request, _("Perubahan disimpan."))
            return redirect("policies.one", number=number)
    title = _("Ubah aturan daerah")
    return show(request, "policies/form.html", form, title=title)


PAGE = Page(
    code="policies",
    urls=(
        path("aturan-daerah", policies, name="policies"),
        path("aturan-daerah/<int:number>", policy, name="policies.one"),
        path("aturan-daerah/catat", note, name="policies.note"),
        path("aturan-daerah/<int:number>/ubah", change, name="policies.change"),
        *duties.URLS,
    ),
    label=gettext_noop("Aturan daerah"),
    place=39,
    power="see_meetings",
)
