"""What becomes of somebody on a list: accepted, ended, replaced by another person."""

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.http import Http404, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits.queries import claims
from naungan.casework.protection import access, states
from naungan.casework.protection.actions import decisions, lists
from naungan.casework.protection.checks.catalogue import KINDS
from naungan.casework.protection.models import Entry
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import Asked, ask
from naungan.web.pages.village_list import presenter
from naungan.web.pages.village_list.forms import AcceptForm, EndForm, ReplaceForm
from naungan.web.pages.village_list.place import entry_of, place_of_entry
from naungan.web.request import ScopedRequest


DECIDES: Final = whoever_may("decide_people")
MANAGES: Final = whoever_may("manage_schemes")


@audience(MANAGES)
def accept(request: ScopedRequest, number: int) -> HttpResponse:
    """Accept what a check only asks about, with the reason."""
    entry = entry_of(request.scope, number)
    if not may_accept(request.scope, entry):
        raise Http404
    form = AcceptForm(request.POST or None)
    asked = Asked(
        _("Terima dengan alasan"), _("Terima"), _("Diterima dengan alasannya.")
    )

    def act() -> object:
        return lists.accept(by=request.scope, entry=entry, **form.cleaned_data)

    return _answer(request, entry, form, act, asked)


@audience(DECIDES)
def end(request: ScopedRequest, number: int) -> HttpResponse:
    """End somebody's place: they died, moved, or found work."""
    entry = _decided(request.scope, number, "end")
    form = EndForm(request.POST or None, initial=_ending_of(request.scope, entry))
    asked = Asked(
        _("Akhiri perlindungan"),
        _("Akhiri"),
        _("Berakhir; bulan yang terbayar tetap tercatat."),
        lead=_(
            "Bulan sesudah hari itu keluar dari tagihan yang belum dibayar. Yang sudah "
            "dibayar tetap. Ini tidak dapat diurungkan."
        ),
        is_danger=True,
    )

    def act() -> None:
        today = clock.today()
        decisions.end(by=request.scope, entry=entry, today=today, **form.ending())

    return _answer(request, entry, form, act, asked)


@audience(DECIDES)
def replace(request: ScopedRequest, number: int) -> HttpResponse:
    """Let another person follow one who died or left; each page names the other."""
    entry = _decided(request.scope, number, "replace")
    form = ReplaceForm(request.POST or None, initial=_ending_of(request.scope, entry))
    asked = Asked(
        _("Ganti dengan orang lain"),
        _("Ganti"),
        _("Penggantinya tertulis dan sudah diperiksa; lihat siapa yang menggantikan."),
        lead=_(
            "Penggantinya diperiksa, ditetapkan, dianggarkan, dan didaftarkan seperti "
            "orang lain. Keduanya saling menyebut."
        ),
    )

    def act() -> object:
        return decisions.replace(
            by=request.scope,
            entry=entry,
            person=form.proposed(),
            today=clock.today(),
            **form.ending(),
        )

    return _answer(request, entry, form, act, asked)


def _answer(
    request: ScopedRequest,
    entry: Entry,
    form: forms.Form,
    act: Callable[[], Any],
    asked: Asked,
) -> HttpResponse:
    """Show a form, or do the act and go back to the person."""
    return ask(
        request,
        form,
        act,
        asked,
        template="village_list/act.html",
        to=reverse("village_list.person", args=[entry.pk]),
        place=place_of_entry(request.scope, entry),
        entry=entry,
        line=presenter.line(entry),
    )


def _ending_of(scope: Scope, entry: Entry) -> dict[str, Any]:
    """Give what is known already: how a place ended before, or a death reported."""
    found = claims.of_entry(scope, entry.pk) if scope.may("see_claims") else None
    if not entry.ended_reason and found is not None and found.is_death:
        return {"why": "died", "ended_on": found.event_on}
    return {"why": entry.ended_reason, "ended_on": entry.ended_on or clock.today()}


def _decided(scope: Scope, number: int, verb: str) -> Entry:
    """Find somebody whose place one may end; else nothing is there."""
    entry = entry_of(scope, number)
    if verb not in verbs(scope, entry):
        raise Http404
    return entry


def verbs(scope: Scope, entry: Entry) -> tuple[str, ...]:
    """Name what whoever looks may do with somebody whom a decree names."""
    try:
        access.check_decides(by=scope, scheme=entry.scheme)
    except ActRefused:
        return ()
    return tuple(one for one in ("end", "replace") if states.may(entry.state, one))


def may_accept(scope: Scope, entry: Entry) -> bool:
    """Tell whether only questions are open about somebody, and one may answer them."""
    try:
        access.check_manages(by=scope, scheme=entry.scheme)
    except ActRefused:
        return False
    stops = any(KINDS[one.code].weight == "stop" for one in entry.checks.all())
    return states.may(entry.state, "accept") and not stops


URLS = (
    path("daftar-desa/orang/<int:number>/terima", accept, name="village_list.accept"),
    path("daftar-desa/orang/<int:number>/akhiri", end, name="village_list.end"),
    path("daftar-desa/orang/<int:number>/ganti", replace, name="village_list.replace"),
)
