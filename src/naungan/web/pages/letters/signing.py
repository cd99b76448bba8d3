"""Signing: the letters that wait for the head, many chosen at once, and one taken back."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _, ngettext

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.actions import letters as actions
from naungan.casework.correspondence import access, queries
from naungan.casework.correspondence.models import Letter
from naungan.lib.errors import Refusal
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import carried_out, said, show
from naungan.web.pages.letters import presenter
from naungan.web.pages.letters.forms import NoForm, SignForm
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_letters")
PER_PAGE: Final = 50
CHOSEN: Final = "surat"


@audience(SEES)
def waiting(request: ScopedRequest) -> HttpResponse:
    """Show the letters that wait for a signature; sign those that are chosen."""
    today = clock.today()
    found = queries.to_sign(request.scope, today)
    form = SignForm(request.POST or None, today)
    if request.method == "POST" and form.is_valid():
        wanted = [int(one) for one in request.POST.getlist(CHOSEN) if one.isdecimal()]
        chosen = list(found.filter(pk__in=wanted)[:PER_PAGE])
        if chosen:
            _sign_all(request, chosen, form.cleaned_data["on"])
            return redirect("letters.waiting")
        form.add_error(None, _("Pilih sedikitnya satu surat."))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("hal"))
    here = request.scope.institution_id
    lines = [presenter.line(one, here) for one in page]
    shown = {
        "page": page,
        "lines": lines,
        "may": access.may_sign(request.scope, today),
        "is_none_chosen": request.method == "POST" or "kosong" in request.GET,
    }
    return show(request, "letters/waiting.html", form, **shown)


def _sign_all(request: ScopedRequest, chosen: Iterable[Letter], on: date) -> None:
    """Sign each by itself: one that may not be signed any more keeps no other back."""
    today, signed = clock.today(), 0
    for one in chosen:
        try:
            actions.sign(by=request.scope, letter=one, on=on, today=today)
        except Refusal as refusal:
            messages.warning(request, f"{one.number}: {said(refusal)}")
        else:
            signed += 1
    if signed:
        told = ngettext(
            "%(count)d surat ditandatangani.", "%(count)d surat ditandatangani.", signed
        )
        messages.success(request, told % {"count": signed})


@audience(SEES)
def sign(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask on which day one letter was signed, and write it down."""
    letter = _letter(request.scope, number)
    today = clock.today()
    form = SignForm(request.POST or None, today)

    def act() -> object:
        on = form.cleaned_data["on"]
        return actions.sign(by=request.scope, letter=letter, on=on, today=today)

    if carried_out(request, form, act, _("Surat %s ditandatangani.") % letter.number):
        return redirect("letters.letter", number)
    return _asked(request, letter, form, "letters/sign.html")


@audience(SEES)
def unsign(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask, then take back a signature that was written down in error."""
    letter = _letter(request.scope, number)
    form = NoForm(request.POST if request.method == "POST" else None)

    def act() -> object:
        return actions.unsign(by=request.scope, letter=letter, today=clock.today())

    told = _("Tanda tangan surat %s ditarik.") % letter.number
    if carried_out(request, form, act, told):
        return redirect("letters.letter", number)
    return _asked(request, letter, form, "letters/unsign.html")


def _letter(scope: Scope, number: int) -> Letter:
    return get_object_or_404(queries.letters(scope), pk=number)


def _asked(
    request: ScopedRequest, letter: Letter, form: SignForm | NoForm, template: str
) -> HttpResponse:
    shown = presenter.line(letter, request.scope.institution_id)
    return show(request, template, form, **shown)


def waits_at(_scope: Scope) -> str:
    """Give the page that shows what waits to be signed."""
    return reverse("letters.waiting")


URLS = (
    path("surat-menyurat/tanda-tangan", waiting, name="letters.waiting"),
    path("surat-menyurat/<int:number>/tanda-tangan", sign, name="letters.sign"),
    path("surat-menyurat/<int:number>/tarik", unsign, name="letters.unsign"),
)
