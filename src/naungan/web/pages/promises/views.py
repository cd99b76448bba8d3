"""Buku janji: the promises of a region, where each stands, and who waits for whom."""

from dataclasses import replace
from typing import Any, Final

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import (
    gettext as _,
    gettext_lazy,
    gettext_noop,
    ngettext_lazy,
)

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import queries
from naungan.casework.commitments.queries import Ledger, Sought
from naungan.lib import regions
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.page import Page
from naungan.web.pages.promises import following, house, making, one, sheets, year
from naungan.web.pages.promises.forms import Sieve
from naungan.web.pages.promises.presenter import row
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
PER_PAGE: Final = 30
SHOWN: Final = 10
"""How many promises that wait for one's own institution stand beside the list."""
MOST_YEARS: Final = 5
AFTER: Final = "sesudah"
OURS: Final = "menunggu"
CHIPS: Final = {
    "terbuka": (gettext_lazy("Terbuka"), Sought(standing="open")),
    "bertentangan": (gettext_lazy("Bertentangan"), Sought(flag="contradicted")),
    "lewat": (gettext_lazy("Lewat batas"), Sought(standing="late")),
    "dekat": (gettext_lazy("Batas dua minggu ini"), Sought(flag="soon")),
    "tercapai": (gettext_lazy("Sasaran tercapai"), Sought(flag="met")),
    "terlambat": (gettext_lazy("Tercapai terlambat"), Sought(flag="came_late")),
    "tanpa-ukuran": (gettext_lazy("Tanpa ukuran lengkap"), Sought(flag="open_ended")),
    "dipenuhi": (gettext_lazy("Dipenuhi"), Sought(standing="kept")),
    "berhenti": (gettext_lazy("Tidak dilanjutkan"), Sought(standing="dropped")),
}
"""What a list may be narrowed to, as its addresses name it."""


@audience(SEES)
def promises(request: ScopedRequest) -> HttpResponseBase:
    """Show the book of a region: its counts, its promises, who is waited for."""
    today = clock.today()
    sieve = Sieve(request.GET or None, initial={"wilayah": request.scope.region_code})
    base = _base(request, sieve)
    chosen = request.GET.get("tampil", "terbuka")
    sought = _narrowed(request.scope, base, chosen)
    if form := download.asked(request):
        told = sheets.book(request.scope, sought, today, _said(chosen))
        return download.answer(request, told, form)
    page = queries.listed(
        request.scope, sought, today, after=request.GET.get(AFTER), limit=PER_PAGE
    )
    counted = queries.ledger(request.scope, base, today)
    for_us = Sought(waits_on=request.scope.institution_id, standing="open")
    shown = {
        "sieve": sieve,
        "place": _place(base.region),
        "counted": counted,
        "years": list(counted.years.items())[:MOST_YEARS],
        "chips": [*_ours(request, chosen), *_chips(counted, chosen)],
        "rows": [row(each, today) for each in page.rows],
        "following": page.next,
        "for_us": queries.listed(request.scope, for_us, today, limit=SHOWN).rows,
        "waiting": queries.waiting(request.scope, counted),
        "may_keep": request.scope.may("keep_meetings"),
    }
    return render(request, "promises/page.html", shown)


def _base(request: ScopedRequest, sieve: Sieve) -> Sought:
    """Read region, owner and words; without any, everything that is in reach."""
    if not (sieve.is_bound and sieve.is_valid()):
        return Sought()
    owner = sieve.cleaned_data["pemilik"]
    return Sought(
        region=sieve.cleaned_data["wilayah"],
        owner=owner.pk if owner else None,
        text=sieve.cleaned_data["kata"],
    )


def _narrowed(scope: Scope, base: Sought, chosen: str) -> Sought:
    """Narrow what is sought as a chip says, or to what waits for one's own institution."""
    if chosen == OURS:
        return replace(base, turn=scope.institution_id)
    narrowed = CHIPS.get(chosen, CHIPS["terbuka"])[1]
    return replace(base, standing=narrowed.standing, flag=narrowed.flag)


def _said(chosen: str) -> str:
    """Say in words which promises a chip leaves."""
    if chosen == OURS:
        return _("Menunggu lembaga Anda")
    return str(CHIPS.get(chosen, CHIPS["terbuka"])[0])


def _place(code: str) -> str:
    found = regions.by_code(code) if code else None
    return found.name if found else ""


def _chips(counted: Ledger, chosen: str) -> list[tuple[str, Any, str, bool]]:
    """Give the ways to narrow the list, each with how many it leaves."""
    open_ones = counted.standing["running"] + counted.standing["late"]
    found = []
    for code, (label, sought) in CHIPS.items():
        many = (
            open_ones
            if sought.standing == "open"
            else counted.flagged[sought.flag]
            if sought.flag
            else counted.standing[sought.standing]
        )
        found.append((code, label, format_number(many), code == chosen))
    return found


def _ours(request: ScopedRequest, chosen: str) -> list[tuple[str, Any, str, bool]]:
    """Give the way to what waits for one's own institution, where that was asked for."""
    if chosen != OURS:
        return []
    many = sum(found.count() for found in _waiting(request.scope))
    return [(OURS, _("Menunggu lembaga Anda"), format_number(many), True)]


def _waiting(scope: Scope) -> list[Any]:
    """Give what waits in the book: one's own that are late, and whoever waits for us."""
    turn = queries.turn_of(scope.institution_id, clock.today())
    return [queries.sights(scope).filter(turn)]


@audience(SEES)
def effects(request: ScopedRequest) -> HttpResponse:
    """Show what became of the figures that promises of a region or an owner speak of."""
    base = _base(request, Sieve(request.GET or None))
    found = queries.effects(request.scope, base, clock.today())
    shown = {
        "effects": [house.effect(each) for each in found],
        "title": _("Dampak"),
        "place": _place(base.region),
    }
    return render(request, "promises/effects.html", shown)


PAGE = Page(
    code="promises",
    label=gettext_noop("Buku janji"),
    place=56,
    power="see_meetings",
    rows=_waiting,
    waits=ngettext_lazy("janji menunggu lembaga Anda", "janji menunggu lembaga Anda"),
    waits_at=lambda _scope: f"{reverse('promises')}?tampil={OURS}",
    urls=(
        path("janji", promises, name="promises"),
        path("janji/dampak", effects, name="promises.effects"),
        *making.URLS,
        *one.URLS,
        *following.URLS,
        *house.URLS,
        *year.URLS,
    ),
)
