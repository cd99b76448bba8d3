"""What somebody does with a letter or the letterhead: each asks, then acts once."""

from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.compliance.actions import letters
from naungan.casework.correspondence import actions, queries
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import carried_out, show
from naungan.web.pages.letters import presenter
from naungan.web.pages.letters.forms import HeadForm, PatternForm, SendForm, VoidForm
from naungan.web.request import ScopedRequest


ISSUES = whoever_may("issue_letters")
SETS = whoever_may("set_letterhead")


@audience(ISSUES)
def send(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask when and how a letter went out, and write it down."""
    letter = get_object_or_404(queries.letters(request.scope), pk=number)
    today = clock.today()
    form = SendForm(request.POST or None, today)

    def act() -> None:
        on, way = form.cleaned_data["on"], form.cleaned_data["way"]
        actions.send(by=request.scope, letter=letter, today=today, on=on, way=way)

    told = _("Pengiriman surat %s dicatat.") % letter.number
    if carried_out(request, form, act, told):
        return redirect("letters.letter", number)
    shown = presenter.line(letter, request.scope.institution_id)
    return show(request, "letters/send.html", form, **shown)


@audience(ISSUES)
def void(request: ScopedRequest, number: int) -> HttpResponse:
    """Ask why, then declare a letter void."""
    letter = get_object_or_404(queries.letters(request.scope), pk=number)
    form = VoidForm(request.POST or None)

    def act() -> None:
        reason = form.cleaned_data["reason"]
        today = clock.today()
        letters.void(by=request.scope, letter=letter, reason=reason, today=today)

    told = _("Surat %s dibatalkan.") % letter.number
    if carried_out(request, form, act, told):
        return redirect("letters.letter", number)
    shown = presenter.line(letter, request.scope.institution_id)
    return show(request, "letters/void.html", form, **shown)


@audience(SETS)
def head(request: ScopedRequest) -> HttpResponse:
    """Show the letterhead, and write it anew."""
    first = model_to_dict(queries.head(request.scope))
    form = HeadForm(request.POST or None, initial=first)

    def act() -> object:
        return actions.set_head(by=request.scope, **form.cleaned_data)

    if carried_out(request, form, act, _("Kepala surat disimpan.")):
        return redirect("letters.books")
    return show(request, "letters/head.html", form)


@audience(SETS)
def pattern(request: ScopedRequest, number: int) -> HttpResponse:
    """Show how numbers of a book look, and change it from the next one on."""
    book = get_object_or_404(queries.books(request.scope), pk=number)
    form = PatternForm(request.POST or None, initial={"pattern": book.pattern})

    def act() -> object:
        given = {"kind": book.kind, "pattern": form.cleaned_data["pattern"]}
        return actions.set_pattern(by=request.scope, today=clock.today(), **given)

    if carried_out(request, form, act, _("Bentuk nomor disimpan.")):
        return redirect("letters.books")
    return show(request, "letters/pattern.html", form, book=book)


URLS = (
    path("surat-menyurat/<int:number>/kirim", send, name="letters.send"),
    path("surat-menyurat/<int:number>/batal", void, name="letters.void"),
    path("surat-menyurat/kepala", head, name="letters.head"),
    path("surat-menyurat/buku/<int:number>", pattern, name="letters.pattern"),
)
