"""Lembaga: the institutions of the office; opened, changed and closed here."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework import clock
from naungan.casework.accounts import institution_actions, queries
from naungan.casework.accounts.kinds import KINDS
from naungan.casework.accounts.models import Institution
from naungan.web.audience import audience, whoever_may
from naungan.web.fields.region import RegionField, full_name
from naungan.web.form_page import attempt, show
from naungan.web.page import Page
from naungan.web.request import ScopedRequest


OFFICE = whoever_may("manage_institutions")


class ChangeForm(forms.Form):
    """What may change of an institution that is open."""

    name = forms.CharField(label=gettext_lazy("Nama lembaga"), max_length=200)
    needs_approval = forms.BooleanField(
        label=gettext_lazy("Berkas yang diunggah disetujui oleh orang kedua"),
        required=False,
    )


class OpenForm(ChangeForm):
    """What an institution is, and which region it reaches."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Jenis lembaga"),
        choices=[(kind.code, gettext_lazy(kind.label)) for kind in KINDS.values()],
    )
    region_code = RegionField(
        label=gettext_lazy("Wilayah"),
        help_text=gettext_lazy(
            "Nama atau kode Kemendagri, mis. Kabupaten Lahat atau 16.04; "
            "00 untuk seluruh Indonesia."
        ),
    )
    field_order = ("kind", "name", "region_code", "needs_approval")


@audience(OFFICE)
def institutions(request: ScopedRequest) -> HttpResponse:
    """List every institution with its region and how many people work in it."""
    rows = [
        {"one": one, "region": full_name(one.region_code)}
        for one in queries.every_institution(clock.today())
    ]
    return render(request, "institutions/page.html", {"rows": rows})


@audience(OFFICE)
def open_one(request: ScopedRequest) -> HttpResponse:
    """Ask what it is, then open an institution; next comes its first administrator."""
    form = OpenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked: dict[str, Any] = form.cleaned_data
        opened = attempt(
            form,
            lambda: institution_actions.open_institution(by=request.scope, **asked),
        )
        if opened is not None:
            messages.success(request, _("%s dibuka.") % opened.name)
            return redirect("institutions.show", opened.pk)
    return show(request, "institutions/open.html", form)


@audience(OFFICE)
def show_one(request: ScopedRequest, number: int) -> HttpResponse:
    """Show an institution, and take changes of its name and its approval."""
    found = get_object_or_404(Institution, pk=number)
    first = {"name": found.name, "needs_approval": found.needs_approval}
    form = ChangeForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        asked: dict[str, Any] = form.cleaned_data
        institution_actions.change_institution(
            by=request.scope, institution=found, **asked
        )
        messages.success(request, _("Perubahan disimpan."))
        return redirect("institutions.show", number)
    wanted = queries.Wanted(institution_id=number)
    held = queries.people_of(request.scope, clock.today(), wanted)
    shown = {"found": found, "region": full_name(found.region_code), "held": held}
    return show(request, "institutions/show.html", form, **shown)


@audience(OFFICE)
def close(request: ScopedRequest, number: int) -> HttpResponse:
    """Say what closing does, then close an institution."""
    found = get_object_or_404(Institution, pk=number, closed_on=None)
    today = clock.today()
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        attempt(
            form,
            lambda: institution_actions.close_institution(
                by=request.scope, institution=found, on=today
            ),
        )
        if not form.errors:
            messages.success(request, _("%s ditutup.") % found.name)
            return redirect("institutions")
    held = queries.people_of(
        request.scope, today, queries.Wanted(institution_id=number)
    )
    waiting = queries.invitations(request.scope).filter(institution=found)
    shown = {"found": found, "people": held.count(), "waiting": waiting.count()}
    return show(request, "institutions/close.html", form, **shown)


PAGE = Page(
    code="institutions",
    urls=(
        path("lembaga", institutions, name="institutions"),
        path("lembaga/buka", open_one, name="institutions.open"),
        path("lembaga/<int:number>", show_one, name="institutions.show"),
        path("lembaga/<int:number>/tutup", close, name="institutions.close"),
    ),
    label="Lembaga",
    place=81,
    power="manage_institutions",
)
